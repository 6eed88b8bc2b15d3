import type { Value } from './schema.ts'

/** Whether anything was entered. An empty table, an empty list and white space are nothing; zero and “no” are something. */
export function isFilled(value: Value | undefined): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object' && 'name' in value) return typeof value.name === 'string' && value.name.trim() !== ''
  return true
}
