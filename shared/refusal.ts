import type { Text } from './text.ts'

/**
 * Reasons for which the system says no, by their stable code: the sentence says what happened, what is kept and what to do.
 * `status` is the HTTP status of the answer. Placeholders in braces are filled from the refusal's details.
 */
export type Refusals = Record<string, Text & { status: number }>
