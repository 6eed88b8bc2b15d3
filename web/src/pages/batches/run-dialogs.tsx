import { createSignal, Show } from 'solid-js'
import type { StagePlan } from '../../../../shared/batches/schema.ts'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/batches.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { runApi as api } from './batch-api.ts'

export type Running = { act: 'pause' | 'resume' | 'cancel' } | { act: 'deadline' | 'leave'; stage: StagePlan }

/** What the host does with a running batch; each with its reason, its effect said beforehand. */
export function RunDialogs(props: { batch: string; asked: Running; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = createSignal('')
  const [shift, setShift] = createSignal(false)
  const stage = () => ('stage' in props.asked ? props.asked.stage : undefined)
  const [closes, setCloses] = createSignal(stage()?.closes ?? null)
  /** A stage that has begun may also be closed at once. */
  const [atOnce, setAtOnce] = createSignal(false)
  const begun = () => Date.parse(stage()?.opens ?? '') <= Date.now()
  const act = actKey()
  const name = () => {
    const given = stage()
    return given ? inLanguage(given.title) : ''
  }
  const title = () =>
    props.asked.act === 'deadline' ? t('extendTitle', { stage: name() }) : t(props.asked.act === 'leave' ? 'leave' : props.asked.act)
  const body = () =>
    ({ pause: t('pauseBody'), resume: '', cancel: t('cancelBody'), leave: t('leaveBody', { stage: name() }), deadline: '' })[
      props.asked.act
    ]
  const run = async () => {
    const param = { batch: props.batch }
    const why = { reason: reason().trim() }
    const options = act.options()
    const at = { ...param, key: stage()?.key ?? '' }
    if (props.asked.act === 'pause') await answer(api.batches[':batch'].pause.$post({ param, json: why }, options))
    else if (props.asked.act === 'resume')
      await answer(api.batches[':batch'].resume.$post({ param, json: { ...why, shift: shift() } }, options))
    else if (props.asked.act === 'cancel') await answer(api.batches[':batch'].cancel.$post({ param, json: why }, options))
    else if (props.asked.act === 'leave') await answer(api.batches[':batch'].stages[':key'].leave.$post({ param: at, json: why }, options))
    else
      await answer(
        api.batches[':batch'].stages[':key'].deadline.$post(
          { param: at, json: { ...why, closes: atOnce() ? 'now' : (closes() ?? ''), later: shift() && !atOnce() ? 'shift' : 'keep' } },
          options,
        ),
      )
    act.done()
    props.onDone()
  }
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={title()}
      action={title()}
      danger={props.asked.act === 'cancel'}
      disabled={reason().trim().length < 2 || (props.asked.act === 'deadline' && !atOnce() && !closes())}
      onConfirm={run}
    >
      <Show when={body()}>
        <p>{body()}</p>
      </Show>
      <Show when={props.asked.act === 'deadline'}>
        <Show when={!atOnce()} fallback={<p>{t('closeNowBody', { stage: name() })}</p>}>
          <MomentField label={t('newDeadline')} required end value={closes()} onInput={setCloses} />
          <Checkbox label={t('shift')} checked={shift()} onChange={setShift} />
        </Show>
        <Show when={begun()}>
          <Checkbox label={t('closeNow')} checked={atOnce()} onChange={setAtOnce} />
        </Show>
      </Show>
      <Show when={props.asked.act === 'resume'}>
        <Checkbox label={t('resumeShift')} checked={shift()} onChange={setShift} />
      </Show>
      <TextArea label={t('reason')} help={t('reasonHelp')} required rows={3} max={2000} value={reason()} onInput={setReason} />
    </ConfirmDialog>
  )
}
