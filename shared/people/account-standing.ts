import type { Membership } from './schema.ts'

/** What there is to do about a unit’s accounts, as a list of units can be narrowed to it. */
export const accountGaps = ['without', 'never'] as const
export type AccountGap = (typeof accountGaps)[number]

/**
 * An active unit has no account while nobody belongs to it, and nobody signed in while none of its people has ever accepted the invitation. Of a closed unit
 * nothing is expected.
 */
export function accountGap(unit: 'active' | 'closed', people: readonly Pick<Membership, 'state' | 'joinedAt'>[]): AccountGap | undefined {
  if (unit === 'closed') return undefined
  const present = people.filter(({ state }) => state !== 'left')
  if (present.length === 0) return 'without'
  return present.every(({ joinedAt }) => joinedAt === undefined) ? 'never' : undefined
}
