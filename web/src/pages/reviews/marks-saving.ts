import type { Field, SectionValues } from '../../../../shared/forms/schema.ts'
import { inRange, type Marks } from '../../../../shared/reviews/scoring.ts'
import type { Rubric } from '../../../../shared/templates/schema.ts'
import { isRefused, Refused } from '../../data/refused.ts'
import type { Body, Saver } from '../../forms/saver.ts'
import type { Saved } from '../../forms/saving.ts'
import { t } from '../../i18n/review-desk.ts'
import { linkWire } from '../../r/link.ts'

const prefix = 'score:'

/** Marks as the answers of a section, so that they are saved, kept on the device and merged by the same code as forms. */
export const answersOf = ({ scores, comment, recommendation }: Marks): SectionValues => ({
  ...Object.fromEntries(Object.entries(scores).map(([key, score]) => [prefix + key, score])),
  comment,
  ...(recommendation !== undefined && { recommendation }),
})
export function marksOf(answers: SectionValues): Marks {
  const scores = Object.entries(answers).flatMap(([key, score]) =>
    key.startsWith(prefix) && typeof score === 'number' ? [[key.slice(prefix.length), score] as const] : [],
  )
  const { comment, recommendation } = answers
  return {
    scores: Object.fromEntries(scores),
    comment: typeof comment === 'string' ? comment : '',
    ...(typeof recommendation === 'string' && recommendation !== '' && { recommendation }),
  }
}
export const scoreKey = (criterion: string): string => prefix + criterion

/** The same without scores that are out of range, which the server would refuse. */
export const sendableMarks = (rubric: Rubric, answers: SectionValues): SectionValues => {
  const bad = rubric.criteria.filter(({ key, ...criterion }) => {
    const score = answers[scoreKey(key)]
    return typeof score === 'number' && !inRange({ key, ...criterion }, score)
  })
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !bad.some((criterion) => scoreKey(criterion.key) === key)))
}

/** The rubric as fields, to show two differing reviews side by side. */
export const fieldsOf = (rubric: Rubric): Field[] => [
  ...rubric.criteria.map((criterion) => ({
    kind: 'number' as const,
    key: scoreKey(criterion.key),
    label: criterion.title,
    decimals: 2,
  })),
  ...(rubric.recommendation
    ? [{ kind: 'choice' as const, key: 'recommendation', label: bothTexts('recommendation'), choices: rubric.recommendation }]
    : []),
  { kind: 'longText', key: 'comment', label: bothTexts('comment'), max: rubric.commentMax },
]
const bothTexts = (key: 'comment' | 'recommendation') => ({ zh: t.catalogue.zh[key], en: t.catalogue.en[key] })

/** Saves a review under its version; what another device saved meanwhile comes back as answers. */
export function reviewSaver(batch: string, submission: string): Saver {
  const address = `/api/batches/${batch}/desk/${submission}`
  return { address, save: (body) => saveReviewAt(address, body) }
}

export async function saveReviewAt(address: string, { version, values }: Body): Promise<Saved> {
  try {
    const response = await linkWire.fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version, marks: marksOf(values) }),
    })
    return (await response.json()) as Saved
  } catch (error) {
    if (!isRefused(error, 'review.saved-elsewhere')) throw error
    const theirs = (error.body.data as { theirs?: { version: number; marks: Marks; savedAt?: string } } | undefined)?.theirs
    if (!theirs) throw error
    const told = { version: theirs.version, values: answersOf(theirs.marks), by: null, at: theirs.savedAt ?? '' }
    throw new Refused(error.status, { ...error.body, data: { theirs: told } })
  }
}
