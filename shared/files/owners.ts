/** What a file hangs on: a submission's field, a unit's list (its stamped scan), an award's work page. Apart from the schema of files, so that keys of rows need none. */
export const fileOwners = { sub: 'SUB', list: 'LIST', award: 'AWARD' } as const
export type FileOwner = keyof typeof fileOwners
