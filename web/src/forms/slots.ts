import { request } from '../data/client.ts'

/** Where a file may be sent: in one piece, or in parts. */
export type Post = { kind: 'post'; url: string; fields: Record<string, string> }
export type SignedPart = { number: number; url: string }
export type Slot = { file: { id: string }; upload: Post | { kind: 'parts'; partBytes: number } }
export type FileCheck = {
  state: 'waiting' | 'clean' | 'refused' | 'removed'
  /** What the check found it to be. */
  type?: string
  reason?: string | { zh: string; en: string }
}

type Arrived = { number: number; etag: string }
type Opened =
  | { file: string; way: 'post'; url: string; fields: Record<string, string> }
  | { file: string; way: 'parts'; partBytes: number; parts: number }
const inParts = ({ partBytes }: { partBytes: number }) => ({ kind: 'parts' as const, partBytes })
/** Parts that one request may name. */
const notedAtOnce = 100

/** The requests of uploading, below the address of the files of one submission, list or work page. */
export function filesApi(address: string) {
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await request(`${address}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return (await response.json().catch(() => ({}))) as T
  }
  const parts = (file: string, body: { done?: readonly Arrived[]; numbers?: readonly number[] }) =>
    send<{ rows: SignedPart[] }>('POST', `/${file}/parts`, body)
  return {
    open: async (claim: { section?: string; field?: string; name: string; bytes: number; type: string }): Promise<Slot> => {
      const opened = await send<Opened>('POST', '', claim)
      const upload = opened.way === 'post' ? { kind: 'post' as const, url: opened.url, fields: opened.fields } : inParts(opened)
      return { file: { id: opened.file }, upload }
    },
    sign: async (file: string, numbers: readonly number[]) => (await parts(file, { numbers })).rows,
    /** Tells which parts the store has taken, some at a time, and then that all have been sent. */
    complete: async (file: string, done: readonly Arrived[]) => {
      for (let from = 0; from < done.length; from += notedAtOnce) await parts(file, { done: done.slice(from, from + notedAtOnce) })
      return send<unknown>('POST', `/${file}/complete`)
    },
    state: (file: string) => send<FileCheck>('GET', `/${file}`),
    remove: (file: string) => send<unknown>('DELETE', `/${file}`),
  }
}
export type FilesApi = ReturnType<typeof filesApi>
