import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import type { SubmissionFact } from '../../shared/submissions/states.ts'
import { environment } from '../aws/environment.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/**
 * Keeps the row by which the host finds a submission: made when it is first handed in, gone when it is discarded. The head as it stands now is copied, and only over an
 * older one (by `seq`), so that facts may come twice, late, or in any order.
 */
export async function showToHost(fact: Recorded<FactOf<SubmissionFact>>): Promise<void> {
  const submission = await table.get<Submission>(key.submission(fact.submission))
  if (!submission || submission.version === 0) return
  const { id, batch, category, state, summary, submittedAt, createdAt, seq } = submission
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
        ConditionExpression: 'attribute_not_exists(seq) OR seq < :seq',
        ExpressionAttributeValues: { ':seq': seq },
      },
    },
    otherwise: 'done',
  })
}
