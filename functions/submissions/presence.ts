import type { Member } from '../../shared/permissions/actors.ts'
import { othersPresent, type Present, presenceSeconds } from '../../shared/submissions/presence.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/**
 * Notes that a writer has a submission open, and answers who else has. One small row for each writer, gone by itself: it is no part of the record, and nothing is decided by it.
 */
export async function bePresent(submission: string, { person, name }: Pick<Member, 'person' | 'name'>, section: string | null, at: string) {
  const row = key.present(submission, person)
  const ttl = Math.floor(Date.parse(at) / 1000) + presenceSeconds.gone
  const [all] = await Promise.all([
    table.all<Present>({ pk: row.pk, begins: 'PRESENT#' }),
    table.put({ ...row, person, name, section, at, ttl }),
  ])
  return othersPresent(all, person, at)
}
