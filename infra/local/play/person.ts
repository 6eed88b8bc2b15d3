import { ulid } from 'ulid'
import { pause } from './time.ts'

export type Answer = { status: number; body: Record<string, unknown> & { code?: string } }
type Asking = { body?: unknown; raw?: Uint8Array; type?: string; key?: string }
/** A refusal where none was expected; carries what was asked and what was said. */
export class Refused extends Error {
  readonly answer: Answer
  constructor(what: string, answer: Answer) {
    super(`${what} → ${answer.status} ${answer.body.code ?? ''} ${answer.body.en ?? JSON.stringify(answer.body).slice(0, 300)}`)
    this.answer = answer
  }
}

const unreachableSeconds = 90

/** Does something again and again while the other side cannot be reached; `fetch` says so by a TypeError. */
export async function untilReached<T>(work: () => Promise<T>): Promise<T> {
  const since = Date.now()
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TypeError) || Date.now() - since > unreachableSeconds * 1000) throw error
      await pause(Math.min(2000, 100 * 2 ** attempt))
    }
  }
}

/** One who uses the platform as a browser does: over its public API, with a cookie, repeating what got no answer under the same key. */
export class Caller {
  readonly origin: string
  cookie: string | undefined
  constructor(origin: string) {
    this.origin = origin
  }

  /** One request; what gets no answer, or `busy`, is repeated with the same idempotency key until the platform is back. */
  async ask(method: string, path: string, { body, raw, type, key = ulid() }: Asking = {}): Promise<Answer> {
    const since = Date.now()
    const once = async () => {
      const response = await fetch(`${this.origin}/api${path}`, {
        method,
        body: (raw ?? (body === undefined ? undefined : JSON.stringify(body))) as RequestInit['body'],
        headers: {
          ...((body !== undefined || raw) && { 'content-type': type ?? 'application/json' }),
          ...(this.cookie && { cookie: this.cookie }),
          ...(method !== 'GET' && { 'idempotency-key': key, origin: this.origin }),
        },
      })
      return { response, text: await response.text() }
    }
    for (let attempt = 0; ; attempt++) {
      const { response, text } = await untilReached(once)
      if (response.status === 503 && Date.now() - since < unreachableSeconds * 1000) {
        await pause(Math.min(3000, 200 * 2 ** attempt) * (0.5 + Math.random()))
        continue
      }
      for (const set of response.headers.getSetCookie()) this.cookie = set.split(';')[0]
      const json = response.headers.get('content-type')?.includes('json') && text !== ''
      return { status: response.status, body: json ? (JSON.parse(text) as Answer['body']) : {} }
    }
  }

  /** All rows of a list, page by page to its end. @throws Refused */
  async rows<R>(path: string): Promise<R[]> {
    const rows: R[] = []
    let cursor: string | undefined
    do {
      const next = cursor ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : ''
      const page = await this.done<{ rows: R[]; cursor?: string }>('GET', `${path}${next}`)
      rows.push(...page.rows)
      cursor = page.cursor
    } while (cursor)
    return rows
  }

  /** A request that must succeed. @throws Refused */
  async done<T = Record<string, unknown>>(method: string, path: string, asking?: Asking): Promise<T> {
    const answer = await this.ask(method, path, asking)
    if (answer.status >= 300) throw new Refused(`${method} ${path}`, answer)
    return answer.body as T
  }
}

type MailSeen = { id: number; at: string; subject: string; links: string[] }

/** The latest link of a kind (`/app/invitation`, `/app/sign-in`, `/r`) that was mailed to somebody; waits until it has arrived. */
export async function linkIn(
  origin: string,
  to: string,
  kind: string,
  after = 0,
): Promise<{ token: string; link: string; mail: MailSeen }> {
  const until = Date.now() + unreachableSeconds * 1000
  while (Date.now() < until) {
    const mails = await fetch(`${origin}/mailbox.json?to=${encodeURIComponent(to)}&limit=20`)
      .then((response) => response.json() as Promise<MailSeen[]>)
      .catch(() => [])
    for (const mail of mails.filter(({ id }) => id > after)) {
      const link = mail.links.find((each) => each.includes(`${kind}#t=`))
      const token = link && new URLSearchParams(new URL(link).hash.slice(1)).get('t')
      if (token) return { token, link, mail }
    }
    await pause(80)
  }
  throw new Error(`no mail with a link ${kind} came for ${to}`)
}

/** A member with an account: signs in by password or, without one, by a link in a mail, and again when the session has ended. */
export class Person extends Caller {
  readonly email: string
  readonly password: string | undefined
  private signingIn: Promise<void> | undefined
  constructor(origin: string, email: string, password?: string) {
    super(origin)
    this.email = email
    this.password = password
  }

  /** Accepts the invitation that was mailed; with a password, sets it. */
  async accept(): Promise<this> {
    const { token } = await linkIn(this.origin, this.email, '/app/invitation')
    await super.done('POST', '/invitations/accept', { body: { token, ...(this.password && { password: this.password }) } })
    return this
  }

  async signIn(): Promise<void> {
    this.signingIn ??= this.enter().finally(() => {
      this.signingIn = undefined
    })
    return this.signingIn
  }

  private async enter(): Promise<void> {
    this.cookie = undefined
    if (this.password) {
      await super.ask('POST', '/sign-in', { body: { email: this.email, password: this.password } })
      return
    }
    const before = await fetch(`${this.origin}/mailbox.json?to=${encodeURIComponent(this.email)}&limit=1`).then(
      (response) => response.json() as Promise<MailSeen[]>,
    )
    await super.ask('POST', '/sign-in/link', { body: { email: this.email } })
    const { token } = await linkIn(this.origin, this.email, '/app/sign-in', before[0]?.id ?? 0)
    await super.ask('POST', '/sign-in/redeem', { body: { token } })
  }

  override async ask(method: string, path: string, asking: Asking = {}): Promise<Answer> {
    const key = asking.key ?? ulid()
    const first = await super.ask(method, path, { ...asking, key })
    if (first.status !== 401 || path.startsWith('/sign-in') || path.startsWith('/invitations')) return first
    await this.signIn()
    return super.ask(method, path, { ...asking, key })
  }
}

/** Somebody who came by the link of a mail, without an account: an expert or an approver. */
export class Guest extends Caller {
  private readonly token: string
  /** The mail whose link was followed. */
  readonly mail: MailSeen
  constructor(origin: string, { token, mail }: { token: string; mail: MailSeen }) {
    super(origin)
    this.token = token
    this.mail = mail
  }
  /** By the latest link that was mailed to an address; waits for the mail that leads to this batch, and to this category of it. */
  static async byMail(origin: string, email: string, batch: string, category?: string): Promise<Guest> {
    for (const until = Date.now() + unreachableSeconds * 1000; ; await pause(100)) {
      const found = await linkIn(origin, email, '/r')
      const guest = new Guest(origin, found)
      const { status, body } = await guest.ask('POST', '/link/open', { body: { token: found.token } })
      if (status < 300 && body.batch === batch && (category === undefined || body.category === category)) return guest
      if (Date.now() > until) throw new Error(`no link to ${category ?? batch} came for ${email}`)
    }
  }
  open() {
    return super.done<{ kind: string; batch: string; category?: string }>('POST', '/link/open', { body: { token: this.token } })
  }
  override async ask(method: string, path: string, asking: Asking = {}): Promise<Answer> {
    const key = asking.key ?? ulid()
    const first = await super.ask(method, path, { ...asking, key })
    if (first.status !== 401 || path === '/link/open') return first
    await this.open()
    return super.ask(method, path, { ...asking, key })
  }
}
