import { request } from '../data/client.ts'

/** Where a file may be sent: in one piece, or in parts. */
export type Post = { kind: 'post'; url: string; fields: Record<string, string> }
export type SignedPart = { number: number; url: string }
export type Slot = { file: { id: string }; upload: Post | { kind: 'parts'; partBytes: number; parts: SignedPart[] } }
export type FileCheck = {
  state: 'uploading' | 'waiting' | 'checking' | 'clean' | 'refused'
  reason?: string | { zh: string; en: string }
}

/** The requests of uploading, below the address of the files of one submission, list or work page. */
export function filesApi(address: string) {
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await request(`${address}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return (await response.json().catch(() => ({}))) as T
  }
  return {
    open: (claim: { section?: string; field?: string; name: string; bytes: number; type: string }) => send<Slot>('POST', '', claim),
    sign: async (file: string, numbers: readonly number[]) =>
      (await send<{ parts: SignedPart[] }>('POST', `/${file}/parts`, { numbers })).parts,
    complete: (file: string, parts: readonly { number: number; etag: string }[]) => send<unknown>('POST', `/${file}/complete`, { parts }),
    state: (file: string) => send<FileCheck>('GET', `/${file}`),
    remove: (file: string) => send<unknown>('DELETE', `/${file}`),
  }
}
export type FilesApi = ReturnType<typeof filesApi>
