import type { Organisation } from '../../shared/organisations/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { type Head, type Row, table } from '../aws/table.ts'

export type UnitRow = Organisation & Head
export type CodeRow = { organisation: string; closed?: true }

/** The place of a unit in the lists: below its supervising unit, by kind and code; and what lists show of it. */
export function listing(unit: Organisation) {
  const { id, name, kind, code, province, city, level, ownership, jointlyBuilt, state } = unit
  const parent = unit.path.at(-1)
  return {
    ...(parent && { listPk: partition.below(parent), listSk: `${kind}#${code ?? id}` }),
    summary: { name, code, province, city, level, ownership, ...(jointlyBuilt && { jointlyBuilt }), state },
  }
}
export type Listed = { id: string; kind: Organisation['kind']; summary: Omit<ReturnType<typeof listing>['summary'], never> }

export const units = {
  byId: (id: string) => table.get<UnitRow>(key.organisation(id)),
  async many(ids: readonly string[], consistent = true): Promise<(UnitRow | undefined)[]> {
    const rows: (Row | undefined)[] = []
    for (let from = 0; from < ids.length; from += 100)
      rows.push(
        ...(await table.getMany(
          ids.slice(from, from + 100).map((id) => key.organisation(id)),
          consistent,
        )),
      )
    return rows as unknown as (UnitRow | undefined)[]
  },
  /** The units with these codes, in the order asked; at most a hundred. */
  async byCodes(codes: readonly string[]): Promise<(UnitRow | undefined)[]> {
    const rows = (await table.getMany(codes.map((code) => key.code(code)))) as unknown as (CodeRow | undefined)[]
    const found = await units.many(rows.flatMap((row) => (row ? [row.organisation] : [])))
    const byId = new Map(found.flatMap((unit) => (unit ? [[unit.id, unit]] : [])))
    return rows.map((row) => row && byId.get(row.organisation))
  },
  /** A page of the units right below one, as lists show them. */
  below: (id: string, page: { kind?: string; cursor?: string; limit?: number }) =>
    table.query<Listed>({
      pk: partition.below(id),
      index: 'lists',
      limit: page.limit,
      cursor: page.cursor,
      ...(page.kind && { begins: `${page.kind}#` }),
    }),
  /** All units right below one: a few hundred at most. */
  allBelow: (id: string, kind?: string) =>
    table.all<Listed>({ pk: partition.below(id), index: 'lists', ...(kind && { begins: `${kind}#` }) }),
}
