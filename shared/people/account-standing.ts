/** What there is to do about a unit’s accounts, as a list of units can be narrowed to it. */
export const accountGaps = ['without', 'never'] as const
export type AccountGap = (typeof accountGaps)[number]

/** How many people belong to a unit, how many of them have ever signed in, and how many invitations came back; a unit that counts none yet has none. */
export type PeopleCount = { people?: number | undefined; joined?: number | undefined; returned?: number | undefined }

/**
 * An active unit has no account while nobody belongs to it, and nobody signed in while none of its people has ever accepted the invitation. Of a closed unit
 * nothing is expected.
 */
export function accountGap(unit: 'active' | 'closed', { people = 0, joined = 0 }: PeopleCount): AccountGap | undefined {
  if (unit === 'closed') return undefined
  if (people === 0) return 'without'
  return joined === 0 ? 'never' : undefined
}

/** What a list of units can be narrowed to: a gap, or that the mail of an invitation came back, which may be so beside people who have signed in. */
export const accountShows = [...accountGaps, 'returned'] as const
export type AccountShow = (typeof accountShows)[number]

/** Whether an active unit has somebody whose invitation came back and who has not joined since. */
export const hasReturned = (unit: 'active' | 'closed', { returned = 0 }: PeopleCount): boolean => unit === 'active' && returned > 0
