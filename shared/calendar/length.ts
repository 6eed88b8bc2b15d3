/** How long it is from one instant to a later one, in whole days and the hours over them; undefined when the second is not later. */
export function lengthOf(from: string, to: string): { days: number; hours: number } | undefined {
  const hours = Math.floor((Date.parse(to) - Date.parse(from)) / 3_600_000)
  return from < to ? { days: Math.floor(hours / 24), hours: hours % 24 } : undefined
}
