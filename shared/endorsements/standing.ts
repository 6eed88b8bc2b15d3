import type { UnitRef } from '../organisations/schema.ts'
import type { Submission } from '../submissions/schema.ts'
import type { Text } from '../text.ts'

/** How a submission stands with a unit that recommends it, in the order of its way. */
export const standings = {
  writing: { zh: '填报中', en: 'Being written' },
  returned: { zh: '退回修改中', en: 'Being corrected' },
  below: { zh: '下级审核中', en: 'With a unit below' },
  here: { zh: '待本单位审核', en: 'With your unit' },
  recommended: { zh: '已推荐', en: 'Recommended' },
  declined: { zh: '不予推荐', en: 'Declined' },
} as const satisfies Record<string, Text>
export type StandingKey = keyof typeof standings
export const standingKeys = Object.keys(standings) as StandingKey[]
export type Standings = Partial<Record<StandingKey, number>>

type Placed = Pick<Submission, 'way' | 'level' | 'backTo' | 'state'>

/** How a submission stands with the unit at a place of its way; undefined once it is given up. What the host makes of it later stays recommended. */
export function standingAt({ state, level, backTo }: Placed, index: number): StandingKey | undefined {
  if (state === 'discarded') return undefined
  if (state === 'draft') return 'writing'
  // What a higher level has returned was recommended by those below it, and is on their lists still.
  if (state === 'returned') return backTo !== undefined && backTo > index ? 'recommended' : 'returned'
  if (state === 'declined') return level !== null && level > index ? 'recommended' : 'declined'
  if (level === null || level > index) return 'recommended'
  return level === index ? 'here' : 'below'
}

/**
 * Where a submission is counted: for every unit of its way, under the unit below it that it comes from. For a province that is the institution, for a
 * university the college or the applicant, for the applicant itself its own line.
 */
export function countedWith(
  submission: Placed & Pick<Submission, 'unit' | 'institution'>,
): { unit: string; from: UnitRef; standing: StandingKey }[] {
  return submission.way.flatMap((each, index) => {
    const standing = standingAt(submission, index)
    if (!standing) return []
    const before = submission.way[index - 1]?.unit
    const from = each.level === 'province' ? submission.institution : before && before.id !== each.unit.id ? before : submission.unit
    return [{ unit: each.unit.id, from, standing }]
  })
}
