import type { Batch } from '../../shared/batches/schema.ts'
import type { Notice, Objection } from '../../shared/notices/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** One objection to a notice. */
export const objectionTo = (notice: string, id: string) => table.get<Objection>(key.objection(notice, id))

/** The objections to a notice. */
export const objectionsTo = (notice: string) => table.all<Objection>({ pk: key.notice(notice).pk, begins: 'OBJECTION#' })

/** Whether a batch has gone on from its public notice: the list is being published, or is public. */
export function noticeLeft(batch: Pick<Batch, 'stages' | 'stage' | 'state'>): boolean {
  const last = batch.stages.findIndex(({ kind, on }) => kind === 'publish' && on)
  const notice = batch.stages.findLastIndex(({ kind, on }) => kind === 'notice' && on)
  return batch.state !== 'open' || (batch.stage ?? -1) > (notice >= 0 ? notice : last)
}

/** The notices of a batch. */
export async function noticesOf(batch: string): Promise<Notice[]> {
  const listed = await table.all<{ id: string }>({ pk: partition.noticesOf(batch), index: 'lists' })
  const rows = await table.getMany(listed.map(({ id }) => key.notice(id)))
  return rows.filter((row) => row !== undefined) as unknown as Notice[]
}

/** The objections to all notices of a batch. */
export const objectionsOf = async (notices: readonly Pick<Notice, 'id'>[]): Promise<Objection[]> =>
  (await Promise.all(notices.map(({ id }) => objectionsTo(id)))).flat()
