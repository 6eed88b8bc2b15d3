/** Whether two answers say the same; an empty one says as much as none. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

/** The same content whatever the order of keys; empty answers count as none. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(ordered)
  if (typeof value !== 'object' || value === null) return value === undefined || value === '' ? null : value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null && part !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  )
}
