import type { FormValues } from '../../shared/forms/schema.ts'
import type { Manifest, SectionRow, Submission, Version } from '../../shared/submissions/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** A frozen version of a submission; undefined if there is none of that number. */
export const versionOf = (submission: Pick<Submission, 'id'>, number: number): Promise<Version | undefined> =>
  table.get<Version>(key.version(submission.id, number))

/**
 * The answers of a frozen version. A section that was not written since is read where it stands; one that was, from the copy that was kept when it was first written over.
 * Both are asked for at once, because a save may come in between.
 */
export async function valuesOf(id: string, manifest: Pick<Manifest, 'sections'>): Promise<FormValues> {
  const sections = Object.entries(manifest.sections)
  const rows = await table.getMany(sections.flatMap(([section, { v }]) => [key.frozenSection(id, section, v), key.section(id, section)]))
  return Object.fromEntries(
    sections.map(([section, { v }], i) => {
      const kept = [rows[2 * i], rows[2 * i + 1]].find((row) => row?.version === v) as SectionRow | undefined
      if (!kept) throw new Error(`version ${v} of section ${section} of ${id} is lost`)
      return [section, kept.values]
    }),
  )
}

/** The answers that were handed in last (or in version `number`); empty before the first time. */
export async function frozenValues(submission: Pick<Submission, 'id' | 'version'>, number = submission.version): Promise<FormValues> {
  const version = number > 0 ? await versionOf(submission, number) : undefined
  return version ? valuesOf(submission.id, version.manifest) : {}
}
