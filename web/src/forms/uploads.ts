import { onCleanup } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import { actId } from '../data/act-id.ts'
import { sentenceOf, Unreachable } from '../data/refused.ts'
import { me } from '../data/session.ts'
import type { ListedFile } from '../ui/file-list.tsx'
import { bind } from './binding.ts'
import { carry, FileNeeded } from './carrying.ts'
import { type Found, untilChecked } from './checking.ts'
import { type Become, withFile } from './file-values.ts'
import { type FilesApi, filesApi } from './slots.ts'
import { isThatFile, memory, type Remembered, sendHere } from './upload-memory.ts'
import { isAttended, tellHeld } from './waiting.ts'

/** A file on its way as it is shown, with what it is known by when it is chosen again, the address of its section and the key of its field. */
type Listed = ListedFile & Pick<Remembered, 'modified' | 'address' | 'field' | 'instead'>
/**
 * What is on its way: what is remembered of it, the file while this page holds it, how to stop it while it runs, and whether it is just being put into its section: who removes
 * it then leaves the rest to that.
 */
type Upload = { memory: Remembered; file?: File | undefined; stop?: AbortController | undefined; binding?: boolean }

export type FieldUploads = {
  /** Address of the files of this submission. */
  address: string
  list: () => readonly Listed[]
  /** Sends files; one that comes `instead` of another takes its place once it has passed its check, and no sooner. A file that broke off goes on. */
  add: (files: readonly File[], instead?: string) => void
  resume: (id: string) => void
  remove: (id: string) => void
}

/** Milliseconds between looks whether the page of a section has sent what was typed in it. */
const pageLook = 300
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** All that is on its way from this page. It belongs to the application, not to the page of a section: leaving a section stops nothing. */
const [listed, setListed] = createStore<Listed[]>([])
const uploads = new Map<string, Upload>()
/** Sections whose page is open, by address, with what puts a checked file into them. */
const pages = new Map<string, (field: string, become: Become) => void>()
const recalled = new Map<string, Promise<void>>()
sendHere()

const change = (id: string, changed: Partial<Listed>) =>
  setListed(
    (each) => each.id === id,
    produce((each) => {
      Object.assign(each, changed)
    }),
  )
const note = async (upload: Upload, changed: Partial<Remembered>) => {
  Object.assign(upload.memory, changed)
  await memory.keep({ ...upload.memory })
}
const drop = async (id: string) => {
  uploads.delete(id)
  setListed((all) => all.filter((each) => each.id !== id))
  await memory.forget(id)
}

function list(upload: Upload, state: ListedFile['state']): void {
  const { id, address, field, name, bytes, modified, instead } = upload.memory
  uploads.set(id, upload)
  setListed((all) => [...all, { id, address, field, name, bytes, modified, state, sent: 0, instead }])
}

async function run(id: string): Promise<void> {
  const upload = uploads.get(id)
  if (!upload || upload.stop) return
  const stop = new AbortController()
  upload.stop = stop
  const api = filesApi(upload.memory.files)
  change(id, { state: upload.memory.sent ? 'checking' : 'uploading', reason: undefined })
  try {
    const remote = await carry(upload.memory, upload.file, {
      api,
      note: (changed) => noteWhile(upload, stop.signal, api, changed),
      progress: (sent) => change(id, { sent }),
      signal: stop.signal,
    })
    change(id, { state: 'checking', sent: upload.memory.bytes })
    const { person } = upload.memory
    const found = await untilChecked(api, remote, () => stop.signal.aborted || me()?.person.id !== person)
    await settle(upload, remote, found, stop.signal)
  } catch (error) {
    if (stop.signal.aborted) return
    const away = error instanceof TypeError || error instanceof Unreachable || !navigator.onLine
    if (error instanceof FileNeeded) change(id, { state: 'interrupted' })
    else change(id, { state: away ? 'paused' : 'failed', reason: sentenceOf(away ? new Unreachable() : error) })
  } finally {
    upload.stop = undefined
  }
}

/** A file that was removed while its slot was being opened leaves no slot behind, which would keep the submission from being handed in. */
async function noteWhile(upload: Upload, signal: AbortSignal, api: FilesApi, changed: Partial<Remembered>): Promise<void> {
  if (!signal.aborted) return note(upload, changed)
  if (changed.remote !== undefined) await api.remove(changed.remote).catch(() => undefined)
  throw new DOMException('aborted', 'AbortError')
}

