import type { Batch } from '../../shared/batches/schema.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { type States, type Tally, talliesOf } from './counts.ts'
import { refOf, tree } from './tree.ts'

/**
 * One unit: how many universities stand right below it (absent where it is one), how many of them have begun, their submissions by state, and when one of those who
 * write there was last reminded to hand in.
 */
export type Complete = {
  unit: Tally['unit']
  code?: string
  province?: string
  expected?: number
  states: States
  remindedAt?: string
  further: boolean
}

/**
 * Who is expected and who has begun. Of the host: the units right below it; of one of those: the units right below that, those with nothing
 * among them, so that it is seen who is missing.
 */
export async function completeness(
  batch: Batch,
  unit: string | undefined,
): Promise<Outcome<{ unit: Tally['unit'] | null; rows: Complete[] }>> {
  const parent = unit ?? batch.host.id
  const [organisation] = await tree.units([parent])
  if (!organisation || (unit !== undefined && organisation.path.at(-1) !== batch.host.id)) return refuse('not-found')
  const [below, tallies] = await Promise.all([tree.below(parent), talliesOf(batch.id, unit)])
  const units = (await tree.units(below.map(({ id }) => id))).filter((each): each is Organisation => each !== undefined)
  const found = new Map(tallies.map((tally) => [tally.unit.id, tally]))
  const known = new Set(units.map(({ id }) => id))
  const rows = units.map((each): Complete => {
    const tally = found.get(each.id)
    const further = unit === undefined && (each.units ?? 0) > 0 && each.kind !== 'university'
    return {
      unit: refOf(each),
      ...(each.code !== undefined && { code: each.code }),
      ...(each.kind === 'province' && each.code !== undefined && { province: each.code }),
      ...(further && { expected: each.units ?? 0 }),
      states: tally?.states ?? {},
      ...(tally?.remindedAt !== undefined && { remindedAt: tally.remindedAt }),
      further,
    }
  })
  // Units that have closed or moved since keep their line.
  const gone = tallies.filter((tally) => !known.has(tally.unit.id)).map((tally): Complete => ({ ...tally, further: false }))
  return accept({ unit: unit === undefined ? null : refOf(organisation), rows: [...rows, ...gone] })
}
