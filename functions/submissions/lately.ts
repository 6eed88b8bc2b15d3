import type { Recorded } from '../../events/catalogue.ts'
import type { Member } from '../../shared/permissions/actors.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { type Step, stepsOf } from '../../shared/submissions/timeline.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'
import { ownList } from './lists.ts'

/** How many submissions are looked through, how many facts of each, and how many happenings are told. */
const most = { submissions: 10, facts: 25, told: 8 } as const

export type Happening = Pick<Step, 'type' | 'at' | 'unit'> & { submission: string; batch: string; title: string }

/** What happened last to what my unit has entered in its newest batches, the latest first; words that were said stand on the pages themselves. */
export async function lately(member: Member): Promise<Happening[]> {
  const { rows } = await ownList(member, { limit: most.submissions })
  const heads = (await table.getMany(
    rows.map(({ id }) => key.submission(id)),
    false,
  )) as unknown as (Submission | undefined)[]
  const happened = await Promise.all(
    heads.map(async (submission): Promise<Happening[]> => {
      if (!submission) return []
      const { pk } = key.submission(submission.id)
      const { rows: facts } = await table.query<Row & Recorded>({ pk, begins: 'EVENT#', reverse: true, limit: most.facts })
      const { id, batch, title } = submission
      return stepsOf(submission, facts).map(({ type, at, unit }) => ({ type, at, ...(unit && { unit }), submission: id, batch, title }))
    }),
  )
  return happened
    .flat()
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, most.told)
}
