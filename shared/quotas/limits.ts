/** Stands for “no limit”: more than any unit could ever recommend. */
export const unlimited = 1_000_000
/** The limit as people are told it: none where the call sets none. */
export const toldLimit = (limit: number | undefined): number | undefined => (limit !== undefined && limit < unlimited ? limit : undefined)

export const roundings = ['down', 'up', 'half-up'] as const
export type Rounding = (typeof roundings)[number]

/** What one transaction of the database can carry beside the batch's own rows. */
export const quotaChangesAtOnce = 90
