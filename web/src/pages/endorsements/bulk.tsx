import { createSignal, Match, Switch } from 'solid-js'
import { whole } from '../../../../shared/submissions/comments.ts'
import { answer } from '../../data/client.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/endorsements.ts'
import { MomentField } from '../../ui/moment-field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { BulkDialog, type Part } from '../submissions/bulk-dialog.tsx'
import { proposedUntil } from './correction.ts'
import { type BulkAct, myUnit, units } from './endorsement-api.ts'
import { reasonHelp } from './saying.tsx'

/** Says the same of several submissions, after showing what that would do to them and to the places. */
export function Bulk(props: {
  batch: string
  act: BulkAct
  ids: string[]
  name: (id: string) => string
  title: (category: string) => string
  stages: Parameters<typeof proposedUntil>[0]
  onClose: () => void
  onDone: () => void
}) {
  const [text, setText] = createSignal(props.act === 'recommend' ? t('opinionDraft') : '')
  const [until, setUntil] = createSignal<string | null>(proposedUntil(props.stages, me()?.active?.organisation.kind, Date.now()))
  const dates = () => props.act === 'giveBack' || props.act === 'correction'
  const send = ({ submissions, taken, key }: Part) => {
    const said = key ? text().trim() : t('opinionDraft')
    const json = {
      recommend: { action: 'recommend' as const, opinion: said },
      giveBack: { action: 'return' as const, comments: { [whole]: said }, until: until() ?? '' },
      correction: { action: 'correction' as const, until: until() ?? '' },
      takeUp: { action: 'take-up' as const, reason: said },
      decline: { action: 'decline' as const, reason: said },
      undo: { action: 'undo' as const, reason: said },
      remind: { action: 'remind' as const },
    }[props.act]
    const param = { batch: props.batch, organisation: myUnit() }
    return answer(units.bulk.$post({ param, json: { ...json, submissions, dryRun: !key, ...(taken && { taken }) } }, key))
  }
  const wordsWanted = () => props.act !== 'remind' && props.act !== 'correction'
  return (
    <BulkDialog
      ids={props.ids}
      name={props.name}
      category={props.title}
      onClose={props.onClose}
      onDone={props.onDone}
      title={t(`${props.act}Title`)}
      action={t(props.act)}
      danger={props.act === 'decline'}
      ready={(!wordsWanted() || text().trim().length >= 2) && (!dates() || until() !== null)}
      about={() => (dates() ? (until() ?? undefined) : null)}
      send={send}
    >
      <Switch>
        <Match when={props.act === 'remind'}>
          <p class="text-soft">{t('remindHelp')}</p>
        </Match>
        <Match when={props.act === 'recommend'}>
          <TextArea label={t('opinion')} help={t('opinionHelp')} required rows={3} value={text()} onInput={setText} />
        </Match>
        <Match when={props.act === 'giveBack'}>
          <TextArea label={t('general')} help={t('reasonHelp')} required rows={4} value={text()} onInput={setText} />
          <MomentField label={t('until')} help={t('untilHelp')} required end value={until()} onInput={setUntil} />
        </Match>
        <Match when={props.act === 'correction'}>
          <MomentField label={t('until')} help={t('untilHelp')} required end value={until()} onInput={setUntil} />
        </Match>
        <Match when={props.act === 'takeUp' || props.act === 'decline' || props.act === 'undo'}>
          <TextArea label={t('reason')} help={reasonHelp(props.act)} required rows={3} max={1000} value={text()} onInput={setText} />
        </Match>
      </Switch>
    </BulkDialog>
  )
}
