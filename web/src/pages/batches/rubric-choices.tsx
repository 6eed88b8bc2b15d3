import { For, Show } from 'solid-js'
import { produce, unwrap } from 'solid-js/store'
import type { Rubric } from '../../../../shared/templates/schema.ts'
import { t as s } from '../../i18n/rubric-setup.ts'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/focus-field.ts'
import { idOf, type RubricEditing } from './rubric-editing.ts'
import { Words } from './rubric-words.tsx'

const most = 10
const fewest = 2

/** What an expert chooses from beside the scores: at least two, or nothing at all. */
export function Choices(props: { editing: RubricEditing }) {
  const choices = () => props.editing.rubric.recommendation ?? []
  const adder = 'rubric-add-choice'
  const add = () => {
    const at = choices().length
    const taken = new Set(choices().map(({ value }) => value))
    const free = Array.from({ length: most + fewest }, (_, i) => `own${i + 1}`).filter((value) => !taken.has(value))
    const fresh = free.slice(0, at === 0 ? fewest : 1).map((value) => ({ value, label: { zh: '', en: '' } }))
    props.editing.set('recommendation', (before = []) => [...before, ...fresh])
    queueMicrotask(() => focusField(idOf(`recommendation.${at}.zh`)))
  }
  const leave = (left: Rubric['recommendation']) => {
    props.editing.set('recommendation', left)
    queueMicrotask(() => document.getElementById(adder)?.focus())
  }
  return (
    <fieldset class="mt-6">
      <legend class="font-semibold">{s('choices')}</legend>
      <p class="mt-1 text-soft">{s('choicesHelp')}</p>
      <ul class="mt-2 flex flex-col gap-3">
        <For each={choices()}>
          {(choice, i) => (
            <li>
              <div class="criterion-words">
                <Words
                  editing={props.editing}
                  at={`recommendation.${i()}`}
                  what={s('choice', { n: i() + 1 })}
                  value={choice.label}
                  max={{ zh: 30, en: 60 }}
                  onInput={(language, text) =>
                    props.editing.set(
                      produce((rubric: Rubric) => Object.assign(rubric.recommendation?.[i()]?.label ?? {}, { [language]: text })),
                    )
                  }
                />
              </div>
              <Button
                small
                kind="quiet"
                disabled={choices().length <= fewest}
                onClick={() => leave(unwrap(choices()).filter((_, at) => at !== i()))}
              >
                {s('removeChoice')}
                <span class="sr-only"> {s('choice', { n: i() + 1 })}</span>
              </Button>
            </li>
          )}
        </For>
      </ul>
      <p class="mt-2 flex flex-wrap gap-3">
        <Button small id={adder} disabled={choices().length >= most} onClick={add}>
          {s('addChoice')}
        </Button>
        <Show when={choices().length > 0}>
          <Button small kind="quiet" onClick={() => leave(undefined)}>
            {s('noChoices')}
          </Button>
        </Show>
      </p>
    </fieldset>
  )
}
