import { type Panel, panel } from '../../shared/decisions/panel.ts'
import { partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** How far the experts of a category agree, from its scores alone. */
export async function panelOf(batch: string, category: string): Promise<Panel> {
  const rows = await table.all<{ sk: string; submission: string; score: number }>({ pk: partition.scores(batch, category) })
  return panel(rows.map(({ sk, submission, score }) => ({ submission, expert: sk.slice(submission.length + 1), score })))
}
