import { isRefused, Refused } from '../data/refused.ts'
import { type Parts, type Progress, postFile, putParts, StoreEnded } from './sending.ts'
import type { FilesApi } from './slots.ts'
import type { Remembered } from './upload-memory.ts'

/** Nothing of the file is with the store any more, and this page does not hold it: it must be chosen again. */
export class FileNeeded extends Error {}

type Tools = {
  api: FilesApi
  /** Notes how far it has come; kept on this device. */
  note: (change: Partial<Remembered>) => Promise<unknown>
  progress: Progress
  signal: AbortSignal
  /** How bytes leave; the real ways unless told otherwise. */
  ways?: { post: typeof postFile; parts: typeof putParts }
}

/**
 * Brings a file to the store from where it was left, and answers its id once all of it is there. A slot that no longer exists, or whose parts the store has given up, is
 * no dead end: the file begins anew in another.
 */
export async function carry(upload: Readonly<Remembered>, file: File | undefined, tools: Tools): Promise<string> {
  const { api, note } = tools
  if (upload.remote !== undefined) {
    const state = await standing(api, upload.remote)
    if (state === 'settled' || (state === 'waiting' && upload.sent)) return upload.remote
    if (state === 'waiting' && upload.partBytes !== undefined && file) {
      try {
        return await inParts(upload.remote, upload.partBytes, upload.done, file, tools)
      } catch (error) {
        if (!ended(error)) throw error
        if ((await standing(api, upload.remote)) === 'settled') return upload.remote
      }
    }
    if (state === 'waiting') await api.remove(upload.remote).catch(() => undefined)
    await note({ remote: undefined, partBytes: undefined, done: [], sent: false })
  }
  if (!file) throw new FileNeeded()
  const { section, field } = upload
  const slot = await api.open({ section, field, name: file.name, bytes: file.size, type: file.type })
  const remote = slot.file.id
  const partBytes = slot.upload.kind === 'parts' ? slot.upload.partBytes : undefined
  await note({ remote, partBytes, done: [], sent: false })
  if (partBytes !== undefined) return inParts(remote, partBytes, [], file, tools)
  if (slot.upload.kind === 'post') await (tools.ways?.post ?? postFile)(slot.upload, file, tools.progress, tools.signal)
  await note({ sent: true })
  return remote
}

async function inParts(remote: string, partBytes: number, done: Parts['done'], file: File, tools: Tools): Promise<string> {
  const { api, note, progress, signal } = tools
  const parts: Parts = {
    file,
    partBytes,
    done,
    sign: (numbers) => api.sign(remote, numbers),
    remember: (arrived) => note({ done: arrived }),
  }
  await api.complete(remote, await (tools.ways?.parts ?? putParts)(parts, progress, signal))
  await note({ sent: true })
  return remote
}

/** What the server knows of a slot: it waits for bytes or for the check, its check is done, or it is there no more. */
async function standing(api: FilesApi, remote: string): Promise<'waiting' | 'settled' | 'gone'> {
  try {
    const { state } = await api.state(remote)
    if (state === 'removed') return 'gone'
    return state === 'clean' || state === 'refused' ? 'settled' : 'waiting'
  } catch (error) {
    if (isRefused(error, 'not-found')) return 'gone'
    throw error
  }
}

/** Whether an error says that this slot takes nothing more, so that another is needed. */
const ended = (error: unknown): boolean =>
  error instanceof StoreEnded ||
  (error instanceof Refused && ['file.not-uploading', 'file.parts-missing', 'not-found'].includes(error.code))
