import { fileKinds } from '../forms/plain.ts'
import type { FieldOf, FileRef, Form, SectionValues } from '../forms/schema.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { AcceptKind, FileClaim, FileRow } from './schema.ts'

/** The field of a form that takes files; undefined when there is none of that name. */
export function fileField(form: Form, section: string, field: string): FieldOf<'file'> | undefined {
  const found = form.sections.find(({ key }) => key === section)?.fields.find(({ key }) => key === field)
  return found?.kind === 'file' ? found : undefined
}

export type Room = { accept: readonly AcceptKind[]; maxBytes: number; maxCount: number; already: number }

/** A file is let in by its ending, its claimed size and the number of files already there; what it really is, is found out when it has arrived. */
export function mayUpload(room: Room | undefined, claim: FileClaim): Outcome<null> {
  if (!room) return refuse('file.no-such-field')
  const endings = room.accept.flatMap((kind) => [...fileKinds[kind]])
  const ending = /\.([a-z0-9]+)$/i.exec(claim.name)?.[1]?.toLowerCase()
  if (!endings.some((allowed) => allowed === ending)) return refuse('file.wrong-kind', { name: claim.name, kinds: endings.join(' / ') })
  if (claim.bytes > room.maxBytes) return refuse('file.too-large', { name: claim.name, max: Math.round(room.maxBytes / 1_048_576) })
  // Twice the field's number: a file is replaced by sending the new one first.
  return room.already < room.maxCount * 2 ? accept(null) : refuse('file.too-many', { max: room.maxCount })
}

/** Ids of the files that a section's answers name, with the field that names each. */
export function filesIn(form: Form, section: string, values: SectionValues): { field: string; file: FileRef }[] {
  const fields = form.sections.find(({ key }) => key === section)?.fields ?? []
  return fields
    .filter(({ kind }) => kind === 'file')
    .flatMap(({ key }) => {
      const value = Object.hasOwn(values, key) ? values[key] : undefined
      return Array.isArray(value) ? (value as FileRef[]).map((file) => ({ field: key, file })) : []
    })
}

/**
 * The answers with name, size and type of their files as they were found on arrival, whatever was sent. Only checked files of this very field may be
 * named: what hangs elsewhere, is not checked or was refused cannot be slipped in.
 */
export function bindFiles(form: Form, section: string, values: SectionValues, rows: ReadonlyMap<string, FileRow>): Outcome<SectionValues> {
  const bound: SectionValues = { ...values }
  for (const { field, file } of filesIn(form, section, values)) {
    const row = rows.get(file.id)
    if (!row || row.section !== section || row.field !== field) return refuse('file.not-yours', { name: file.name })
    if (row.state !== 'clean') return refuse(row.state === 'waiting' ? 'file.unchecked' : 'file.not-usable', { name: row.name })
  }
  for (const field of new Set(filesIn(form, section, values).map((each) => each.field)))
    bound[field] = filesIn(form, section, values)
      .filter((each) => each.field === field)
      .map(({ file }): FileRef => {
        const row = rows.get(file.id)
        return {
          id: file.id,
          name: row?.name ?? '',
          bytes: row?.bytes ?? 0,
          type: row?.type ?? '',
          ...(file.caption ? { caption: file.caption } : {}),
        }
      })
  return accept(bound)
}

/** A file may be taken away while no frozen version names it. */
export function mayRemove(file: Pick<FileRow, 'id' | 'name'>, frozen: readonly string[]): Outcome<null> {
  return frozen.includes(file.id) ? refuse('file.frozen', { name: file.name }) : accept(null)
}
