import type { Batch } from '../../shared/batches/schema.ts'
import type { Concluded } from '../../shared/notices/rules.ts'
import type { Notice, Objection } from '../../shared/notices/schema.ts'
import { pick } from '../../shared/pick.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type NoticeStanding, type SheetStanding, sheetStates } from './sheets.ts'

/** One objection to a notice. */
export const objectionTo = (notice: string, id: string) => table.get<Objection>(key.objection(notice, id))

/** The objections to a notice, with those of this very moment: whether any is open decides what is published. */
export const objectionsTo = (notice: string) => table.all<Objection>({ pk: key.notice(notice).pk, begins: 'OBJECTION#', consistent: true })

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

/**
 * What has been decided in a batch and announced of it, as far as the end of its last stages hangs on it. The objections are read after the notices that
 * count them: one that comes in between is seen open, or makes the count another than was read.
 */
export async function concluded(batch: Batch): Promise<ConcludedAsRead> {
  const [sheets, notices] = await Promise.all([sheetStates(batch), noticesOf(batch.id)])
  const [pages, objections] = await Promise.all([table.getMany(notices.map(({ id }) => key.portal('NOTICE', id))), objectionsOf(notices)])
  return {
    sheets,
    notices: notices.map((notice, i) => ({
      ...pick(notice, ['id', 'seq', 'ends', 'amendments', 'objections']),
      corrections: Number(pages[i]?.corrections ?? 0),
    })),
    openObjections: objections.filter(({ state }) => state === 'open').length,
  }
}

/** What is to be so still when something rests on it. */
export type ConcludedAsRead = Concluded & { sheets: readonly SheetStanding[]; notices: readonly NoticeStanding[] }

/** The objections to all notices of a batch. */
export const objectionsOf = async (notices: readonly Pick<Notice, 'id'>[]): Promise<Objection[]> =>
  (await Promise.all(notices.map(({ id }) => objectionsTo(id)))).flat()
