import type { RowResult } from '../../../../functions/submissions/bulk.ts'

/** How many the server takes in one request. */
export const atOnce = 100

export const partsOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, part) => ids.slice(part * atOnce, (part + 1) * atOnce))

export type Places = { category: string; limit: number; before: number; after: number }
/** What came, or would come, of one part of those chosen, or of all parts so far. */
export type Said = { rows: readonly RowResult[]; done: number; refused: number; places: readonly Places[] }

export const nothing: Said = { rows: [], done: 0, refused: 0, places: [] }

/** What two parts, one after the other, come to: a category's places go from where the first found them to where the second leaves them. */
export function together(first: Said, second: Said): Said {
  const places = new Map(first.places.map((each) => [each.category, each]))
  for (const each of second.places) places.set(each.category, { ...each, before: places.get(each.category)?.before ?? each.before })
  return {
    rows: [...first.rows, ...second.rows],
    done: first.done + second.done,
    refused: first.refused + second.refused,
    places: [...places.values()],
  }
}

/** Places that the parts before would take, by category: the preview of the next part counts them as used. */
export const takenBy = ({ places }: Said): Record<string, number> =>
  Object.fromEntries(places.map(({ category, before, after }) => [category, after - before]))
