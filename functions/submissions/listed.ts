import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import type { SubmissionFact } from '../../shared/submissions/states.ts'
import { unfold } from '../../shared/submissions/summary.ts'
import { environment } from '../aws/environment.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/**
 * Keeps the row by which the host finds a submission: made when it is first handed in, gone when it is discarded. The head as it stands now is copied, and never over a
 * newer one (by `seq`), so that facts may come twice, late, or in any order.
 */
export const showToHost = (fact: Recorded<FactOf<SubmissionFact>>): Promise<void> => showListed(fact.submission)

export async function showListed(of: string): Promise<void> {
  const submission = await table.get<Submission>(key.submission(of))
  if (!submission || submission.version === 0) return
  const { id, batch, category, state, submittedAt, createdAt, seq, order } = submission
  const summary = { ...unfold(submission.summary, batch), ...(order !== undefined && { order }) }
  const row = key.listed(batch, id)
  if (state === 'discarded') return table.remove(row)
  const pk = partition.categoryList(batch, category)
  const time = submittedAt ?? createdAt
  await table.write({
    item: {
      Put: {
        TableName: environment().TABLE_NAME,
        Item: {
          ...row,
          kind: 'listed',
          id,
          summary,
          seq,
          listPk: pk,
          listSk: `${state}#${time}#${id}`,
          ownerPk: pk,
          ownerSk: `${time}#${id}`,
        },
        ConditionExpression: 'attribute_not_exists(seq) OR seq <= :seq',
        ExpressionAttributeValues: { ':seq': seq },
      },
    },
    otherwise: 'done',
  })
}
