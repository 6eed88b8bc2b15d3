import type { Fact } from '../../events/catalogue.ts'
import { accept, refuse } from '../../shared/outcome.ts'
import { barred } from '../../shared/people/barred.ts'
import { sentences } from '../api/answer.ts'
import { type Job, send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { again } from './again.ts'
import { issueLink, signInLink } from './links.ts'
import { addressHash, type PersonRow, people } from './rows.ts'

/** So many links an address may get in the window, so that nobody's mailbox can be filled from our page. */
const linksPerWindow = 5
const windowMinutes = 15

type LinksRow = Row & { times: string[]; version: number }

/**
 * Mails a sign-in link to an address that belongs to an active member; to one whose owner is active nowhere, why not and whom to ask. Whether anybody has the address, is
 * seen here and not by who asked.
 */
export async function mailSignInLink({ email, id, at }: Extract<Job, { job: 'sign-in-link' }>): Promise<void> {
  const person = await people.byEmail(email)
  if (!person || !(await mayMail(email, at))) return
  const places = await people.places(person.id, person.organisation)
  if (!places.some(({ member, unit }) => member.state === 'active' && unit.state === 'active')) {
    const data = { name: person.name, ...sentences(barred(places)) }
    return send({ job: 'mail', mail: 'sign-in-barred', to: person.email, id, data })
  }
  const { token, expiresAt } = await issueLink({ purpose: 'sign-in', person: person.id }, at)
  await send({
    job: 'mail',
    mail: 'sign-in-link',
    to: person.email,
    id,
    data: { name: person.name, until: expiresAt, link: signInLink(token) },
  })
}

async function mayMail(email: string, at: string): Promise<boolean> {
  const asked = await again(async () => {
    const row = await table.get<LinksRow>(key.linksAsked(addressHash(email)))
    const since = new Date(Date.parse(at) - windowMinutes * 60_000).toISOString()
    const times = (row?.times ?? []).filter((time) => time > since)
    if (times.length >= linksPerWindow) return accept({ allowed: false })
    const next = { ...key.linksAsked(addressHash(email)), times: [...times, at], version: (row?.version ?? 0) + 1 }
    const saved = await table.write(
      writes.putVersion({ ...next, ttl: Math.floor(Date.parse(at) / 1000) + 86_400 }, refuse('changed-meanwhile')),
    )
    return saved.ok ? accept({ allowed: true }) : saved
  })
  return asked.ok && asked.value.allowed
}

/** Records that an address was locked and tells its owner, if it has one. */
export async function recordLockout({ email, until, id, at }: Extract<Job, { job: 'lockout' }>): Promise<void> {
  const recorded = await again<{ person: PersonRow | undefined }>(async () => {
    const person = await people.byEmail(email)
    if (!person) return accept({ person: undefined })
    const fact: Fact = { type: 'person.locked-out', person: person.id, until }
    const doing = { by: { kind: 'system', cause: 'sign-in' } as const, at, request: id }
    const saved = await table.commit(doing, [{ key: key.person(person.id), head: person, fact }])
    return saved.ok ? accept({ person }) : saved
  })
  const person = recorded.ok ? recorded.value.person : undefined
  if (person) await send({ job: 'mail', mail: 'locked-out', to: person.email, id, data: { name: person.name, until } })
}
