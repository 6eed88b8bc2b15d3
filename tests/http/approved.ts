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
