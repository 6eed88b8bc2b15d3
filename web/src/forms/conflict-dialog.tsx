import { createSignal, For, Show } from 'solid-js'
import type { Field, SectionValues } from '../../../shared/forms/schema.ts'
import { moment } from '../i18n/dates.ts'
import { t } from '../i18n/form-conflict.ts'
import { inLanguage } from '../i18n/texts.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { type Choice, choose, joinable } from './merge.ts'
import type { Theirs } from './saving.ts'
import { ValueView } from './value-view.tsx'

/** Two people changed the same fields: both texts side by side, one choice per field. Nothing is lost before it is chosen. */
export default function ConflictDialog(props: {
  fields: readonly Field[]
  mine: SectionValues
  theirs: Theirs
  onSettled: (chosen: SectionValues) => void
}) {
  const [choices, setChoices] = createSignal<Readonly<Record<string, Choice>>>({})
  const left = () => props.fields.filter(({ key }) => !choices()[key]).length
  const by = () => (typeof props.theirs.by === 'string' ? props.theirs.by : props.theirs.by?.name)
  const settle = () =>
    props.onSettled(
      Object.fromEntries(
        props.fields.map((field) => [
          field.key,
          choose(field, choices()[field.key] ?? 'mine', props.mine[field.key], props.theirs.values[field.key]),
        ]),
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
              <div class="versions">
                <div
                  classList={{ 'version-side': true, 'version-chosen': choices()[field.key] === 'mine' || choices()[field.key] === 'both' }}
                >
                  <p class="text-soft">{t('mine')}</p>
                  <ValueView field={field} value={props.mine[field.key]} />
                </div>
                <div
                  classList={{
                    'version-side': true,
                    'version-chosen': choices()[field.key] === 'theirs' || choices()[field.key] === 'both',
                  }}
                >
                  <p class="text-soft">{t('theirs')}</p>
                  <ValueView field={field} value={props.theirs.values[field.key]} />
                </div>
              </div>
              <RadioGroup
                label={inLanguage(field.label)}
                hiddenLabel
                unmarked
                inline
                value={choices()[field.key] ?? null}
                options={[
                  { value: 'mine', label: t('keepMine') },
                  { value: 'theirs', label: t('keepTheirs') },
                  ...(joinable(field) ? [{ value: 'both' as const, label: t('keepBoth') }] : []),
                ]}
                onChange={(choice) => setChoices((all) => ({ ...all, [field.key]: choice }))}
              />
            </section>
          )}
        </For>
      </div>
    </Dialog>
  )
}
