import type { Batch } from '../../shared/batches/schema.ts'
import type { Concluded } from '../../shared/notices/rules.ts'
import type { Notice, Objection } from '../../shared/notices/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { sheetStates } from './sheets.ts'

/** One objection to a notice. */
export const objectionTo = (notice: string, id: string) => table.get<Objection>(key.objection(notice, id))

/** The objections to a notice. */
export const objectionsTo = (notice: string) => table.all<Objection>({ pk: key.notice(notice).pk, begins: 'OBJECTION#' })

/** Whether a batch has gone on from its public notice: the list is being published, or is public. */
export function noticeLeft(batch: Pick<Batch, 'stages' | 'stage' | 'state'>): boolean {
  const notice = batch.stages.findLastIndex(({ kind, on }) => kind === 'notice' && on)
  return batch.state === 'completed' || (batch.stage ?? -1) > notice
}

/** The notices of a batch. */
export async function noticesOf(batch: string): Promise<Notice[]> {
  const listed = await table.all<{ id: string }>({ pk: partition.noticesOf(batch), index: 'lists' })
  const rows = await table.getMany(listed.map(({ id }) => key.notice(id)))
  return rows.filter((row) => row !== undefined) as unknown as Notice[]
}

/** What has been decided in a batch and announced of it, as far as the end of its last stages hangs on it; `standing` is how far each of its sheets is. */
export async function concluded(batch: Batch): Promise<Concluded & { standing: Awaited<ReturnType<typeof sheetStates>> }> {
  const [standing, notices] = await Promise.all([sheetStates(batch), noticesOf(batch.id)])
  const openObjections = (await objectionsOf(notices)).filter(({ state }) => state === 'open').length
  return { standing, sheets: standing.map(({ state }) => state), notices, openObjections }
}

/** The objections to all notices of a batch. */
export const objectionsOf = async (notices: readonly Pick<Notice, 'id'>[]): Promise<Objection[]> =>
  (await Promise.all(notices.map(({ id }) => objectionsTo(id)))).flat()
