import type { FileRef, SectionValues, Value } from '../../../shared/forms/schema.ts'
import { request } from '../data/client.ts'
import { saveAt, theirsOf } from './saver.ts'
import { drafts, sendWaiting } from './waiting.ts'

/** Attempts at saving when others save the same section at the same moment. */
const attempts = 5

/** What the files of a field become. */
export type Become = (files: readonly FileRef[]) => FileRef[]

/**
 * Puts a checked file into its section when nobody has the page of the section open. Where answers of this section wait on this device to be sent, it goes with them: saved
 * past them, it would make them look like a colleague's second text.
 */
export async function bind(person: string, address: string, field: string, become: Become): Promise<void> {
  const draft = await drafts.find(person, address)
  if (draft) {
    await drafts.keep({ ...draft, values: within(draft.values, field, become), toSend: within(draft.toSend, field, become) })
    await sendWaiting(person)
    return
  }
  for (let attempt = 1; ; attempt++) {
    const { version, values } = (await (await request(address)).json()) as { version: number; values: SectionValues }
    try {
      await saveAt(address, { version, values: within(values, field, become) })
      return
    } catch (error) {
      if (!theirsOf(error) || attempt === attempts) throw error
    }
  }
}

const within = (values: SectionValues, field: string, become: Become): SectionValues => ({
  ...values,
  [field]: become(filesOf(values[field])),
})
const filesOf = (value: Value | undefined): FileRef[] => (Array.isArray(value) ? (value as FileRef[]) : [])
