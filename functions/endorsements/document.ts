import { downloadOf, look } from '../aws/files.ts'
import { send } from '../aws/jobs.ts'
import type { LoadedList } from './lists.ts'

/** The printed list of exactly this content; another order or another version is another document. */
export const documentOf = (sha256: string, confirmed: boolean) => `documents/lists/${sha256}${confirmed ? '-confirmed' : ''}.pdf`

export type ListDocument = { ready: true; url: string } | { ready: false }

/** A link to the list as PDF, for signing and stamping; asked for the first time, it is made and the asker comes again. */
export async function listDocument({ batch, unit, category, sha256, places }: LoadedList): Promise<ListDocument> {
  const object = documentOf(sha256, places.confirmedAt !== undefined)
  if (await look(object)) return { ready: true, url: await downloadOf(object) }
  await send({ job: 'list-pdf', batch: batch.id, unit, category })
  return { ready: false }
}
