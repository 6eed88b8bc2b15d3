import type { Batch } from '../../shared/batches/schema.ts'
import type { StageKind } from '../../shared/templates/schema.ts'

/** The head of a batch as earlier acts or stages leave it. */
export async function turn(id: string, change: Partial<Pick<Batch, 'state' | 'stage'>>): Promise<void> {
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
  await turn(id, { stage })
}

/** A category's sheet with these lines, as it stands once an approver has approved it. */
export async function approvedSheet(
  batch: string,
  category: string,
  decided: readonly { submission: string; outcome: string }[],
): Promise<void> {
  const { table } = await import('../../functions/aws/table.ts')
  const { key } = await import('../../functions/aws/keys.ts')
  const { keptLines, sheetHash } = await import('../../functions/decisions/lines.ts')
  for (const [i, { submission, outcome }] of decided.entries())
    await table.put({
      ...key.decision(batch, category, submission),
      submission,
      outcome,
      proposal: outcome,
      rank: i + 1,
      score: 90 - i,
      decided: false,
    })
  const sha256 = sheetHash(await keptLines(batch, category))
  await table.put({ ...key.sheet(batch, category), kind: 'sheet', batch, category, state: 'approved', sha256, seq: 1, chain: '' })
}
