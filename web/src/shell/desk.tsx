import { For, Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { roles } from '../../../shared/permissions/actors.ts'
import { inARow } from '../../../shared/text.ts'
import { me } from '../data/session.ts'
import { t } from '../i18n/desk.ts'
import { language } from '../i18n/language.ts'
import { Quoting, quoted } from '../i18n/quoting.tsx'
import { inLanguage } from '../i18n/texts.ts'
import { deskParts } from '../pages/index.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'

/** The first page after signing in: what waits for this person, slice by slice. */
export default function Desk() {
  const active = () => me()?.active
  return (
    <>
      <PageHeader
        title={t('hello', { name: quoted(me()?.person.name ?? '') })}
        intro={
          <Show when={active()}>
            {(unit) => (
              <Quoting
                text={t('acts', {
                  unit: quoted(unit().organisation.name),
                  roles: inARow(
                    unit().roles.map((role) => inLanguage(roles[role])),
                    language(),
                  ),
                })}
              />
            )}
          </Show>
        }
      />
      <Show when={active()} fallback={<EmptyState title={t('noUnit')}>{t('noUnitBody')}</EmptyState>}>
        {/* All parts come together: one that came later would push down what is being read. */}
        <Suspense fallback={<SkeletonPage />}>
          <For each={deskParts.filter((part) => part.when?.() ?? true)} fallback={<EmptyState title={t('nothing')} />}>
            {(part) => <Dynamic component={part.component} />}
          </For>
        </Suspense>
      </Show>
    </>
  )
}
