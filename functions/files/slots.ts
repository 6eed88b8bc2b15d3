import type { FileOwner } from '../../shared/files/owners.ts'
import { mayUpload, type Room } from '../../shared/files/rules.ts'
import { type FileClaim, type FileRow, onePiece, partBytes, partsOf, slotMinutes } from '../../shared/files/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { invalid } from '../../shared/request.ts'
import { environment } from '../aws/environment.ts'
import { beginParts, dropParts, joinParts, look, type Part, partUrls, postForm, quarantine } from '../aws/files.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'

/** What a file is to hang on, and where in it. */
export type Place = { owner: FileOwner; of: string; section?: string; field?: string }
/** How the browser is to send a file: one form, or parts of a given size. */
export type Slot =
  | { file: string; way: 'post'; url: string; fields: Record<string, string> }
  | { file: string; way: 'parts'; partBytes: number; parts: number }

const minutesOf = (bytes: number) => (bytes > onePiece ? slotMinutes.parts : slotMinutes.one)
const laterBy = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()
/** The object of a file. Made of the thing it hangs on and its own id, so that nobody can aim at another's. */
export const objectOf = ({ owner, of, id }: Pick<FileRow, 'owner' | 'of' | 'id'>) => quarantine(owner, of, id)

/**
 * Opens a slot for one file. Its id is the request's: asked again, the same slot is given. There is no event: nothing has become true yet, and most of what is begun
 * and given up would fill the record.
 */
export async function openSlot(
  place: Place,
  room: Room | undefined,
  claim: FileClaim,
  by: FileRow['by'],
  doing: Doing,
): Promise<Outcome<Slot>> {
  const at = key.upload(place.owner, place.of, doing.request)
  const before = await table.get<FileRow>(at)
  if (before) return before.section === place.section && before.field === place.field ? slotOf(before) : refuse('changed-meanwhile')
  const may = mayUpload(room, claim)
  if (!may.ok || !room) return may.ok ? refuse('file.no-such-field') : may
  const row: FileRow = {
    ...at,
    ...place,
    id: doing.request,
    name: claim.name,
    type: claim.type,
    bytes: claim.bytes,
    accept: room.accept,
    maxBytes: room.maxBytes,
    state: 'waiting',
    until: laterBy(doing.at, minutesOf(claim.bytes)),
    by,
    at: doing.at,
    seq: 0,
    chain: '',
  }
  const upload = claim.bytes > onePiece ? await beginParts(objectOf(row)) : undefined
  const opened = { ...row, ...(upload && { upload, parts: {} }) }
  const saved = await table.write(writes.putNew({ kind: 'file', ...opened }, refuse('changed-meanwhile')))
  if (saved.ok) return slotOf(opened)
  if (upload) await dropParts(objectOf(row), upload)
  return saved
}

async function slotOf(row: FileRow): Promise<Outcome<Slot>> {
  if (row.state !== 'waiting') return refuse('file.not-uploading')
  if (row.upload) return accept({ file: row.id, way: 'parts', partBytes, parts: partsOf(row.bytes) })
  const { url, fields } = await postForm(objectOf(row), Math.min(row.maxBytes, onePiece), slotMinutes.one * 60)
  return accept({ file: row.id, way: 'post', url, fields })
}

export type Progress = { parts: number; done: number[]; rows: { number: number; url: string }[] }
export type PartsAsked = { done?: readonly Part[] | undefined; numbers?: readonly number[] | undefined }

const underWay = (row: FileRow): row is FileRow & { upload: string } => row.state === 'waiting' && row.upload !== undefined
const arrivedOf = (row: FileRow): Part[] => Object.entries(row.parts ?? {}).map(([number, etag]) => ({ number: Number(number), etag }))

/**
 * Notes which parts have arrived, by the tags the store gave for them, and gives addresses for others: an upload that broke off is taken up where it stopped.
 * The tags are the browser's word; the store holds it to them when the parts are joined, and the check looks at what that makes.
 */
export async function partsOfUpload(row: FileRow, { done = [], numbers = [] }: PartsAsked): Promise<Outcome<Progress>> {
  if (!underWay(row)) return refuse('file.not-uploading')
  const parts = partsOf(row.bytes)
  if ([...numbers, ...done.map(({ number }) => number)].some((number) => number > parts))
    return invalid({ path: 'numbers', kind: 'too-large', limit: parts })
  const noted = { ...row.parts, ...Object.fromEntries(done.map(({ number, etag }) => [number, etag])) }
  const saved = done.length > 0 ? await table.write(note(row, done)) : accept(null)
  if (!saved.ok) return saved
  const rows = await partUrls(objectOf(row), row.upload, numbers, slotMinutes.one * 60)
  return accept({ parts, done: Object.keys(noted).map(Number), rows })
}

/** Each part under its own number, so that two requests that note parts at once are both kept. */
const note = ({ pk, sk }: FileRow, done: readonly Part[]): Write => ({
  item: {
    Update: {
      TableName: environment().TABLE_NAME,
      Key: { pk, sk },
      UpdateExpression: `SET ${done.map((_, i) => `#parts.#n${i} = :e${i}`).join(', ')}`,
      ConditionExpression: 'attribute_exists(#upload)',
      ExpressionAttributeNames: {
        '#parts': 'parts',
        '#upload': 'upload',
        ...Object.fromEntries(done.map(({ number }, i) => [`#n${i}`, String(number)])),
      },
      ExpressionAttributeValues: Object.fromEntries(done.map(({ etag }, i) => [`:e${i}`, etag])),
    },
  },
  otherwise: refuse('file.not-uploading'),
})

/**
 * Joins the parts once all are noted. What that makes is then checked like any file. Asked again because the answer was lost, it finds the parts joined already, and says
 * so too.
 */
export async function finish(row: FileRow): Promise<Outcome<{ file: string }>> {
  if (!underWay(row)) return refuse('file.not-uploading')
  const done = arrivedOf(row).sort((a, b) => a.number - b.number)
  if (done.length < partsOf(row.bytes)) return refuse('file.parts-missing')
  const joined = (await joinParts(objectOf(row), row.upload, done)) || (await look(objectOf(row))) !== undefined
  return joined ? accept({ file: row.id }) : refuse('file.parts-missing')
}

/** What is told of a file: never where it lies. */
export const fileShown = ({ id, section, field, name, type, bytes, state, reason, at, by }: FileRow) => ({
  id,
  section,
  field,
  name,
  type,
  bytes,
  state,
  reason,
  at,
  by,
})
