import { createSignal, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/organisations.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { Banner } from '../../ui/banner.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { api, type Unit } from './unit-api.ts'

/** Closes a unit for good, with a reason. */
export default function CloseUnit(props: { unit: Unit; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = createSignal('')
  const act = actKey()
  const below = () => props.unit.units ?? 0
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('close')}
      action={t('close')}
      danger
      disabled={reason().trim() === '' || below() > 0}
      onConfirm={async () => {
        const json = { reason: reason().trim() }
        await answer(api.organisations[':organisation'].close.$post({ param: { organisation: props.unit.id }, json }, act.options()))
        act.done()
        toast(t('closedDone'))
        props.onDone()
      }}
    >
      <p>
        <Quoting text={t('closeBody', { name: quoted(props.unit.name) })} />
      </p>
      <Show when={below() > 0}>
        <Banner tone="warn">{t('closeHas', { count: below() })}</Banner>
      </Show>
      <TextArea label={t('reason')} required rows={2} max={2000} value={reason()} onInput={setReason} />
    </ConfirmDialog>
  )
}
