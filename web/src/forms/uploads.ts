import { createSignal, onCleanup } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import type { FileRef } from '../../../shared/forms/schema.ts'
import { sentenceOf } from '../data/refused.ts'
import { inLanguage } from '../i18n/texts.ts'
import type { ListedFile } from '../ui/file-list.tsx'
import { deviceStorage } from './device-storage.ts'
import { type Parts, type Progress, postFile, putParts } from './sending.ts'
import { type FilesApi, filesApi, type Slot } from './slots.ts'

/** A file on its way to one field. */
type Upload = ListedFile & { field: string; file: File; remote?: string; instead?: string }
/** What is remembered of an upload in parts, so that choosing the same file again goes on where it stopped. */
type Remembered = { remote: string; partBytes: number; done: { number: number; etag: string }[] }

export type FieldUploads = {
  /** Address of the files of this submission. */
  address: string
  list: () => readonly (ListedFile & { instead?: string })[]
  /** Sends files; one that comes `instead` of another takes its place once it has passed its check, and no sooner. */
  add: (files: readonly File[], instead?: string) => void
  resume: (id: string) => void
  remove: (id: string) => void
}

/** Milliseconds between looks at a file that is being checked; grows to the last value. */
const looks = [800, 1500, 3000, 5000] as const

/** The uploads of one section: straight to the store, in parts where large, resumed after an interruption. `onClean` tells what the files of a field become. */
export function createUploads(options: {
  address: string
  section: string
  onClean: (field: string, become: (files: readonly FileRef[]) => FileRef[]) => void
}) {
  const api: FilesApi = filesApi(options.address)
  const memory = deviceStorage('uploads')
  const [uploads, setUploads] = createStore<{ all: Upload[] }>({ all: [] })
  const [running, setRunning] = createSignal<ReadonlyMap<string, AbortController>>(new Map())
  let count = 0
  const change = (id: string, change: Partial<Upload>) =>
    setUploads(
      'all',
      (each) => each.id === id,
      produce((each) => {
        Object.assign(each, change)
      }),
    )
  const memoryKey = ({ field, file }: Upload) =>
    [options.address, options.section, field, file.name, file.size, file.lastModified].join('|')

  const run = async (upload: Upload) => {
    const controller = new AbortController()
    setRunning((all) => new Map(all).set(upload.id, controller))
    change(upload.id, { state: 'uploading', reason: undefined })
    const progress: Progress = (sent) => change(upload.id, { sent })
    try {
      const remote = await send(upload, progress, controller.signal)
      change(upload.id, { state: 'checking', sent: upload.bytes, remote })
      await memory.remove(memoryKey(upload)).catch(() => undefined)
      await check(upload, remote, controller.signal)
    } catch (error) {
      if (controller.signal.aborted) return
      change(upload.id, { state: error instanceof TypeError || !navigator.onLine ? 'paused' : 'failed', reason: sentenceOf(error) })
    } finally {
      setRunning((all) => new Map([...all].filter(([id]) => id !== upload.id)))
    }
  }

  const send = async (upload: Upload, progress: Progress, signal: AbortSignal): Promise<string> => {
    const known = (await memory.get(memoryKey(upload)).catch(() => undefined)) as Remembered | undefined
    const slot: Slot = known
      ? { file: { id: known.remote }, upload: { kind: 'parts', partBytes: known.partBytes, parts: [] } }
      : await api.open({ section: options.section, field: upload.field, name: upload.name, bytes: upload.bytes, type: upload.file.type })
    const remote = slot.file.id
    change(upload.id, { remote })
    if (slot.upload.kind === 'post') {
      await postFile(slot.upload, upload.file, progress, signal)
      return remote
    }
    const parts: Parts = {
      file: upload.file,
      partBytes: slot.upload.partBytes,
      urls: slot.upload.parts,
      done: known?.done ?? [],
      sign: (numbers) => api.sign(remote, numbers),
      remember: (done) =>
        memory.set(memoryKey(upload), { remote, partBytes: parts.partBytes, done } satisfies Remembered).catch(() => undefined),
    }
    await api.complete(remote, await putParts(parts, progress, signal))
    return remote
  }

  const check = async (upload: Upload, remote: string, signal: AbortSignal) => {
    for (let look = 0; !signal.aborted; look++) {
      const { state, reason } = await api.state(remote)
      if (state === 'clean') {
        setUploads('all', (all) => all.filter(({ id }) => id !== upload.id))
        const file = { id: remote, name: upload.name, bytes: upload.bytes, type: upload.file.type }
        return options.onClean(upload.field, (files) => withFile(files, file, upload.instead))
      }
      if (state === 'refused')
        return change(upload.id, { state: 'refused', reason: typeof reason === 'object' ? inLanguage(reason) : reason })
      await new Promise((resolve) => setTimeout(resolve, looks[Math.min(look, looks.length - 1)]))
    }
  }

  const resume = (id: string) => {
    const upload = uploads.all.find((each) => each.id === id)
    if (upload && !running().has(id)) void run({ ...upload })
  }
  const online = () => {
    for (const { id, state } of uploads.all) if (state === 'paused') resume(id)
  }
  window.addEventListener('online', online)
  onCleanup(() => {
    window.removeEventListener('online', online)
    for (const controller of running().values()) controller.abort()
  })

  /** Removes a file that is in the answers already, or one on its way. */
  const removeRemote = (remote: string) => api.remove(remote).catch(() => undefined)
  return {
    busy: () => running().size > 0,
    removeRemote,
    of: (field: string): FieldUploads => ({
      address: options.address,
      list: () => uploads.all.filter((each) => each.field === field),
      add: (files, instead) => {
        for (const file of files) {
          const upload: Upload = {
            id: `new-${++count}`,
            field,
            file,
            name: file.name,
            bytes: file.size,
            state: 'uploading',
            sent: 0,
            ...(instead !== undefined && { instead }),
          }
          setUploads('all', (all) => [...all, upload])
          void run(upload)
        }
      },
      resume,
      remove: (id) => {
        running().get(id)?.abort()
        const remote = uploads.all.find((each) => each.id === id)?.remote
        setUploads('all', (all) => all.filter((each) => each.id !== id))
        if (remote) void removeRemote(remote)
      },
    }),
  }
}
export type Uploads = ReturnType<typeof createUploads>

/** The files of a field once this one has come: in the place of another, whose caption it keeps, or as the last. */
export function withFile(files: readonly FileRef[], file: FileRef, instead?: string): FileRef[] {
  const at = files.findIndex(({ id }) => id === instead)
  if (at < 0) return [...files, file]
  const caption = files[at]?.caption
  return files.toSpliced(at, 1, { ...file, ...(caption !== undefined && { caption }) })
}
