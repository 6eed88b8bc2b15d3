import type { Fact } from '../../events/catalogue.ts'
import { type FileOwner, fileOwners } from '../../shared/files/owners.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { sentences } from '../api/answer.ts'
import { now } from '../aws/clock.ts'
import { copyInspected, drop, load, look } from '../aws/files.ts'
import { key } from '../aws/keys.ts'
import { type Doing, type Move, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { inspect } from '../malware/inspect.ts'

const Arrived = /^quarantine\/([a-z]+)\/([0-9A-HJKMNP-TV-Z]{26})\/([0-9A-HJKMNP-TV-Z]{26})$/
const isOwner = (text: string): text is FileOwner => Object.hasOwn(fileOwners, text)

/**
 * Looks at an object that has arrived in quarantine: what passes goes to `clean/` and its row is bound to it, what does not is thrown away and its row says why.
 * May run twice: the copy is made again, the row moves once. An object without a waiting row (sent again after its check, or its row removed) is thrown away.
 */
export async function arrived(object: string): Promise<void> {
  const [, owner = '', of = '', file = ''] = Arrived.exec(object) ?? []
  if (!isOwner(owner)) return drop(object)
  const row = await table.get<FileRow>(key.upload(owner, of, file))
  if (row?.state !== 'waiting') return drop(object)
  const head = await look(object)
  if (!head) return
  if (head.bytes > row.maxBytes)
    return turnAway(row, object, refuse('file.too-large', { name: row.name, max: Math.round(row.maxBytes / 1_048_576) }))
  const loaded = await load(object)
  if (!loaded) return
  const inspected = await inspect(loaded.content, row)
  if (!inspected.ok) return turnAway(row, object, inspected)
  const { type, bytes, sha256, pages } = inspected.value
  const clean = `clean/${owner}/${of}/${file}`
  await copyInspected(object, clean, loaded.etag, row.name)
  const saved = await settle(
    row,
    { type: 'file.bound', submission: of, file, section: row.section ?? '', field: row.field ?? '', sha256, bytes },
    {
      state: 'clean',
      object: clean,
      type,
      bytes,
      sha256,
      ...(pages && { pages }),
    },
  )
  if (!saved) await drop(clean)
  await drop(object)
}

async function turnAway(row: FileRow, object: string, refusal: Refusal): Promise<void> {
  await settle(
    row,
    { type: 'file.refused', submission: row.of, file: row.id, reason: refusal.code },
    { state: 'refused', reason: sentences(refusal) },
  )
  await drop(object)
}

/** Moves the row, with the fact where it hangs on a submission. False when the row has meanwhile gone. */
async function settle(row: FileRow, fact: Fact, set: Record<string, unknown>): Promise<boolean> {
  const doing: Doing = { by: { kind: 'system', cause: 'arrival' }, at: now(), request: row.id }
  const move: Move = { key: { pk: row.pk, sk: row.sk }, head: row, fact, set, remove: ['upload', 'parts'] }
  const saved = row.owner === 'sub' ? await table.commit(doing, [move]) : await table.write(quietly(row, set))
  return saved.ok
}

/** Files of lists and awards have no event of their own: attaching and posting say what became of them. */
const quietly = ({ pk, sk, seq }: FileRow, set: Record<string, unknown>): Write =>
  writes.update(
    { pk, sk },
    { ...set, seq: seq + 1 },
    { expression: '#seq = :read', names: { '#seq': 'seq' }, values: { ':read': seq }, remove: ['upload', 'parts'] },
    refuse('changed-meanwhile'),
  )
