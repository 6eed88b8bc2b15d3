import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { Form } from '../../../../shared/forms/schema.ts'
import { mostComments, placed, whole } from '../../../../shared/submissions/comments.ts'
import { actKey, answer } from '../../data/client.ts'
import { Known } from '../../data/known.tsx'
import { me } from '../../data/session.ts'
import type { Remarks } from '../../forms/remarks.ts'
import { t } from '../../i18n/endorsements.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import type { Named } from '../submissions/submission-api.ts'
import { proposedUntil } from './correction.ts'
import { type Act, listOf, myUnit, one } from './endorsement-api.ts'

/** What a unit says of one submission: recommends with an opinion, returns with comments, sets another date for the correction, takes up again, declines or takes back with a reason. */
export function Saying(props: {
  act: Act
  named: Named
  category: string
  form: Form
  /** What was written about the places of the form while reading it. */
  remarks: Remarks
  stages: Parameters<typeof proposedUntil>[0]
  onClose: () => void
  onDone: () => void
}) {
  const [text, setText] = createSignal(props.act === 'recommend' ? t('opinionDraft') : '')
  const [until, setUntil] = createSignal<string | null>(proposedUntil(props.stages, me()?.active?.organisation.kind, Date.now()))
  const [list] = createResource(
    () => props.act === 'recommend' && { batch: props.named.batch, organisation: myUnit(), key: props.category },
    listOf,
  )
  /** Questions that were commented on; those begun here stay while they are emptied. */
  const questions = placed(props.remarks.said(), props.form).filter(({ field }) => field)
  const count = () => Object.keys(props.remarks.said()).length
  const ready = () => {
    if (props.act === 'correction') return until() !== null
    return props.act === 'giveBack' ? count() > 0 && count() <= mostComments && until() !== null : text().trim().length >= 2
  }
  const act = actKey()
  const send = async () => {
    const param = props.named
    const words = text().trim()
    if (props.act === 'recommend') await answer(one.recommend.$post({ param, json: { opinion: words } }, act.options()))
    else if (props.act === 'giveBack')
      await answer(one.return.$post({ param, json: { comments: props.remarks.said(), until: until() ?? '' } }, act.options()))
    else if (props.act === 'correction') await answer(one.correction.$post({ param, json: { until: until() ?? '' } }, act.options()))
    else if (props.act === 'takeUp') await answer(one['take-up'].$post({ param, json: { reason: words } }, act.options()))
    else await answer(one[props.act].$post({ param, json: { reason: words } }, act.options()))
    act.done()
    if (props.act === 'giveBack') props.remarks.clear()
    toast(t('didOne', { act: t(props.act) }))
    props.onDone()
  }
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t(`${props.act}Title`)}
      action={t(props.act)}
      danger={props.act === 'decline'}
      disabled={!ready()}
      onConfirm={send}
    >
      <Switch>
        <Match when={props.act === 'recommend'}>
          <Known of={list.latest}>
            {(known) => (
              <p class="tabular-nums">
                {known().limit === undefined
                  ? t('placesFree', { used: known().used })
                  : t('placesOf', { used: known().used, limit: known().limit ?? 0 })}
              </p>
            )}
          </Known>
          <TextArea
            label={t('opinion')}
            help={t('opinionHelp')}
            required
            rows={4}
            max={list.latest?.duties?.opinionMax}
            value={text()}
            onInput={setText}
          />
        </Match>
        <Match when={props.act === 'giveBack'}>
          <div>
            <h3>{t('comments')}</h3>
            <p class="text-soft">{t('commentsHelp')}</p>
          </div>
          <Comment place={whole} label={t('general')} remarks={props.remarks} />
          <For each={props.form.sections}>
            {(section) => (
              <>
                <Comment place={section.key} label={inLanguage(section.title)} remarks={props.remarks} />
                <For each={questions.filter((each) => each.section === section)}>
                  {({ place, field }) => (
                    <Comment
                      place={place}
                      label={`${inLanguage(section.title)} › ${field ? inLanguage(field.label) : ''}`}
                      remarks={props.remarks}
                    />
                  )}
                </For>
              </>
            )}
          </For>
          <Show when={count() > mostComments}>
            <p class="text-bad" role="status">
              {t('commentsMost', { max: mostComments, count: count() })}
            </p>
          </Show>
          <MomentField label={t('until')} help={t('untilHelp')} required end value={until()} onInput={setUntil} />
        </Match>
        <Match when={props.act === 'correction'}>
          <MomentField label={t('until')} help={t('untilHelp')} required end value={until()} onInput={setUntil} />
        </Match>
        <Match when={props.act === 'takeUp' || props.act === 'decline' || props.act === 'undo'}>
          <TextArea label={t('reason')} help={reasonHelp(props.act)} required rows={3} max={1000} value={text()} onInput={setText} />
        </Match>
      </Switch>
    </ConfirmDialog>
  )
}

/** What follows from the reason that is asked for. */
export const reasonHelp = (act: string) => (act === 'undo' ? t('undoHelp') : act === 'takeUp' ? t('takeUpHelp') : t('reasonHelp'))

function Comment(props: { place: string; label: string; remarks: Remarks }) {
  return (
    <TextArea
      label={props.label}
      unmarked
      rows={1}
      max={2000}
      value={props.remarks.of(props.place) ?? ''}
      onInput={(value) => props.remarks.put(props.place, value || undefined)}
    />
  )
}
