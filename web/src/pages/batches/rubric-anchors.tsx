import { createEffect, For } from 'solid-js'
import { produce, unwrap } from 'solid-js/store'
import type { Criterion } from '../../../../shared/templates/schema.ts'
import { t as s } from '../../i18n/rubric-setup.ts'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/focus-field.ts'
import { idOf, type RubricEditing } from './rubric-editing.ts'
import { Figure } from './rubric-figure.tsx'
import { Words } from './rubric-words.tsx'

const most = 20

/** What single scores of a criterion stand for: written, added, taken away. */
export function Anchors(props: { editing: RubricEditing; at: number; criterion: Criterion }) {
  const anchors = () => props.criterion.anchors ?? []
  const path = (j: number) => `criteria.${props.at}.anchors.${j}`
  const adder = () => `rubric-anchors-${props.at}`
  let place: HTMLDetailsElement | undefined
  const wrong = () =>
    anchors().some((_, j) => ['score', 'text.zh', 'text.en'].some((part) => props.editing.problem(`${path(j)}.${part}`) !== undefined))
  // Only ever opened by the page: what a person opens and closes says so a moment later, and would be undone meanwhile.
  createEffect(() => {
    if (wrong() && place) place.open = true
  })
  const add = () => {
    const { min, max } = props.criterion
    const taken = new Set(anchors().map(({ score }) => score))
    const score = [max, min, Math.round((min + max) / 2)].find((each) => !taken.has(each)) ?? max
    const at = anchors().length
    props.editing.set('criteria', props.at, 'anchors', (before = []) => [...before, { score, text: { zh: '', en: '' } }])
    queueMicrotask(() => focusField(idOf(`${path(at)}.score`)))
  }
  const remove = (j: number) => {
    const left = unwrap(anchors()).filter((_, i) => i !== j)
    // One without any is as one that never had any.
    props.editing.set('criteria', props.at, 'anchors', left.length > 0 ? left : undefined)
    queueMicrotask(() => document.getElementById(adder())?.focus())
  }
  return (
    <details class="mt-3" ref={place}>
      <summary>{s('anchorsSet', { count: anchors().length })}</summary>
      <p class="mt-2 text-soft">{s('anchorsHelp')}</p>
      <ul class="mt-2 flex flex-col gap-4">
        <For each={anchors()}>
          {(anchor, j) => (
            <li>
              <fieldset>
                <legend class="sr-only">{s('anchor', { n: j() + 1 })}</legend>
                <div class="criterion-anchor">
                  <Figure
                    editing={props.editing}
                    at={`${path(j())}.score`}
                    label={s('anchorScore')}
                    value={anchor.score}
                    onInput={(score) =>
                      props.editing.set(
                        'criteria',
                        props.at,
                        produce((each: Criterion) => Object.assign(each.anchors?.[j()] ?? {}, { score })),
                      )
                    }
                  />
                  <Words
                    editing={props.editing}
                    at={`${path(j())}.text`}
                    what={s('anchorText')}
                    value={anchor.text}
                    max={{ zh: 120, en: 200 }}
                    onInput={(language, text) =>
                      props.editing.set(
                        'criteria',
                        props.at,
                        produce((each: Criterion) => Object.assign(each.anchors?.[j()]?.text ?? {}, { [language]: text })),
                      )
                    }
                  />
                </div>
                <Button small kind="quiet" onClick={() => remove(j())}>
                  {s('removeAnchor')}
                  <span class="sr-only"> {s('anchor', { n: j() + 1 })}</span>
                </Button>
              </fieldset>
            </li>
          )}
        </For>
      </ul>
      <p class="mt-2">
        <Button small id={adder()} disabled={anchors().length >= most} onClick={add}>
          {s('addAnchor')}
          <span class="sr-only"> {s('criterion', { n: props.at + 1 })}</span>
        </Button>
      </p>
    </details>
  )
}
