/** Whether it is decided who is awarded, and not what a check has found. */
export const grantsAwards = (outcomes: readonly { key: string }[]): boolean => outcomes.some(({ key }) => key === 'award')
