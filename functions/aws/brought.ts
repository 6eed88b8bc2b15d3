import type { Key } from './keys.ts'
import { type Row, table } from './table.ts'

/** Rows that came along with an earlier read, because it could be told beforehand that they would be asked for. */
export type Brought = { getMany(wanted: readonly Key[]): Promise<(Row | undefined)[]> }

/** Answers from what was read when all that is wanted is among it, and asks the table for it when not. */
export function brought(keys: readonly Key[], rows: readonly (Row | undefined)[]): Brought {
  const known = new Map(keys.map((each, i) => [nameOf(each), rows[i]]))
  return {
    getMany: async (wanted) =>
      wanted.every((each) => known.has(nameOf(each))) ? wanted.map((each) => known.get(nameOf(each))) : table.getMany(wanted),
  }
}

const nameOf = ({ pk, sk }: Key) => `${pk}\n${sk}`
