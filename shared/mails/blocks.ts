import type { Text } from '../text.ts'

/** What a mail is built of; the layout turns it into tables and plain text. */
export type Block =
  | { paragraph: string }
  /** Labels and values, such as receipt number and time. */
  | { facts: readonly (readonly [label: string, value: string])[] }
  /** Words of another person: a reason, comments. */
  | { quote: string; by?: string }
  /** A code to be typed in. */
  | { code: string }

/** One language of a mail. */
export type Letter = { subject: string; greeting: string; blocks: Block[] }
/** The one thing to do, by a link whose address is shown. */
export type Action = { label: Text; link: string }
/** A whole mail: Chinese first, English below, one action. */
export type Mail = { zh: Letter; en: Letter; action?: Action }
