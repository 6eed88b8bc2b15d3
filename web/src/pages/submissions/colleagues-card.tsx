import { createSignal, For, lazy, Show } from 'solid-js'
import UserPlus from '~icons/lucide/user-plus'
import type { Form } from '../../../../shared/forms/schema.ts'
import type { Present } from '../../../../shared/submissions/presence.ts'
import { holds, me } from '../../data/session.ts'
import { t } from '../../i18n/applicant.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page-header.tsx'

const Invite = lazy(async () => ({ default: (await import('../people/invite.tsx')).Invite }))

/** Those who write together: who is in which section now, and how one more is asked to join. */
export function ColleaguesCard(props: { form: Form; present: readonly Present[] }) {
  const [inviting, setInviting] = createSignal(false)
  const sectionTitle = (key: string | null) => {
    const title = props.form.sections.find((section) => section.key === key)?.title
    return title && inLanguage(title)
  }
  return (
    <Card title={t('together')}>
      <ul class="flex flex-col gap-2" aria-label={t('hereNow')}>
        <For each={props.present} fallback={<li class="text-soft">{t('nobodyElse')}</li>}>
          {({ name, section }) => (
            <li class="flex gap-2">
              <span class="present-dot" aria-hidden="true" />
              <span>
                <strong translate="no">{name}</strong>{' '}
                <span class="text-soft">
                  {sectionTitle(section) ? t('writesIn', { section: sectionTitle(section) ?? '' }) : t('looksAt')}
                </span>
              </span>
            </li>
          )}
        </For>
      </ul>
      <p class="mt-3 text-soft">{t('togetherHow')}</p>
      <Show when={holds('administrator')} fallback={<p class="mt-2 text-soft">{t('askAdministrator')}</p>}>
        <div class="mt-3">
          <Button icon={<UserPlus />} onClick={() => setInviting(true)}>
            {t('inviteColleague')}
          </Button>
        </div>
      </Show>
      <Show when={inviting() && me()?.active?.organisation}>
        {(unit) => <Invite unit={unit()} onClose={() => setInviting(false)} onDone={() => undefined} />}
      </Show>
    </Card>
  )
}
