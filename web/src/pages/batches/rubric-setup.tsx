import { For, Show } from 'solid-js'
import { createStore, produce, reconcile, unwrap } from 'solid-js/store'
import type { Criterion, Rubric } from '../../../../shared/templates/schema.ts'
import { t as s } from '../../i18n/batch-setup.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Card } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { createPart, SavePart, type SetupPart } from './setup-part.tsx'

const copy = (rubric: Rubric): Rubric => structuredClone(rubric)
const empty: Rubric = { criteria: [], commentMin: 0, commentMax: 1000 }

/** The criteria that experts score by: changed, added, put in order, until their weights add up to 100. */
export default function RubricSetup(props: SetupPart) {
  const [rubric, setRubric] = createStore<Rubric>(copy(props.batch.rubric ?? empty))
  const part = createPart(props, 'rubric', () => ({ rubric: copy(unwrap(rubric)) }))
  const sum = () => rubric.criteria.reduce((total, { weight }) => total + Math.round(weight * 1000), 0) / 1000
  const complete = () =>
    rubric.criteria.length > 0 &&
    rubric.criteria.every(({ title, help, max, min, step }) => title.zh && title.en && help.zh && help.en && max > min && step > 0)
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
    setRubric(reconcile(copy(props.batch.rubric)))
    part.keep()
  }
  return (
    <Card
      title={s('rubric')}
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
                <TextField
                  label={s('titleZh')}
                  unmarked
                  required
                  max={40}
                  value={criterion.title.zh}
                  onInput={(zh) => setRubric('criteria', i(), 'title', 'zh', zh)}
                />
                <TextField
                  label={s('titleEn')}
                  unmarked
                  required
                  max={80}
                  value={criterion.title.en}
                  onInput={(en) => setRubric('criteria', i(), 'title', 'en', en)}
                />
                <TextField
                  label={s('helpZh')}
                  unmarked
                  required
                  max={200}
                  value={criterion.help.zh}
                  onInput={(zh) => setRubric('criteria', i(), 'help', 'zh', zh)}
                />
                <TextField
                  label={s('helpEn')}
                  unmarked
                  required
                  max={300}
                  value={criterion.help.en}
                  onInput={(en) => setRubric('criteria', i(), 'help', 'en', en)}
                />
              </div>
              <div class="criterion-numbers">
                <For each={['min', 'max', 'step', 'weight'] as const}>
                  {(field) => (
                    <NumberField
                      label={s(({ min: 'minimum', max: 'maximum', step: 'step', weight: 'weight' } as const)[field])}
                      unmarked
                      value={criterion[field]}
                      onInput={(value) => typeof value === 'number' && setRubric('criteria', i(), field, value)}
                    />
                  )}
                </For>
              </div>
              <Show when={criterion.anchors}>
                {(anchors) => (
                  <details class="mt-3">
                    <summary>{s('anchors')}</summary>
                    <ul class="mt-2 flex flex-col gap-2">
                      <For each={anchors()}>
                        {(anchor, j) => (
                          <li class="criterion-anchor">
                            <NumberField
                              label={s('anchorScore')}
                              unmarked
                              value={anchor.score}
                              onInput={(score) => typeof score === 'number' && setRubric('criteria', i(), 'anchors', j(), 'score', score)}
                            />
                            <TextField
                              label={s('anchorZh')}
                              unmarked
                              required
                              max={120}
                              value={anchor.text.zh}
                              onInput={(zh) => setRubric('criteria', i(), 'anchors', j(), 'text', 'zh', zh)}
                            />
                            <TextField
                              label={s('anchorEn')}
                              unmarked
                              required
                              max={200}
                              value={anchor.text.en}
                              onInput={(en) => setRubric('criteria', i(), 'anchors', j(), 'text', 'en', en)}
                            />
                          </li>
                        )}
                      </For>
                    </ul>
                  </details>
                )}
              </Show>
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
        <NumberField
          label={s('commentMin')}
          unmarked
          value={rubric.commentMin}
          onInput={(value) => typeof value === 'number' && setRubric('commentMin', value)}
        />
        <NumberField
          label={s('commentMax')}
          unmarked
          value={rubric.commentMax}
          onInput={(value) => typeof value === 'number' && setRubric('commentMax', value)}
        />
      </div>
      <SavePart part={part} name={s('rubric')} disabled={!complete()} />
    </Card>
  )
}
