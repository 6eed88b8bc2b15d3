import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { Form } from '../../../../shared/forms/schema.ts'
import { actKey, answer } from '../../data/client.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/endorsements.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import type { Named } from '../submissions/submission-api.ts'
import { proposedUntil } from './correction.ts'
import { type Act, listOf, myUnit, one } from './endorsement-api.ts'

/** What a unit says of one submission: recommends with an opinion, returns with comments by section, declines or takes back with a reason. */
export function Saying(props: {
  act: Act
  named: Named
  category: string
  form: Form
  stages: Parameters<typeof proposedUntil>[0]
  onClose: () => void
  onDone: () => void
}) {
  const [text, setText] = createSignal(props.act === 'recommend' ? t('opinionDraft') : '')
  const [comments, setComments] = createSignal<Record<string, string>>({})
  const [until, setUntil] = createSignal<string | null>(proposedUntil(props.stages, me()?.active?.organisation.kind, Date.now()))
  const [list] = createResource(
    () => props.act === 'recommend' && { batch: props.named.batch, organisation: myUnit(), key: props.category },
    listOf,
  )
  const said = () => Object.fromEntries(Object.entries(comments()).flatMap(([key, each]) => (each.trim() ? [[key, each.trim()]] : [])))
  const ready = () => (props.act === 'giveBack' ? Object.keys(said()).length > 0 && until() !== null : text().trim().length >= 2)
  const act = actKey()
  const send = async () => {
    const param = props.named
    const words = text().trim()
    if (props.act === 'recommend') await answer(one.recommend.$post({ param, json: { opinion: words } }, act.options()))
    else if (props.act === 'giveBack')
      await answer(one.return.$post({ param, json: { comments: said(), until: until() ?? '' } }, act.options()))
    else await answer(one[props.act].$post({ param, json: { reason: words } }, act.options()))
    act.done()
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
          <Show when={list.latest}>
            {(known) => (
              <p class="tabular-nums">
                {known().limit === undefined
                  ? t('placesFree', { used: known().used })
                  : t('placesOf', { used: known().used, limit: known().limit ?? 0 })}
              </p>
            )}
          </Show>
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
          <For each={props.form.sections}>
            {(section) => (
              <TextArea
                label={inLanguage(section.title)}
                unmarked
                rows={1}
                max={2000}
                value={comments()[section.key] ?? ''}
                onInput={(value) => setComments((all) => ({ ...all, [section.key]: value }))}
              />
            )}
          </For>
          <MomentField label={t('until')} help={t('untilHelp')} required end value={until()} onInput={setUntil} />
        </Match>
        <Match when={props.act === 'decline' || props.act === 'undo'}>
          <TextArea
            label={t('reason')}
            help={props.act === 'undo' ? t('undoHelp') : t('reasonHelp')}
            required
            rows={3}
            max={1000}
            value={text()}
            onInput={setText}
          />
        </Match>
      </Switch>
    </ConfirmDialog>
  )
}
