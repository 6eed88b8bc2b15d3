import { createHash } from 'node:crypto'
import type { Transporter } from 'nodemailer'
import type { MailKey } from '../../shared/mails/catalogue.ts'
import { composeWith, type Sentences } from '../../shared/mails/sentences.ts'
import { layOut } from './layout.ts'

/** One mail to one person. `id` is that of the fact that caused it (and the person, where several get it): the same id makes the same Message-ID. `sentences`: of the batch, then of its call. */
export type Letter = { key: MailKey; to: string; id: string; data: unknown; sentences?: readonly (Sentences | undefined)[] }
/** A bounce is an answer: the address does not take mail. Everything else that goes wrong throws and is tried again. */
export type Sent = { sent: true; messageId: string } | { sent: false; bounced: string }

/** The Message-ID of a mail, by which servers and people recognise a repeat. */
export function messageIdOf(letter: Pick<Letter, 'id' | 'key' | 'to'>, from: string): string {
  const domain = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'localhost'
  const digest = createHash('sha256').update(`${letter.key}\n${letter.id}\n${letter.to.toLowerCase()}`).digest('hex')
  return `<${digest.slice(0, 40)}@${domain}>`
}

export async function sendMail(transporter: Transporter, from: string, letter: Letter): Promise<Sent> {
  const { subject, html, text } = layOut(composeWith(letter.key, letter.data, ...(letter.sentences ?? [])))
  const messageId = messageIdOf(letter, from)
  try {
    const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
    await transporter.sendMail({ from, to: { name: '', address: letter.to }, subject, html, text, messageId, headers })
    return { sent: true, messageId }
  } catch (error) {
    const bounced = bounceOf(error)
    if (bounced === undefined) throw error
    return { sent: false, bounced }
  }
}

/** A permanent refusal of the address (SMTP 5xx to RCPT or DATA, an address that is none), as the server gave it. Refused credentials are our fault, not a bounce. */
function bounceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, responseCode, response } = error as Error & { code?: string; responseCode?: number; response?: string }
  if (code === 'EAUTH') return undefined
  if (responseCode !== undefined && responseCode >= 500 && responseCode < 600 && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return (response ?? error.message).slice(0, 300)
  if (code === 'EENVELOPE' && responseCode === undefined) return error.message.slice(0, 300)
  if (error.name === 'MessageRejected' && /address/i.test(error.message)) return error.message.slice(0, 300)
  return undefined
}
