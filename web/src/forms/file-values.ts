import type { FileRef, SectionValues, Value } from '../../../shared/forms/schema.ts'

/** The files of an answer. */
export const filesOf = (value: Value | undefined): FileRef[] => (Array.isArray(value) ? (value as FileRef[]) : [])

/** What the files of a field become. */
export type Become = (files: readonly FileRef[]) => FileRef[]

/** The files of a field once this one has come: in the place of another, whose caption it keeps, or as the last. Come twice, it is there once. */
export function withFile(files: readonly FileRef[], file: FileRef, instead?: string): FileRef[] {
  if (files.some(({ id }) => id === file.id)) return [...files]
  const at = files.findIndex(({ id }) => id === instead)
  if (at < 0) return [...files, file]
  const caption = files[at]?.caption
  return files.toSpliced(at, 1, { ...file, ...(caption !== undefined && { caption }) })
}

/** Ids of the files that answers named and none of the others names: what may go once the server has the answers without them, and no sooner. */
export function leftOut(before: SectionValues, ...after: readonly SectionValues[]): string[] {
  const still = new Set(after.flatMap(namedIn))
  return [...new Set(namedIn(before))].filter((id) => !still.has(id))
}

const namedIn = (values: SectionValues): string[] =>
  Object.values(values).flatMap((value) =>
    Array.isArray(value)
      ? value.flatMap((item) => (typeof item === 'object' && 'bytes' in item && 'id' in item ? [String(item.id)] : []))
      : [],
  )
