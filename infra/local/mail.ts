import type { DatabaseSync } from 'node:sqlite'
import { simpleParser } from 'mailparser'
import nodemailer from 'nodemailer'
import { SMTPServer } from 'smtp-server'

export type Mail = {
  id: number
  at: string
  from: string
  to: string[]
  subject: string
  html: string | null
  text: string
  links: string[]
}
type Row = { id: number; at: string; sender: string; recipients: string; subject: string; html: string | null; text: string }

/** Every mail that was sent, as it arrived. */
export class Mails {
  private readonly database: DatabaseSync
  private readonly now: () => number
  private readonly forward: ReturnType<typeof nodemailer.createTransport> | undefined

  /** @param forwardTo a mail server that gets each mail too, `smtp://…` */
  constructor(database: DatabaseSync, now: () => number, forwardTo?: string) {
    this.database = database
    this.now = now
    this.forward = forwardTo ? nodemailer.createTransport(forwardTo) : undefined
  }

  async keep(sender: string, recipients: string[], raw: Buffer): Promise<void> {
    const { subject = '', html, text = '' } = await simpleParser(raw)
    this.database
      .prepare('INSERT INTO mails (at, sender, recipients, subject, html, text, raw) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(new Date(this.now()).toISOString(), sender, JSON.stringify(recipients), subject, html || null, text, raw)
    this.forward?.sendMail({ envelope: { from: sender, to: recipients }, raw }).catch((error: Error) => {
      process.stderr.write(`A mail could not be forwarded: ${error.message}\n`)
    })
  }

  /** Newest first; `to` narrows to one recipient. */
  list(to?: string, limit = 200): Mail[] {
    const rows = this.database
      .prepare(
        `SELECT id, at, sender, recipients, subject, html, text FROM mails
         WHERE ? IS NULL OR EXISTS (SELECT 1 FROM json_each(recipients) WHERE lower(value) = lower(?)) ORDER BY id DESC LIMIT ?`,
      )
      .all(to ?? null, to ?? null, limit) as Row[]
    return rows.map(mailOf)
  }
  get(id: number): Mail | undefined {
    const row = this.database.prepare('SELECT * FROM mails WHERE id = ?').get(id) as Row | undefined
    return row && mailOf(row)
  }
  /** Of a mail that comes back later the mail service says these tags again, which it read in the mail's header. */
  tags(id: number): Record<string, string> | undefined {
    const head =
      this.raw(id)
        ?.toString('latin1')
        .split(/\r?\n\r?\n/, 1)[0] ?? ''
    const line = head.replace(/\r?\n[ \t]+/g, ' ').match(/^x-ses-message-tags:(.*)$/im)?.[1]
    return line === undefined
      ? undefined
      : Object.fromEntries([...line.matchAll(/([\w-]+)=([\w-]+)/g)].map(([, name = '', value = '']) => [name, value]))
  }
  raw(id: number): Buffer | undefined {
    const row = this.database.prepare('SELECT raw FROM mails WHERE id = ?').get(id)
    return row && Buffer.from(row.raw as Uint8Array)
  }
}

function mailOf({ id, at, sender, recipients, subject, html, text }: Row): Mail {
  // An address ends where a character follows that no address has, or before the sentence's own punctuation.
  const links = [...new Set(text.match(/https?:\/\/[\w\-.~:/?#@!$&*+,;=%]*[\w/=#~-]/g) ?? [])]
  return { id, at, from: sender, to: JSON.parse(recipients), subject, html, text, links }
}

export type Catcher = { url: string; stop: () => Promise<void> }

/** A mail server that accepts everything, except for addresses under `.invalid`, which exist nowhere and bounce. */
export async function catchMail(mails: Mails, wanted: number): Promise<Catcher> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const nowhere = address.toLowerCase().endsWith('.invalid')
      done(nowhere ? Object.assign(new Error('5.1.2 No such domain'), { responseCode: 550 }) : undefined)
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const sender = mailFrom ? mailFrom.address : ''
        mails
          .keep(
            sender,
            rcptTo.map(({ address }) => address),
            Buffer.concat(parts),
          )
          .then(() => done(), done)
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', () => resolve())
  })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
