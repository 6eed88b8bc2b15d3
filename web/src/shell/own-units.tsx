import { createSignal, For, Show } from 'solid-js'
import { roles } from '../../../shared/permissions/actors.ts'
import { between } from '../../../shared/text.ts'
import { actFor, leaveUnit, type Membership, me } from '../data/session.ts'
import { t } from '../i18n/account.ts'
import { Quoting, quoted } from '../i18n/quoting.tsx'
import { inLanguage } from '../i18n/texts.ts'
import { AlsoSaid } from '../ui/also-said.tsx'
import { Badge, Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { Card } from '../ui/page-header.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toastError } from '../ui/toast.tsx'

/** The units one belongs to: act for another one, or leave one for good. */
export function OwnUnits() {
  const [leaving, setLeaving] = createSignal<Membership | null>(null)
  const [reason, setReason] = createSignal('')
  const active = (id: string) => id === me()?.active?.organisation.id
  const last = () => (me()?.memberships.length ?? 0) < 2
  return (
    <Card title={t('units')}>
      <ul>
        <For each={me()?.memberships}>
          {(place) => (
            <li class="task">
              <span class="min-w-0">
                <span translate="no">{place.organisation.name}</span>{' '}
                <Show when={active(place.organisation.id)}>
                  <Badge tone="info">{t('actsNow')}</Badge>
                </Show>
                <small>{place.roles.map((role) => inLanguage(roles[role])).join(between)}</small>
              </span>
              <span class="flex flex-wrap gap-2">
                <Show when={!active(place.organisation.id)}>
                  <Button small onClick={() => actFor(place.organisation.id).catch(toastError)}>
                    {t('actFor')}
                    <AlsoSaid>{place.organisation.name}</AlsoSaid>
                  </Button>
                </Show>
                <Button
                  small
                  kind="quiet"
                  class="whitespace-nowrap"
                  onClick={() => {
                    setReason('')
                    setLeaving(place)
                  }}
                >
                  {t('leave')}
                  <AlsoSaid>{place.organisation.name}</AlsoSaid>
                </Button>
              </span>
            </li>
          )}
        </For>
      </ul>
      <ConfirmDialog
        open={leaving() !== null}
        onClose={() => setLeaving(null)}
        title={t('leaveTitle')}
        action={t('leave')}
        danger
        onConfirm={async () => {
          const unit = leaving()?.organisation.id
          if (unit) await leaveUnit(unit, reason().trim())
        }}
      >
        <p>
          <Quoting text={t('leaveBody', { name: quoted(leaving()?.organisation.name ?? '') })} />
        </p>
        <Show when={last()}>
          <Banner tone="warn">{t('leaveLast')}</Banner>
        </Show>
        <TextArea label={t('leaveReason')} rows={2} max={2000} value={reason()} onInput={setReason} />
      </ConfirmDialog>
    </Card>
  )
}
