import { createSignal, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { t } from '../../i18n/review-asides.ts'
import { RadioGroup } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { api } from './desk-api.ts'

const ties = ['sameUnit', 'teacher', 'partner', 'family', 'otherwise'] as const
type Tie = (typeof ties)[number]

/** How an expert who has stepped aside is related to the applicant, said afterwards to those who like to; only something else has to be written down. */
export default function ConflictDeclaration(props: { open: boolean; batch: string; submission: string; onClose: () => void }) {
  const [tie, setTie] = createSignal<Tie | null>(null)
  const [words, setWords] = createSignal('')
  /** What the office reads, in the language offices write. */
  const reason = () => {
    const chosen = tie()
    if (chosen === null) return ''
    return chosen === 'otherwise' ? words().trim() : t.catalogue.zh[chosen]
  }
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={t('conflictTitle')}
      action={t('conflictSend')}
      disabled={reason().length < 2}
      onConfirm={async () => {
        const param = { batch: props.batch, submission: props.submission }
        await answer(api.batches[':batch'].desk[':submission'].conflict.$post({ param, json: { reason: reason() } }))
        toast(t('conflictDone'))
      }}
    >
      <p>{t('conflictBody')}</p>
      <RadioGroup
        label={t('conflictWhy')}
        required
        value={tie()}
        options={ties.map((value) => ({ value, label: t(value) }))}
        onChange={setTie}
      />
      <Show when={tie() === 'otherwise'}>
        <TextArea label={t('conflictReason')} required rows={2} max={500} value={words()} onInput={setWords} />
      </Show>
    </ConfirmDialog>
  )
}
