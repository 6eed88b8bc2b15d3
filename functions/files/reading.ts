import type { FileRow } from '../../shared/files/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Submission, Version } from '../../shared/submissions/schema.ts'
import { downloadOf, viewingOf } from '../aws/files.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** Ids of the files that any frozen version of a submission names. */
export async function frozenFiles(submission: string): Promise<string[]> {
  const versions = await table.all<Version>({ pk: key.submission(submission).pk, begins: 'VERSION#', consistent: true })
  return versions.flatMap(({ manifest }) => manifest.files.map(({ id }) => id))
}

/** What a browser shows by itself; everything else is only downloaded. */
const shownInPlace: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif'])
/** Where a file is downloaded under `name`, and, for documents and pictures, where it is looked at. Both addresses serve for five minutes. */
export type FileLinks = { url: string; name: string; type: string; view?: string }
const viewOf = async (object: string, type: string) => (shownInPlace.has(type) ? { view: await viewingOf(object, type) } : {})
export const linksTo = async (object: string, name: string, type: string): Promise<FileLinks> => ({
  url: await downloadOf(object, name),
  name,
  type,
  ...(await viewOf(object, type)),
})
/** The same for those who may know the file’s own name, under which it is kept in the store. */
export const linksToOwn = async ({ object, name, type }: { object: string; name: string; type: string }): Promise<FileLinks> => ({
  url: await downloadOf(object),
  name,
  type,
  ...(await viewOf(object, type)),
})

/** A checked file may be read by its applicant; by others when a version that was handed in names it. Nothing is read from quarantine. */
export async function mayDownload(
  submission: Pick<Submission, 'id'>,
  writer: boolean,
  file: string,
): Promise<Outcome<FileRow & { object: string }>> {
  const row = await table.get<FileRow>(key.file(submission.id, file))
  if (!row) return refuse('not-found')
  if (!writer && !(await frozenFiles(submission.id)).includes(file)) return refuse('not-found')
  if (row.state !== 'clean' || row.object === undefined)
    return refuse(row.state === 'waiting' ? 'file.unchecked' : 'file.not-usable', { name: row.name })
  return accept({ ...row, object: row.object })
}
