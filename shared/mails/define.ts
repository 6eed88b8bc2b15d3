import * as z from 'zod'
import type { Language, Text } from '../text.ts'
import type { Action, Block, Letter, Mail } from './blocks.ts'
import { greet } from './words.ts'

/** What a mail is told in both languages. */
export const Wording = z.object({ zh: z.string(), en: z.string() })

type Written<D> = {
  /** The person addressed. */
  name: (data: D) => string
  subject: (data: D) => Text
  body: (data: D, language: Language) => Block[]
  action?: (data: D) => Action | undefined
}
export type MailDefinition<S extends z.ZodType = z.ZodType> = {
  data: S
  /** Believable data for previews and tests. */
  sample: z.input<S>
  write: (data: z.output<S>) => Mail
}

/** Puts one kind of mail together: what it needs, what it says, and an example. */
export function mail<S extends z.ZodType>(data: S, written: Written<z.output<S>>, sample: z.input<S>): MailDefinition<S> {
  const write = (given: z.output<S>): Mail => {
    const letter = (language: Language): Letter => ({
      subject: written.subject(given)[language],
      greeting: greet(written.name(given), language),
      blocks: written.body(given, language),
    })
    const action = written.action?.(given)
    return { zh: letter('zh'), en: letter('en'), ...(action ? { action } : {}) }
  }
  return { data, sample, write }
}
