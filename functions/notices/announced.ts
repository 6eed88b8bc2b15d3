import type { Notice, Objection } from '../../shared/notices/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** The objections to a notice. */
export const objectionsTo = (notice: string) => table.all<Objection>({ pk: key.notice(notice).pk, begins: 'OBJECTION#' })

/** The notices of a batch. */
export async function noticesOf(batch: string): Promise<Notice[]> {
  const listed = await table.all<{ id: string }>({ pk: partition.noticesOf(batch), index: 'lists' })
  const rows = await table.getMany(listed.map(({ id }) => key.notice(id)))
  return rows.filter((row) => row !== undefined) as unknown as Notice[]
}

/** The objections to all notices of a batch. */
export const objectionsOf = async (notices: readonly Pick<Notice, 'id'>[]): Promise<Objection[]> =>
  (await Promise.all(notices.map(({ id }) => objectionsTo(id)))).flat()
