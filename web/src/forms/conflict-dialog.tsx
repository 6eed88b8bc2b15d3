import { createSignal, For, Show } from 'solid-js'
import type { Field, SectionValues } from '../../../shared/forms/schema.ts'
import { mergeText } from '../../../shared/texts/diff.ts'
import { moment } from '../i18n/dates.ts'
import { t } from '../i18n/form-conflict.ts'
import { inLanguage } from '../i18n/texts.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { type Choice, choose, joinable } from './merge.ts'
import type { Theirs } from './saving.ts'
import { isText, TwoAnswers, textOf } from './two-answers.tsx'

/** Two people changed the same fields: both answers side by side with what differs marked, one choice per field. Nothing is lost before it is chosen. */
export default function ConflictDialog(props: {
  fields: readonly Field[]
  /** What both began with. */
  base: SectionValues
  mine: SectionValues
  theirs: Theirs
  onSettled: (chosen: SectionValues) => void
}) {
  const [choices, setChoices] = createSignal<Readonly<Record<string, Choice>>>({})
  const chosen = ({ key }: Field, side: Choice) => choices()[key] === side || choices()[key] === 'both'
  const left = () => props.fields.filter(({ key }) => !choices()[key]).length
  /** Texts as they were brought together, from what can be done without asking. */
  const [merged, setMerged] = createSignal<Readonly<Record<string, string>>>(
    Object.fromEntries(
      props.fields.filter(isText).map((field) => {
        const [was, mine, theirs] = [props.base[field.key], props.mine[field.key], props.theirs.values[field.key]]
        const found = mergeText(textOf(was), textOf(mine), textOf(theirs))
        return [field.key, found ?? textOf(choose(field, 'both', mine, theirs))]
      }),
    ),
  )
  const by = () => (typeof props.theirs.by === 'string' ? props.theirs.by : props.theirs.by?.name)
  const settle = () =>
    props.onSettled(
      Object.fromEntries(
        props.fields.map((field) => {
          const choice = choices()[field.key] ?? 'mine'
          const byHand = choice === 'both' && isText(field)
          return [field.key, byHand ? merged()[field.key] : choose(field, choice, props.mine[field.key], props.theirs.values[field.key])]
        }),
      ),
    )
  return (
    <Dialog
      open
      firm
      wide
      title={t('conflictTitle')}
      onClose={() => undefined}
      foot={
        <>
          <Show when={left() > 0}>
            <span class="mr-auto self-center text-soft">{t('chooseAll', { count: left() })}</span>
          </Show>
          <Button kind="primary" disabled={left() > 0} onClick={settle}>
            {t('settle')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-6">
        <p class="text-soft">
          {t('conflictIntro', { name: by() ?? t('someone'), time: moment(props.theirs.at), count: props.fields.length })}
        </p>
        <For each={props.fields}>
          {(field) => (
            <section>
              <h3 class="mb-2">{inLanguage(field.label)}</h3>
              <TwoAnswers
                field={field}
                mine={{ title: t('mine'), value: props.mine[field.key], chosen: chosen(field, 'mine') }}
                theirs={{ title: t('theirs'), value: props.theirs.values[field.key], chosen: chosen(field, 'theirs') }}
              />
              <RadioGroup
                label={inLanguage(field.label)}
                hiddenLabel
                unmarked
                inline
                value={choices()[field.key] ?? null}
                options={[
                  { value: 'mine', label: t('keepMine') },
                  { value: 'theirs', label: t('keepTheirs') },
                  ...(joinable(field) ? [{ value: 'both' as const, label: isText(field) ? t('merge') : t('keepBoth') }] : []),
                ]}
                onChange={(choice) => setChoices((all) => ({ ...all, [field.key]: choice }))}
              />
              <Show when={choices()[field.key] === 'both' && isText(field)}>
                <TextArea
                  label={t('merged')}
                  help={t('mergedHelp')}
                  unmarked
                  rows={field.kind === 'longText' ? 10 : 2}
                  max={'max' in field && typeof field.max === 'number' ? field.max : undefined}
                  value={merged()[field.key] ?? ''}
                  onInput={(text) => setMerged((all) => ({ ...all, [field.key]: text }))}
                />
              </Show>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  )
}
