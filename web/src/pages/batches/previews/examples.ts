import { rank } from '../../../../../shared/decisions/ranking.ts'
import type { SubmissionState } from '../../../../../shared/submissions/states.ts'
import { t } from '../../../i18n/previews.ts'
import type { SheetPage } from '../../decisions/sheet-api.ts'
import type { Row } from '../../submissions/submission-api.ts'
import type { HostView } from '../batch-api.ts'

/** States of the examples, one each: what waits, what is being corrected, what is still being written. */
const states = ['submitted', 'returned', 'draft'] as const satisfies readonly SubmissionState[]

const usedCategories = (host: HostView) => host.categories.filter(({ on }) => on)
const named = (n: number) => ({ title: t('exampleTitle', { n }), unit: t('exampleUnit', { n }) })
const collected = (host: HostView) => host.stages.find(({ kind, on }) => kind === 'collect' && on)

/** Submissions that nobody has entered, as a list would show them: of the categories of the batch, handed in within its dates. */
export function exampleRows(host: HostView): Row[] {
  const categories = usedCategories(host)
  return states.map((state, i) => {
    const { title, unit } = named(i + 1)
    const place = { id: `example-${i}`, name: unit, kind: 'university' as const }
    const opens = collected(host)?.opens
    return {
      id: `example-${i}`,
      summary: {
        title,
        unit: place,
        institution: place,
        batch: host.id,
        category: categories[i % Math.max(1, categories.length)]?.key ?? '',
        state,
        holder: null,
        sections: 10,
        sectionsDone: state === 'draft' ? 6 : 10,
        seq: 1,
        ...(state !== 'draft' && opens && { receipt: `SR-2222${i + 2}-33333`, submittedAt: opens }),
      },
    }
  })
}

/** Scores of three lines, the best first. */
const exampleScores = [
  [92, 90, 94],
  [88, 85, 90],
  [81, 84, 79],
]

/** A sheet of the batch's first category with three lines nobody has scored, to show how it is laid out and what can be decided. */
export function exampleSheet(host: HostView): SheetPage {
  const [category] = usedCategories(host)
  const outcomes = host.outcomes
  const scored = exampleScores.map((scores, i) => ({ submission: `example-${i}`, scores }))
  const rows = rank(scored, host.settings.method).map((figures, i): SheetPage['rows'][number] => {
    const { title, unit } = named(i + 1)
    const outcome = outcomes[Math.min(i, outcomes.length - 1)]?.key
    return {
      ...figures,
      title,
      unit,
      institution: unit,
      receipt: `SR-2222${i + 2}-33333`,
      scores: exampleScores[i] ?? [],
      decided: false,
      ...(outcome && { proposal: outcome, outcome }),
    }
  })
  return {
    sheet: {
      state: 'sent',
      ...(category?.places !== undefined && { places: category.places }),
      method: host.settings.method,
      outcomes,
      reviewed: host.stages.some(({ kind, on }) => kind === 'review' && on),
      host: host.host.name,
      checked: host.stages.filter(({ kind, on }) => on && (kind === 'endorse' || kind === 'screen')).map(({ title }) => title),
    },
    title: category?.title ?? { zh: host.title, en: host.title },
    total: rows.length,
    awarded: rows.filter(({ outcome }) => outcome === outcomes[0]?.key).length,
    undecided: 0,
    unreasoned: 0,
    rows,
  }
}
