import * as z from 'zod'
import type { FileOwner } from './owners.ts'

export const FileName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((name) => !/[\p{Cc}\\/]/u.test(name), 'no path, no control characters')

/** What the browser says of a file before it sends it. Believed of nothing but the name. */
export const FileClaim = z.strictObject({ name: FileName, bytes: z.int().positive(), type: z.string().max(100) })
export type FileClaim = z.infer<typeof FileClaim>

/** `removed` rows stay for the chain of their events; nothing shows them. */
export type FileState = 'waiting' | 'clean' | 'refused' | 'removed'

/** The row of a file. Name and kind are the uploader's word until it is clean; bytes, type and hash are then what was found. */
export type FileRow = {
  id: string
  owner: FileOwner
  /** Id of the thing it hangs on. */
  of: string
  section?: string
  field?: string
  name: string
  type: string
  bytes: number
  accept: readonly AcceptKind[]
  maxBytes: number
  state: FileState
  /** Key in the bucket, once clean. */
  object?: string
  sha256?: string
  /** Of a document, as far as they can be counted. */
  pages?: number
  /** A picture as it lies on the public site, when it does: its path there and its size in pixels. */
  shown?: { path: string; width: number; height: number }
  /** Why it was refused, in both languages. */
  reason?: { zh: string; en: string }
  /** The store's id of an upload in parts, while it is under way. */
  upload?: string
  /** Tags of the parts that have arrived, by number. */
  parts?: Record<string, string>
  /** After this a slot that was never used no longer keeps a submission from being handed in. */
  until: string
  by: { person: string; name: string }
  at: string
  seq: number
  chain: string
  pk: string
  sk: string
}
export type AcceptKind = 'pdf' | 'image' | 'word' | 'excel' | 'video' | 'archive'

/** Up to this many bytes a file is sent in one piece. */
export const onePiece = 8 * 1024 * 1024
/** Size of a part above that; the store asks for at least 5 MB and at most 10,000 parts. */
export const partBytes = 8 * 1024 * 1024
/** How long a slot may be used: one piece, and in parts. */
export const slotMinutes = { one: 60, parts: 24 * 60 } as const
/** Downloads are signed for this long, in seconds. */
export const downloadSeconds = 300

export const partsOf = (bytes: number): number => Math.ceil(bytes / partBytes)
