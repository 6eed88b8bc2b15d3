import { createSignal, For, Show } from 'solid-js'
import { createStore, produce, unwrap } from 'solid-js/store'
import type { Criterion, Rubric } from '../../../../shared/templates/schema.ts'
import { t as setup } from '../../i18n/batch-setup.ts'
import { t as s } from '../../i18n/rubric-setup.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import ErrorSummary from '../../ui/error-summary.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Anchors } from './rubric-anchors.tsx'
import { Choices } from './rubric-choices.tsx'
import { createEditing } from './rubric-editing.ts'
import { Figure } from './rubric-figure.tsx'
import { Words } from './rubric-words.tsx'
import { createPart, SavePart, type SetupPart } from './setup-part.tsx'

const copy = (rubric: Rubric): Rubric => structuredClone(rubric)
const empty: Rubric = { criteria: [], commentMin: 0, commentMax: 1000 }

/** The criteria that experts score by: changed, added, put in order, until their weights add up to 100. */
export default function RubricSetup(props: SetupPart) {
  const [rubric, setRubric] = createStore<Rubric>(copy(props.batch.rubric ?? empty))
  const editing = createEditing(rubric, setRubric)
  /** How often one has tried to save what is not complete. */
  const [tries, setTries] = createSignal(0)
  const complete = () => {
    const wrong = editing.wrong()
    editing.try(wrong)
    if (wrong) setTries((count) => count + 1)
    return wrong ? Promise.resolve(false) : undefined
  }
  const part = createPart(props, 'rubric', () => ({ rubric: copy(unwrap(rubric)) }), complete)
  const sum = () => rubric.criteria.reduce((total, { weight }) => total + Math.round(weight * 1000), 0) / 1000
  const add = () =>
    setRubric(
      'criteria',
      produce((criteria: Criterion[]) => {
        const taken = new Set(criteria.map(({ key }) => key))
        const key = Array.from({ length: 50 }, (_, i) => `own${i + 1}`).find((each) => !taken.has(each)) ?? 'own'
        criteria.push({
          key,
          title: { zh: '', en: '' },
          help: { zh: '', en: '' },
          min: 0,
          max: 10,
          step: 0.5,
          weight: Math.max(1, 100 - sum()),
        })
      }),
    )
  const move = (from: number, by: number) =>
    setRubric(
      'criteria',
      produce((criteria: Criterion[]) => {
        const [taken] = criteria.splice(from, 1)
        if (taken) criteria.splice(from + by, 0, taken)
      }),
    )
  const remove = (at: number) => setRubric('criteria', (criteria) => criteria.filter((_, i) => i !== at))
  const back = async () => {
    if (!(await props.save({ rubric: null })) || !props.batch.rubric) return
    editing.beginAnew(copy(props.batch.rubric))
    part.keep()
  }
  return (
    <Card
      title={setup('rubric')}
      actions={
        <Show when={props.batch.rubricChanged}>
          <span class="flex flex-wrap items-center gap-3">
            <Badge tone="info">{s('changed')}</Badge>
            <Button small onClick={back}>
              {s('backToTemplate')}
            </Button>
          </span>
        </Show>
      }
    >
      <p class="mb-4 max-w-prose text-soft">{s('rubricHelp')}</p>
      <Show when={props.batch.categoryRubrics && !props.batch.rubricChanged}>
        <div class="mb-4">
          <Banner>{s('rubricPerCategory')}</Banner>
        </div>
      </Show>
      <ol class="flex flex-col gap-4">
        <For each={rubric.criteria}>
          {(criterion, i) => (
            <li class="criterion">
              <div class="flex flex-wrap items-center justify-between gap-2">
                <h3>{s('criterion', { n: i() + 1 })}</h3>
                <span class="flex flex-wrap gap-1">
                  <Button small kind="quiet" disabled={i() === 0} onClick={() => move(i(), -1)}>
                    {s('moveUp')}
                  </Button>
                  <Button small kind="quiet" disabled={i() === rubric.criteria.length - 1} onClick={() => move(i(), 1)}>
                    {s('moveDown')}
                  </Button>
                  <Button small kind="quiet" disabled={rubric.criteria.length === 1} onClick={() => remove(i())}>
                    {s('removeCriterion')}
                  </Button>
                </span>
              </div>
              <div class="criterion-words">
                <Words
                  editing={editing}
                  at={`criteria.${i()}.title`}
                  what={s('criterionTitle')}
                  value={criterion.title}
                  max={{ zh: 40, en: 80 }}
                  onInput={(language, text) => setRubric('criteria', i(), 'title', language, text)}
                />
                <Words
                  editing={editing}
                  at={`criteria.${i()}.help`}
                  what={s('criterionHelp')}
                  value={criterion.help}
                  max={{ zh: 200, en: 300 }}
                  onInput={(language, text) => setRubric('criteria', i(), 'help', language, text)}
                />
              </div>
              <div class="criterion-numbers">
                <For each={['min', 'max', 'step', 'weight'] as const}>
                  {(field) => (
                    <Figure
                      editing={editing}
                      at={`criteria.${i()}.${field}`}
                      label={s(({ min: 'minimum', max: 'maximum', step: 'step', weight: 'weight' } as const)[field])}
                      value={criterion[field]}
                      onInput={(value) => setRubric('criteria', i(), field, value)}
                    />
                  )}
                </For>
              </div>
              <Anchors editing={editing} at={i()} criterion={criterion} />
            </li>
          )}
        </For>
      </ol>
      <div class="mt-4 flex flex-wrap items-center gap-4">
        <Button disabled={rubric.criteria.length >= 20} onClick={add}>
          {s('addCriterion')}
        </Button>
        <Badge tone={sum() === 100 ? 'good' : 'warn'}>{sum() === 100 ? s('sumGood') : s('sum', { sum: sum() })}</Badge>
      </div>
      <div class="criterion-numbers mt-4">
        <For each={['commentMin', 'commentMax'] as const}>
          {(field) => (
            <Figure
              editing={editing}
              at={field}
              label={s(field)}
              value={rubric[field]}
              onInput={(value) => setRubric(field, Math.round(value))}
            />
          )}
        </For>
      </div>
      <Choices editing={editing} />
      <div class="mt-5">
        <ErrorSummary problems={editing.problems()} focusOn={tries()} />
      </div>
      <SavePart part={part} name={setup('rubric')} />
    </Card>
  )
}
