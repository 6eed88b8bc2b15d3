import type { Context } from 'hono'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { SheetRow } from '../../shared/sheets/row.ts'
import { sha256 } from '../aws/chain.ts'
import { keep, load } from '../aws/files.ts'
import { key } from '../aws/keys.ts'
import { type Doing, type Row, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { readSpreadsheet } from '../documents/excel/read.ts'

/** A sheet that is carried out in chunks, each small enough for one request; what each chunk did is written down once. */
export type Counts = { created: number; changed: number; unchanged: number; refused: number }
export const noCounts: Counts = { created: 0, changed: 0, unchanged: 0, refused: 0 }
export type ImportKind = 'register' | 'accounts'
export type ImportRow = Row & { id: string; of: ImportKind; sha256: string; records: number; by: string; at: string; finishedAt?: string }

/** API Gateway hands a body of up to 6 MB to the function in base 64, which leaves so much of a file. */
export const importBytes = 4_000_000
const days = 30

/** Keeps a sheet as it came, so that every chunk reads the same. */
export async function keepImport(organisation: string, of: ImportKind, content: Uint8Array, records: number, doing: Doing): Promise<void> {
  await keep(objectOf(doing.request), content)
  const row: ImportRow = {
    ...key.import(organisation, doing.request),
    id: doing.request,
    of,
    sha256: sha256(content),
    records,
    by: doing.by.kind === 'member' ? doing.by.person : doing.by.kind,
    at: doing.at,
    ttl: Math.floor(Date.parse(doing.at) / 1000) + days * 86_400,
  }
  await table.write(writes.putNew(row, 'done'))
}

export async function openImport(organisation: string, id: string, of: ImportKind): Promise<Outcome<{ row: ImportRow; rows: SheetRow[] }>> {
  const row = await table.get<ImportRow>(key.import(organisation, id))
  const file = row?.of === of ? await load(objectOf(id)) : undefined
  if (!row || !file) return refuse('not-found')
  const rows = await readSpreadsheet(file.content)
  return rows.ok ? accept({ row, rows: rows.value }) : rows
}

/** Writes down what a chunk did; of a chunk carried out twice the first account stands. Gives all accounts so far, by where they begin. */
export async function noteChunk(row: ImportRow, from: number, counts: Counts): Promise<Map<number, Counts>> {
  const name = `from${from}`
  const here = { pk: row.pk, sk: row.sk }
  const unsaid = { expression: 'attribute_exists(pk) AND attribute_not_exists(#chunk)', names: { '#chunk': name } }
  await table.write(writes.update(here, { [name]: counts }, unsaid, 'done'))
  const now = (await table.get<ImportRow>(here)) ?? row
  const chunks = Object.entries(now).flatMap(([attribute, value]) => {
    const start = /^from(\d+)$/.exec(attribute)?.[1]
    return start === undefined ? [] : [[Number(start), value as Counts] as const]
  })
  return new Map(chunks)
}

export const sum = (counts: Iterable<Counts>): Counts =>
  [...counts].reduce(
    (total, one) => ({
      created: total.created + one.created,
      changed: total.changed + one.changed,
      unchanged: total.unchanged + one.unchanged,
      refused: total.refused + one.refused,
    }),
    noCounts,
  )

/** The bytes of the sheet in a request: a form's file or the bare body. */
export async function sheetIn(c: Context): Promise<Outcome<Uint8Array>> {
  if (!c.req.header('content-type')?.startsWith('multipart/form-data')) {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return bytes.length > 0 ? accept(bytes) : refuse('spreadsheet.unreadable')
  }
  // A form without a boundary, or cut off, throws where it is read.
  const file = await c.req.parseBody().then(
    (form) => form.file,
    () => undefined,
  )
  return file instanceof File ? accept(new Uint8Array(await file.arrayBuffer())) : refuse('spreadsheet.unreadable')
}

const objectOf = (id: string) => `imports/${id}`
