/** Whether an event fits a pattern of EventBridge's kind: every named field holds one of the values listed for it. */
export function fits(pattern: unknown, event: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((wanted) => allows(wanted, event))
  if (typeof pattern !== 'object' || pattern === null) return pattern === event
  return Object.entries(pattern).every(([name, part]) => fits(part, (event as Record<string, unknown> | undefined)?.[name]))
}

function allows(wanted: unknown, value: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return wanted === value
  if ('exists' in wanted) return wanted.exists === (value !== undefined)
  if ('prefix' in wanted) return typeof value === 'string' && value.startsWith(String(wanted.prefix))
  if ('anything-but' in wanted) return ![wanted['anything-but']].flat().includes(value)
  throw new Error(`The local stack does not know the filter ${JSON.stringify(wanted)}`)
}
