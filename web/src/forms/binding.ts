import type { FileRef, SectionValues } from '../../../shared/forms/schema.ts'
import { request } from '../data/client.ts'
import type { Drafts } from './drafts.ts'
import { type Become, filesOf, leftOut, withFile } from './file-values.ts'
import { removeFiles } from './removing.ts'
import { type Body, saveAt, theirsOf } from './saver.ts'
import type { Saved } from './saving.ts'
import { drafts, inTurn, sendWaiting } from './waiting.ts'

/** Attempts at saving when others save the same section at the same moment. */
const attempts = 5

/** How answers are read, kept and sent. */
export type Ways = {
  drafts: Pick<Drafts, 'find' | 'keep'>
  read: (address: string) => Promise<Body>
  save: (address: string, body: Body) => Promise<Saved>
  sendWaiting: (person: string) => Promise<unknown>
  remove: (address: string, files: readonly string[]) => Promise<unknown>
}
const real: Ways = {
  drafts,
  read: async (address) => (await (await request(address)).json()) as Body,
  save: saveAt,
  sendWaiting,
  remove: removeFiles,
}

type Place = { person: string; address: string; field: string }

/**
 * Puts a checked file into its section when nobody has the page of the section open: as the last, or `instead` of another, which goes once the server has the answers
 * without it. A file that is removed while this lasts is taken out again, and what it was to replace stays.
 */
export async function bind(place: Place, file: FileRef, instead: string | undefined, signal: AbortSignal, ways = real): Promise<void> {
  let replaced: FileRef | undefined
  const come: Become = (files) => {
    replaced ??= files.find(({ id }) => id === instead)
    return withFile(files, file, instead)
  }
  const takenBack: Become = (files) => {
    const there = files.some(({ id }) => id === file.id)
    return there && replaced ? withFile(files, replaced, file.id) : files.filter(({ id }) => id !== file.id)
  }
  const taken = await change(place, come, ways)
  if (!signal.aborted) return void (await ways.remove(place.address, taken))
  await ways.remove(place.address, await change(place, takenBack, ways))
}

/**
 * Changes the files of a field, and answers which files the server's answers name no more. Where answers of this section wait on this device to be sent, the change goes with
 * them: saved past them, it would make them look like a colleague's second text.
 */
async function change({ person, address, field }: Place, become: Become, ways: Ways): Promise<string[]> {
  const within = (values: SectionValues): SectionValues => ({ ...values, [field]: become(filesOf(values[field])) })
  const kept = await inTurn(async () => {
    const draft = await ways.drafts.find(person, address)
    return draft && { done: await ways.drafts.keep({ ...draft, values: within(draft.values), toSend: within(draft.toSend) }) }
  })
  if (kept) {
    // Neither there nor on this device the file would be lost; it stays in the list of what is on its way.
    if (!kept.done) throw new Error('this device keeps nothing more')
    await ways.sendWaiting(person)
    return []
  }
  for (let attempt = 1; ; attempt++) {
    const { version, values } = await ways.read(address)
    const next = within(values)
    try {
      await ways.save(address, { version, values: next })
      return leftOut(values, next)
    } catch (error) {
      if (!theirsOf(error) || attempt === attempts) throw error
    }
  }
}
