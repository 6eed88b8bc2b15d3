import { deviceStorage } from './device-storage.ts'
import { keptDays, type Storage } from './drafts.ts'

/** What this device remembers of a file on its way: enough to go on after a reload, and to ask for the file again when it is needed. */
export type Remembered = {
  id: string
  /** Whose it is, the address of the files of its submission, and that of the section it will hang on. */
  person: string
  files: string
  address: string
  section: string
  field: string
  name: string
  bytes: number
  /** When the file was last changed on this device: the same file chosen again is known by name, size and this. */
  modified: number
  /** The file whose place it takes once it has passed its check. */
  instead?: string | undefined
  /** Its slot, once it has one; the size of its parts, where it is sent in parts, and those that have arrived. */
  remote?: string | undefined
  partBytes?: number | undefined
  done: readonly { number: number; etag: string }[]
  /** All of it is with the store: what is left is its check, for which the file is not needed. */
  sent: boolean
  at: string
}

/** Files on their way, as this device remembers them. A full or forbidden storage is no error: only a reload then loses them. */
export function uploadMemory(storage: Storage) {
  return {
    keep: (upload: Remembered) => storage.set(upload.id, upload).catch(() => undefined),
    forget: (id: string) => storage.remove(id).catch(() => undefined),
    /** What this person left; what is too old to matter is forgotten on the way. */
    left: async (person: string, now: string): Promise<Remembered[]> => {
      const oldest = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()
      const all = (await storage.all().catch(() => [])).flatMap((each) => asRemembered(each) ?? [])
      for (const { id, at } of all) if (at < oldest) await storage.remove(id).catch(() => undefined)
      return all.filter((each) => each.person === person && each.at >= oldest)
    },
  }
}

export const memory = uploadMemory(deviceStorage('uploads'))

let here = false
/** Whether what sends files has come to this page: it knows better than the memory how far each is. */
export const isSendingHere = (): boolean => here
export const sendHere = (): void => {
  here = true
}

/** Whether this is the file that is remembered, chosen once more. */
export const isThatFile = (upload: Pick<Remembered, 'name' | 'bytes' | 'modified'>, file: File): boolean =>
  upload.name === file.name && upload.bytes === file.size && upload.modified === file.lastModified

const asRemembered = (found: unknown): Remembered | undefined =>
  typeof found === 'object' && found !== null && 'id' in found && 'files' in found && 'person' in found ? (found as Remembered) : undefined
