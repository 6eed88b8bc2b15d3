/** An entry of the navigation, as far as it matters which of them is marked. Patterns are of paths below /app. */
export type Markable = {
  href: string
  /** Pages at other addresses that are this entry's, wherever one comes from. */
  owns?: RegExp
  /** Pages that stay this entry's for whoever came to them through it, and are its own where no other entry has them. */
  keeps?: RegExp
}

/**
 * The entry that a page belongs to, among those that the person has: the one it was reached through, where several lead to it; else its owner; else the entry whose
 * address its own begins with; else the one it would stay with.
 */
export function markedAt<Entry extends Markable>(path: string, entries: readonly Entry[], before: Entry | undefined): Entry | undefined {
  if (before?.keeps?.test(path) && entries.includes(before)) return before
  return (
    entries.find(({ owns }) => owns?.test(path)) ??
    entries.find(({ href }) => `${path}/`.startsWith(`${href}/`)) ??
    entries.find(({ keeps }) => keeps?.test(path))
  )
}
