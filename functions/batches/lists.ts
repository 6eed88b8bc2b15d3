import type { BatchSummary } from '../../shared/batches/schema.ts'
import { partsIn } from '../../shared/batches/summary.ts'
import type { UnitRef } from '../../shared/organisations/schema.ts'
import type { Member } from '../../shared/permissions/actors.ts'
import { templateOf } from '../../shared/templates/index.ts'
import { BadCursor } from '../aws/cursor.ts'
import { partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

type Listed = { id: string; summary: BatchSummary }

/** The batches my unit hosts, newest first, drafts before all others. */
export async function hosted(member: Member, asked: { cursor?: string | undefined; limit: number }) {
  const unit = { ...member.organisation }
  const walked = await walk([partition.batchesOf(unit.id)], ['draft#', 'shown#'], asked)
  return { rows: walked.rows.map((row) => shown(row, unit)), cursor: walked.cursor }
}

/** The batches that units above mine host, once opened: those of the nearest unit first, each unit's newest first. */
export async function openTo(member: Member, asked: { cursor?: string | undefined; limit: number }) {
  const unit = { ...member.organisation }
  const walked = await walk(unit.path.toReversed().map(partition.batchesOf), ['shown#'], asked)
  return { rows: walked.rows.map((row) => shown(row, unit)), cursor: walked.cursor }
}

const shown = ({ id, summary }: Listed, unit: UnitRef) => {
  const template = templateOf(summary.template.key, summary.template.version)
  return { id, ...summary, parts: template ? partsIn(summary, template, unit) : [] }
}

/** Several partitions one after the other as one list; the cursor says in which of them, and where. */
async function walk(
  partitions: readonly string[],
  prefixes: readonly string[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const parts = partitions.flatMap((pk) => prefixes.map((begins) => ({ pk, begins })))
  let [at, inner] = readCursor(cursor)
  const rows: Listed[] = []
  for (; at < parts.length && rows.length < limit; at++, inner = undefined) {
    const part = parts[at]
    if (!part) break
    const page = await table.query<Listed>({
      ...part,
      index: 'lists',
      reverse: true,
      limit: limit - rows.length,
      ...(inner && { cursor: inner }),
    })
    rows.push(...page.rows)
    if (page.cursor) return { rows, cursor: writeCursor(at, page.cursor) }
  }
  return { rows, ...(at < parts.length && { cursor: writeCursor(at) }) }
}

const writeCursor = (at: number, inner?: string) => Buffer.from(JSON.stringify([at, inner])).toString('base64url')
function readCursor(cursor: string | undefined): [number, string | undefined] {
  if (cursor === undefined) return [0, undefined]
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(read) && Number.isInteger(read[0]) && read[0] >= 0)
      return [read[0], typeof read[1] === 'string' ? read[1] : undefined]
  } catch {
    throw new BadCursor()
  }
  throw new BadCursor()
}
