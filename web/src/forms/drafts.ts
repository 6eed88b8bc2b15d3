import type { SectionValues } from '../../../shared/forms/schema.ts'
import type { RefusedBody } from '../data/refused.ts'

/** Answers that the server does not have yet, as they are kept on this device. */
export type Draft = {
  /** Address the answers are sent to when nobody has the page open, and whose they are. */
  address: string
  person: string
  values: SectionValues
  /** The same without what is only half typed. */
  toSend: SectionValues
  /** What the answers were edited from. */
  version: number
  base: SectionValues
  at: string
  /** Why it is not sent by itself any more, where the network is not the reason: somebody else saved the section, or the server said no. */
  stopped?: Stopped
}
export type Stopped = { why: 'conflict' } | { why: 'refused'; problem: RefusedBody }

/** A place that keeps records by key: the browser's database, or a map in tests. */
export type Storage = {
  get: (key: string) => Promise<unknown>
  set: (key: string, value: unknown) => Promise<void>
  remove: (key: string) => Promise<void>
  all: () => Promise<unknown[]>
}
/** One that knows at once when it has no record. */
export type Marked = Storage & { lacks: (key: string) => boolean }

/** Drafts are kept a month; then the call they belong to is over or they were saved elsewhere. */
export const keptDays = 31

/** The drafts on this device. Another person on the same device never sees them. A full or forbidden storage is no error: saving to the server goes on. */
export function draftStore(storage: Marked) {
  const keyOf = (draft: Pick<Draft, 'person' | 'address'>) => `${draft.person} ${draft.address}`
  const quietly = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work()
    } catch {
      return otherwise
    }
  }
  return {
    /** Whether the draft is on this device now. */
    keep: (draft: Draft) =>
      quietly(async () => {
        await storage.set(keyOf(draft), draft)
        return true
      }, false),
    /** Known at once: this device has nothing. */
    lacks: (person: string, address: string) => storage.lacks(keyOf({ person, address })),
    find: (person: string, address: string): Promise<Draft | undefined> =>
      quietly(async () => asDraft(await storage.get(keyOf({ person, address }))), undefined),
    drop: (person: string, address: string) => quietly(() => storage.remove(keyOf({ person, address })), undefined),
    /** Everything of this person that waits to be sent, oldest first; what is too old is dropped on the way. */
    waiting: (person: string, now: string): Promise<Draft[]> =>
      quietly(async () => {
        const oldest = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()
        const drafts = (await storage.all()).flatMap((each) => asDraft(each) ?? [])
        for (const draft of drafts) if (draft.at < oldest) await storage.remove(keyOf(draft))
        return drafts.filter((draft) => draft.person === person && draft.at >= oldest).sort((a, b) => (a.at < b.at ? -1 : 1))
      }, []),
  }
}
export type Drafts = ReturnType<typeof draftStore>

function asDraft(found: unknown): Draft | undefined {
  if (typeof found !== 'object' || found === null) return undefined
  return 'address' in found && 'person' in found && 'values' in found && 'version' in found && 'base' in found
    ? (found as Draft)
    : undefined
}
