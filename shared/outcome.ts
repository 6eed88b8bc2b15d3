import type { RefusalCode } from './refusals.ts'

/** What a rule returns: what becomes true, or the reason why not. Both are values; neither throws. */
export type Outcome<T> = Accepted<T> | Refusal
export type Accepted<T> = { ok: true; value: T }
/** `code` is stable and has a sentence in both languages in `refusals.ts`; `details` fill its placeholders. */
export type Refusal = { ok: false; code: RefusalCode; details?: Details }
export type Details = Record<string, string | number>

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value })
export const refuse = (code: RefusalCode, details?: Details): Refusal => (details ? { ok: false, code, details } : { ok: false, code })

/** The same refusal, or, where it was accepted, this value. */
export const yielding = <T>(outcome: Outcome<unknown>, value: T): Outcome<T> => (outcome.ok ? accept(value) : outcome)
