import { createHash } from 'node:crypto'
import type { Transporter } from 'nodemailer'
import type { MailKey } from '../../shared/mails/catalogue.ts'
import type { About } from '../../shared/mails/returns.ts'
import { composeWith, type Sentences } from '../../shared/mails/sentences.ts'
import { layOut } from './layout.ts'

/** One mail to one person. `id` is that of the fact that caused it (and the person, where several get it): the same id makes the same Message-ID. `sentences`: of the batch, then of its call. */
export type Letter = {
  key: MailKey
  to: string
  id: string
  data: unknown
  sentences?: readonly (Sentences | undefined)[]
  /** Whom it concerns when it comes back after it was taken; and the configuration set of SES that reports so, where mail goes by SES. */
  about?: About
  reports?: string | undefined
}
/** A bounce is an answer: the address does not take mail. Everything else that goes wrong throws and is tried again. */
export type Sent = { sent: true; messageId: string } | { sent: false; bounced: string }

/** The Message-ID of a mail, by which servers and people recognise a repeat. */
export function messageIdOf(letter: Pick<Letter, 'id' | 'key' | 'to'>, from: string): string {
  const domain = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'localhost'
  const digest = createHash('sha256').update(`${letter.key}\n${letter.id}\n${letter.to.toLowerCase()}`).digest('hex')
  return `<${digest.slice(0, 40)}@${domain}>`
}

/** The header in which SES reads what a mail is about. */
export const tagsHeader = 'X-SES-MESSAGE-TAGS'

export async function sendMail(transporter: Transporter, from: string, letter: Letter): Promise<Sent> {
  const { subject, html, text } = layOut(composeWith(letter.key, letter.data, ...(letter.sentences ?? [])))
  const messageId = messageIdOf(letter, from)
  try {
    const { about, reports } = letter
    const tags = Object.entries(about ?? {})
    const headers = {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // SES takes this one out; other servers leave it, and it says nothing to anybody else.
      ...(about && { [tagsHeader]: tags.map(([name, value]) => `${name}=${value}`).join(', ') }),
    }
    const ses = reports ? { ConfigurationSetName: reports, EmailTags: tags.map(([Name, Value]) => ({ Name, Value })) } : undefined
    await transporter.sendMail({ from, to: { name: '', address: letter.to }, subject, html, text, messageId, headers, ...(ses && { ses }) })
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
