import { same } from '../../../shared/forms/same.ts'
import type { Field, FileRef, SectionValues, Value } from '../../../shared/forms/schema.ts'

/** Two people edited the same section from the same beginning: what goes together by itself, and which fields both changed differently. */
export type Merged = { values: SectionValues; both: string[] }

/** A field that only one side changed takes that side's answer; one that both changed differently stays as mine until somebody chooses. */
export function merge(base: SectionValues, mine: SectionValues, theirs: SectionValues): Merged {
  const values: SectionValues = {}
  const both: string[] = []
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, my, their] = [base[key], mine[key], theirs[key]]
    if (same(my, their) || same(my, was)) values[key] = their
    else {
      const rows = same(their, was) ? undefined : mergeRows(was, my, their)
      values[key] = rows ?? my
      if (!same(their, was) && !rows) both.push(key)
    }
  }
  return { values, both }
}

/**
 * Two people who filled in different rows of one table lose nothing and are not asked. Only while no row was taken away or changed on both sides: then rows cannot be told
 * apart, and somebody must look. Rows that both added stand one after the other.
 */
function mergeRows(was: Value | undefined, mine: Value | undefined, theirs: Value | undefined): Value | undefined {
  if (![mine, theirs].every(isTable) || !(was === undefined || isTable(was))) return undefined
  const [before, my, their] = [was ?? [], mine, theirs] as [Row[], Row[], Row[]]
  if (my.length < before.length || their.length < before.length) return undefined
  const clash = before.some((row, index) => !same(row, my[index]) && !same(row, their[index]) && !same(my[index], their[index]))
  if (clash) return undefined
  const rows = before.map((row, index) => (same(row, my[index]) ? their[index] : my[index]) ?? row)
  const added = their.slice(before.length)
  return [...rows, ...my.slice(before.length), ...added.filter((row) => !my.slice(before.length).some((each) => same(each, row)))]
}

type Row = Record<string, string | number | boolean | null>
const isTable = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row) => typeof row === 'object' && row !== null && !('id' in row && 'bytes' in row))

export type Choice = 'mine' | 'theirs' | 'both'

/** Fields whose two answers can stand together: texts one after the other, rows, files and ticks joined. */
export const joinable = (field: Field): boolean => ['text', 'longText', 'table', 'file', 'choices'].includes(field.kind)

/** The answer that comes of a choice. Nothing is dropped by `both`; what then is too long or too many is said beside the field. */
export function choose(field: Field, choice: Choice, mine: Value | undefined, theirs: Value | undefined): Value | undefined {
  if (choice !== 'both') return choice === 'mine' ? mine : theirs
  if (typeof mine === 'string' && typeof theirs === 'string') return `${mine}${field.kind === 'longText' ? '\n\n' : ' '}${theirs}`
  if (field.kind === 'choices') return [...new Set([...texts(mine), ...texts(theirs)])]
  if (field.kind === 'file') {
    const files = [...refs(mine), ...refs(theirs)]
    return files.filter((file, index) => files.findIndex(({ id }) => id === file.id) === index)
  }
  if (field.kind === 'table') return joinRows(mine, theirs)
  return mine
}

const texts = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
const refs = (value: Value | undefined): FileRef[] =>
  Array.isArray(value) ? value.filter((item): item is FileRef => typeof item === 'object' && 'id' in item && 'bytes' in item) : []

function joinRows(mine: Value | undefined, theirs: Value | undefined): Value | undefined {
  const rows = (value: Value | undefined) => (Array.isArray(value) ? (value as Row[]) : [])
  const own = rows(mine)
  return [...own, ...rows(theirs).filter((row) => !own.some((each) => same(each, row)))]
}
