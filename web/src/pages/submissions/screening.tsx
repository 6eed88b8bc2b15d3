import { createSignal, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { t } from '../../i18n/submissions.ts'
import { TextArea } from '../../ui/text-field.tsx'
import { BulkDialog, type Part } from './bulk-dialog.tsx'
import { hostApi } from './submission-api.ts'

/** Screens what was chosen, after saying what that would come to. */
export function Screening(props: {
  batch: string
  outcome: 'qualified' | 'disqualified'
  ids: string[]
  name: (id: string) => string
  onClose: () => void
  onDone: () => void
}) {
  const [reason, setReason] = createSignal('')
  const bars = () => props.outcome === 'disqualified'
  const send = ({ submissions, key }: Part) =>
    answer(
      hostApi.batches[':batch'].screening.$post(
        {
          param: { batch: props.batch },
          json: { submissions, outcome: props.outcome, ...(bars() && { reason: key ? reason().trim() : '——' }), dryRun: !key },
        },
        key,
      ),
    )
  return (
    <BulkDialog
      ids={props.ids}
      name={props.name}
      onClose={props.onClose}
      onDone={props.onDone}
      title={t(bars() ? 'disqualifyTitle' : 'qualifyTitle')}
      action={t(bars() ? 'disqualify' : 'qualify')}
      danger={bars()}
      ready={!bars() || reason().trim().length >= 2}
      send={send}
    >
      <Show when={bars()}>
        <TextArea label={t('reason')} help={t('reasonHelp')} required rows={3} max={1000} value={reason()} onInput={setReason} />
      </Show>
    </BulkDialog>
  )
}
