import type { Batch } from '../../shared/batches/schema.ts'
import type { SubmissionSummary } from '../../shared/submissions/schema.ts'
import type { SubmissionState } from '../../shared/submissions/states.ts'
import type { StageKind } from '../../shared/templates/schema.ts'

/** Changes the row of a batch as earlier acts leave it, or as the workflow does when time goes on. */
export async function changeBatch(id: string, change: Partial<Batch>): Promise<void> {
  const { table } = await import('../../functions/aws/table.ts')
  const { key } = await import('../../functions/aws/keys.ts')
  const head = await table.get<Batch>(key.batch(id))
  if (!head) throw new Error(`no batch ${id}`)
  await table.put({ ...head, ...change })
}

/** A batch comes to a stage as the workflow would bring it there, where no workflow runs. */
export async function comeTo(id: string, kind: StageKind): Promise<void> {
  const { batches } = await import('../../functions/batches/store.ts')
  const stage = (await batches.get(id))?.stages.findIndex((each) => each.kind === kind && each.on) ?? -1
  await changeBatch(id, { stage })
}

/** A submission is in a state, and stands in the lists in it, as what was decided in its batch leaves it. */
export async function decidedAs(batch: string, submission: string, state: SubmissionState): Promise<void> {
  const { table } = await import('../../functions/aws/table.ts')
  const { key } = await import('../../functions/aws/keys.ts')
  const [head, listed] = await table.getMany([key.submission(submission), key.listed(batch, submission)])
  if (!head || !listed) throw new Error(`no submission ${submission}`)
  const was = listed as unknown as { listSk: string; summary: SubmissionSummary }
  await table.put({ ...head, state })
  await table.put({
    ...listed,
    summary: { ...was.summary, state },
    listSk: was.listSk.replace(/^[^#]+/, state),
  })
}
