import { now } from '../aws/clock.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { workflow } from '../aws/workflow.ts'
import { type Write, writes } from '../aws/writes.ts'
import { type Answer, type StageRow, stages } from './stages.ts'

/** Writes an answer beside the token, if there is none yet. */
export const answerWrite = (batch: string, index: number, answer: Answer, also: Partial<StageRow> = {}): Write =>
  writes.update(
    key.stage(batch, index),
    { answer, ...also },
    { expression: 'attribute_exists(pk) AND attribute_not_exists(answer)' },
    'done',
  )

/** Sends the answer of a stage if both it and the token are there. May be called at any time, and again. */
export async function passOn(batch: string, index: number): Promise<boolean> {
  const row = await stages.get(batch, index)
  if (!row?.token || !row.answer) return false
  return workflow.answer(row.token, { batch, stage: index, why: row.answer.why })
}

/** A stage is over because people have decided what it is for. The workflow goes on at once, or as soon as it comes to the stage. */
export async function decideStage(batch: string, index: number): Promise<void> {
  await table.write(answerWrite(batch, index, { why: 'decided', at: now() }))
  await passOn(batch, index)
}

/** The workflow waits for a stage: keeps its token beside the answer, which may be there already. */
export async function awaitStage(batch: string, index: number, token: string): Promise<void> {
  await table.write(writes.update(key.stage(batch, index), { token }, { expression: 'attribute_exists(pk)' }, 'done'))
  await passOn(batch, index)
}

/** A deadline has come: answers only while the row still names this closing time, so that an extension that was quicker holds. */
export async function closeStage(batch: string, index: number, closes: string): Promise<void> {
  await table.write(
    writes.update(
      key.stage(batch, index),
      { answer: { why: 'due', at: now() } satisfies Answer },
      { expression: 'closes = :closes AND attribute_not_exists(answer)', values: { ':closes': closes } },
      'done',
    ),
  )
  await passOn(batch, index)
}

/** The batch is over before its last stage: whatever it waits for is answered, so that its execution ends. */
export async function endWorkflow(batch: string): Promise<void> {
  const rows = await stages.of(batch)
  for (const { index } of rows.filter(({ state }) => state !== 'left')) {
    await table.write(answerWrite(batch, index, { why: 'ended', at: now() }))
    await passOn(batch, index)
  }
}
