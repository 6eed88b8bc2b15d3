/**
 * The one clock of all functions. Rules get its time as an argument; deadlines are judged by it at the moment of receipt.
 * It is an object so that a test can put another `now` in its place; nothing that is deployed does.
 */
export const clock = { now: (): Date => new Date() }

/** The present moment as all rows and events hold it: UTC, milliseconds. */
export const now = (): string => clock.now().toISOString()
