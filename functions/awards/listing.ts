import * as z from 'zod'
import type { Batch } from '../../shared/batches/schema.ts'
import { followUpsOf } from '../../shared/templates/following.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { awardStates } from '../../shared/templates/schema.ts'
import type { Text } from '../../shared/text.ts'
import { organisationsById } from '../organisations/byId.ts'
import { type AwardSummary, awards } from './store.ts'

const atOnce = 100
export const ListAsked = z.strictObject({
  /** The place in the list to go on from. */
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  category: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  state: z.enum(awardStates).optional(),
  order: z.enum(['list', 'due']).default('list'),
})
type Asked = z.infer<typeof ListAsked>
export type ListedAward = AwardSummary & { id: string; province?: string; categoryTitle: Text }

/** The awards of a batch: a list of some hundred at most, read whole, so that it can be narrowed and ordered in any way. */
export async function listedAwards(
  batch: Batch,
  { cursor, category, province, state, order }: Asked,
): Promise<{
  rows: ListedAward[]
  cursor?: string
  total: number
  counts: Record<string, number>
  provinces: string[]
  /** Templates of the checks that these awards come to. */
  followUps: ReturnType<typeof followUpsOf>
  host: string
  title: string
}> {
  const listed = await awards.allOfBatch(batch.id)
  const institutions = await organisationsById(listed.map(({ summary }) => summary.institution.id))
  const template = templateOf(batch.template.key, batch.template.version)
  // As the call names its categories, which is how the list was published.
  const place = new Map(batch.categories.map((category, i) => [category.key, i]))
  const all = listed.map(({ id, summary }): ListedAward => {
    const its = institutions.get(summary.institution.id)?.province
    return { ...summary, id, categoryTitle: categoryTitle(template, summary.category), ...(its && { province: its }) }
  })
  all.sort((a, b) => (place.get(a.category) ?? 0) - (place.get(b.category) ?? 0))
  const fitting = all.filter(
    (row) => (!category || row.category === category) && (!province || row.province === province) && (!state || row.state === state),
  )
  if (order === 'due') fitting.sort((a, b) => ((a.next?.due ?? '9') < (b.next?.due ?? '9') ? -1 : 1))
  const from = Number(cursor ?? 0)
  return {
    rows: fitting.slice(from, from + atOnce),
    ...(from + atOnce < fitting.length && { cursor: String(from + atOnce) }),
    total: fitting.length,
    counts: Object.fromEntries(awardStates.map((each) => [each, all.filter((row) => row.state === each).length])),
    provinces: [...new Set(all.flatMap((row) => row.province ?? []))].sort(),
    followUps: template ? followUpsOf(template) : [],
    host: batch.host.id,
    title: batch.title,
  }
}
