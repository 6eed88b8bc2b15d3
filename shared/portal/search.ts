/** One thing that can be found: what kind it is, its title, what else is said of it, its address, its date or nothing. */
export type Found = readonly [kind: string, title: string, more: string, address: string, date: string]
export type SearchParts = { parts: readonly string[] }

const han = /\p{Script=Han}/u

/** Small letters, full-width forms as half-width, punctuation of names left out: `阿依古丽·买买提` and `阿依古丽买买提` are one name. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[·•・‧“”‘’"'《》〈〉]/g, '')

/** What is looked for: words as they stand, and of a run of Chinese characters each pair, because Chinese writes no spaces between words. */
export function terms(query: string): string[] {
  const runs = folded(query).match(/\p{Script=Han}+|[\p{L}\p{N}][\p{L}\p{N}.-]*/gu) ?? []
  const all = runs.flatMap((run) => {
    if (!han.test(run) || run.length < 3) return [run]
    return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
  })
  return [...new Set(all)].slice(0, 40)
}

/** How well something answers a query, 0 for not at all: words of other scripts must all occur, of pairs of Chinese characters two in three. */
export function score(found: Found, wanted: readonly string[], query: string): number {
  const title = folded(found[1])
  const whole = `${title} ${folded(found[2])} ${folded(found[0])}`
  let pairs = 0
  let hit = 0
  let points = 0
  for (const term of wanted) {
    const inTitle = title.includes(term)
    const there = inTitle || whole.includes(term)
    if (han.test(term)) {
      pairs++
      if (there) hit++
    } else if (!there) return 0
    points += inTitle ? 3 : there ? 1 : 0
  }
  if (wanted.length === 0 || (pairs > 0 && hit < Math.ceil((pairs * 2) / 3))) return 0
  const exact = folded(query).trim()
  return points + (title.includes(exact) ? 10 : whole.includes(exact) ? 5 : 0) + (title === exact ? 10 : 0)
}

/** The best answers first; among equals the newer, then as they come. */
export function search(all: readonly Found[], query: string): Found[] {
  const wanted = terms(query)
  return all
    .map((found, i) => ({ found, i, points: score(found, wanted, query) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.found[4] < b.found[4] ? 1 : a.found[4] > b.found[4] ? -1 : a.i - b.i))
    .map(({ found }) => found)
}
