import { accept, type Outcome, refuse } from '../outcome.ts'

/** A code from a mail, the second step of a link: good for so long and so many tries, asked for so often in a while. Minutes. */
export const codeMinutes = 10
const tries = 5
const asksPerWindow = 5
const windowMinutes = 15

/** What a link's row keeps of its code: the hash, until when it serves, how often it was tried, when codes were asked for. */
export type CodeState = { code?: string; codeUntil?: string; tries?: number; asked?: string[] }

/** Another code is sent unless five were asked for within a quarter of an hour; answers the times that count from now on. */
export function askForCode({ asked = [] }: CodeState, at: string): Outcome<{ asked: string[] }> {
  const since = Date.parse(at) - windowMinutes * 60_000
  const recent = asked.filter((time) => Date.parse(time) > since)
  const [first] = recent
  if (recent.length >= asksPerWindow && first !== undefined)
    return refuse('link.code-too-often', { minutes: Math.max(1, Math.ceil((Date.parse(first) - since) / 60_000)) })
  return accept({ asked: [...recent, at] })
}

/** A code lets in while it serves, was not tried too often, and is the one that was sent. */
export function codeLetsIn(state: CodeState, hash: string, at: string): Outcome<null> {
  const serves = state.codeUntil !== undefined && at < state.codeUntil && (state.tries ?? 0) < tries
  return serves && state.code === hash ? accept(null) : refuse('link.code-wrong')
}

/** An address as it may be shown to whoever holds the link: enough to know which mailbox to look into. */
export function maskedAddress(email: string): string {
  const [name = '', domain = ''] = email.split('@')
  return `${name.slice(0, Math.min(2, name.length - 1))}***@${domain}`
}
