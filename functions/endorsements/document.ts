import { type Paper, paperAt } from '../aws/papers.ts'
import type { LoadedList } from './lists.ts'

/** The printed list of exactly this content; another order or another version is another document. */
export const documentOf = (sha256: string, confirmed: boolean) => `documents/lists/${sha256}${confirmed ? '-confirmed' : ''}.pdf`

/** A link to the list as PDF, for signing and stamping. */
export const listDocument = ({ batch, unit, category, sha256, places }: LoadedList): Promise<Paper> =>
  paperAt(documentOf(sha256, places.confirmedAt !== undefined), { job: 'list-pdf', batch: batch.id, unit, category })