async function settle(upload: Upload, remote: string, found: Found, signal: AbortSignal): Promise<void> {
  const { id, person, address, field, name, bytes, instead } = upload.memory
  if ('refused' in found) {
    change(id, { state: 'refused', reason: found.refused })
    await memory.forget(id)
    return
  }
  const clean = { id: remote, name, bytes, type: found.type }
  while (isAttended(address) && !pages.has(address)) await wait(pageLook)
  if (signal.aborted) return
  if (!pages.has(address)) {
    upload.binding = true
    await bind({ person, address, field }, clean, instead, signal).finally(() => {
      upload.binding = false
    })
    tellHeld()
  }
  // A page that was opened meanwhile has read the section without the file.
  if (!signal.aborted) pages.get(address)?.(field, (files) => withFile(files, clean, instead))
  await drop(id)
}

/** Lists what this device remembers of a submission; what only waited for its check goes on by itself. */
export function recallUploads(files: string): Promise<void> {
  const person = me()?.person.id ?? ''
  const known = recalled.get(`${person} ${files}`) ?? recall(person, files)
  recalled.set(`${person} ${files}`, known)
  return known
}

async function recall(person: string, files: string): Promise<void> {
  for (const each of await memory.left(person, new Date().toISOString())) {
    if (each.files !== files || uploads.has(each.id)) continue
    list({ memory: each }, each.sent ? 'checking' : 'interrupted')
    if (each.sent) void run(each.id)
  }
}
/** All that is on its way in a submission, by the address of its files. */
export const uploadsOf = (files: string): readonly Listed[] => listed.filter(({ id }) => uploads.get(id)?.memory.files === files)

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => {
    for (const { id, state } of listed) if (state === 'paused') void run(id)
  })
  window.addEventListener('beforeunload', (event) => {
    if (listed.some(({ state }) => state === 'uploading' || state === 'checking' || state === 'paused')) event.preventDefault()
  })
}

/** The uploads of one section while its page is open: straight to the store, in parts where large. `onClean` tells what the files of a field become. */
export function createUploads(options: {
  files: string
  address: string
  section: string
  onClean: (field: string, become: Become) => void
}) {
  const { files, address, section } = options
  pages.set(address, options.onClean)
  onCleanup(() => pages.get(address) === options.onClean && pages.delete(address))
  void recallUploads(files)

  /** Removes a file that is in the answers already, or one on its way. */
  const removeRemote = (remote: string) =>
    filesApi(files)
      .remove(remote)
      .catch(() => undefined)
  const add = async (field: string, file: File, instead?: string) => {
    // Chosen before it is known what broke off, the same file would be sent from its beginning.
    await recallUploads(files)
    const broken = listed.find(
      (each) => each.address === address && each.field === field && each.state === 'interrupted' && isThat(each.id, file),
    )
    const known = broken && uploads.get(broken.id)
    if (broken && known) {
      known.file = file
      return void run(broken.id)
    }
    const id = actId()
    const { name, size: bytes, lastModified: modified } = file
    const place = { person: me()?.person.id ?? '', files, address, section, field }
    list(
      { memory: { id, ...place, name, bytes, modified, instead, done: [], sent: false, at: new Date().toISOString() }, file },
      'uploading',
    )
    void run(id)
  }
  return {
    removeRemote,
    of: (field: string): FieldUploads => ({
      address: files,
      list: () => listed.filter((each) => each.address === address && each.field === field),
      add: (chosen, instead) => {
        for (const file of chosen) void add(field, file, instead)
      },
      resume: (id) => void run(id),
      remove: (id) => {
        const upload = uploads.get(id)
        upload?.stop?.abort()
        if (upload?.memory.remote !== undefined && !upload.binding) void removeRemote(upload.memory.remote)
        void drop(id)
      },
    }),
  }
}
export type Uploads = ReturnType<typeof createUploads>

const isThat = (id: string, file: File) => {
  const upload = uploads.get(id)
  return upload !== undefined && isThatFile(upload.memory, file)
}
