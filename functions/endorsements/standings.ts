import type { Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { countedWith, type StandingKey, type Standings, standingKeys } from '../../shared/endorsements/standing.ts'
import { recommendsDirectly } from '../../shared/endorsements/way.ts'
import type { UnitRef } from '../../shared/organisations/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { type Key, key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import type { Listed } from '../organisations/rows.ts'
import { followSubmission } from '../submissions/following.ts'
import { templateFor } from '../submissions/form.ts'

type Counted = { unit: string; from: string; standing: StandingKey }
type Stood = Key & { seq: number; counted: Counted[] }
type StandingRow = Key & { from: UnitRef } & Partial<Record<`n-${StandingKey}`, number>>
/** `province` is the code of where the unit lies, as far as it is known. */
export type UnitStandings = { from: UnitRef; province?: string; standings: Standings }

const counter = (standing: StandingKey) => `n-${standing}` as const

/** Keeps, for every unit that recommends, how the submissions from each unit below stand with it. */
export const countStandings = (fact: Recorded): Promise<void> => followSubmission<Stood>(fact, key.stood, countWrites)

async function countWrites(submission: Submission, before: Stood | undefined): Promise<Write[]> {
  const { batch, id, seq } = submission
  const meanwhile = refuse('changed-meanwhile')
  const now = countedWith(submission)
  const counted = now.map(({ unit, from, standing }): Counted => ({ unit, from: from.id, standing }))
  const changes = new Map<string, { line: Key; by: Record<string, number> }>()
  const add = ({ unit, from, standing }: Counted, amount: number) => {
    const line = key.standing(batch, unit, from)
    const by: Record<string, number> = changes.get(line.sk)?.by ?? {}
    by[counter(standing)] = (by[counter(standing)] ?? 0) + amount
    changes.set(line.sk, { line, by })
  }
  for (const each of before?.counted ?? []) add(each, -1)
  for (const each of counted) add(each, 1)
  const known = new Set(before?.counted.map(({ unit, from }) => key.standing(batch, unit, from).sk))
  for (const { unit, from } of now) {
    const line = key.standing(batch, unit, from.id)
    if (!known.has(line.sk)) await table.write(writes.putNew({ ...line, from }, 'done'))
  }
  const row = key.stood(batch, id)
  const mark = before
    ? writes.update(
        row,
        { seq, counted },
        { expression: '#seq = :before', names: { '#seq': 'seq' }, values: { ':before': before.seq } },
        meanwhile,
      )
    : writes.putNew({ ...row, seq, counted }, meanwhile)
  const moved = [...changes.values()].filter(({ by }) => Object.values(by).some((amount) => amount !== 0))
  return [mark, ...moved.map(({ line, by }) => writes.add(line, by, meanwhile))]
}

/**
 * How far each unit right below one is in a batch; those that have nothing yet stand there too, without figures. Universities that recommend by themselves are not
 * among them. Lines of units that have moved away since come last.
 */
export async function progressBelow(batch: Batch, unit: UnitRef): Promise<UnitStandings[]> {
  const [lines, below] = await Promise.all([standingsWith(batch.id, unit.id), unitsBelow(batch, unit)])
  const rest = new Map(lines.map((line) => [line.from.id, line]))
  const rows = below.map(({ id, kind, summary: { name, province } }): UnitStandings => {
    const line = rest.get(id)
    rest.delete(id)
    return { from: { id, name, kind }, ...(province && { province }), standings: line?.standings ?? {} }
  })
  return [...rows, ...rest.values()]
}

const kindsCounted = { province: 'university', xpcc: 'university', ministry: 'university', university: 'college' } as const

async function unitsBelow(batch: Batch, unit: UnitRef): Promise<Listed[]> {
  const kind = kindsCounted[unit.kind as keyof typeof kindsCounted]
  if (!kind) return []
  const template = templateFor(batch)
  const rows = await table.all<Listed>({ pk: partition.below(unit.id), index: 'lists', begins: `${kind}#` })
  return rows.filter(({ summary }) => summary.state === 'active' && !recommendsDirectly(unit.kind, summary, template))
}

/** A line for each unit below from which something has come. */
async function standingsWith(batch: string, unit: string): Promise<UnitStandings[]> {
  const { pk, sk } = key.standing(batch, unit, '')
  const rows = await table.all<StandingRow>({ pk, begins: sk })
  return rows.flatMap((row) => {
    const counts = standingKeys.flatMap((standing) => {
      const count = row[counter(standing)] ?? 0
      return count > 0 ? [[standing, count] as const] : []
    })
    return counts.length > 0 ? [{ from: row.from, standings: Object.fromEntries(counts) }] : []
  })
}
