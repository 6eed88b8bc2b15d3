import { ulid } from 'ulid'
import type { OrganisationKind } from '../../shared/organisations/kinds.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import type { Role } from '../../shared/permissions/actors.ts'

export type Person = { id: string; name: string; email: string; token: string; unit: { id: string; name: string; kind: OrganisationKind } }
export type Answer = { status: number; body: Record<string, unknown> }
export type Asking = { method?: string; body?: unknown; key?: string }

/** How long a session of the journeys lasts, in seconds: longer than any clock of theirs is moved. */
const long = 400 * 86_400

/** Units and signed-in people, written straight into the table: how one comes to an account has journeys of its own. */
export async function peopleOf(now: () => Date) {
  const { table } = await import('../../functions/aws/table.ts')
  const { writes } = await import('../../functions/aws/writes.ts')
  const { key, partition } = await import('../../functions/aws/keys.ts')
  const { sha256 } = await import('../../functions/aws/chain.ts')
  const { addressHash, memberIndex } = await import('../../functions/people/rows.ts')
  const at = () => now().toISOString()
  const head = { seq: 0, chain: '' }
  const actors = new Map<string, object>()

  const unit = async (kind: OrganisationKind, name: string, above?: Organisation, code?: string): Promise<Organisation> => {
    const id = ulid()
    const path = above ? [...above.path, above.id] : []
    const province = kind === 'province' ? code : above?.province
    const organisation: Organisation = {
      id,
      name: `演示·${name}`,
      kind,
      ...(code && { code }),
      ...(province && { province }),
      path,
      state: 'active',
      createdAt: at(),
    }
    const place = above && { listPk: partition.below(above.id), listSk: `${kind}#${code ?? id}` }
    const summary = { name: organisation.name, ...(code && { code }), state: 'active' }
    await table.put({ ...key.organisation(id), ...organisation, ...place, summary, administrators: 1, units: 0, ...head })
    if (code) await table.put({ ...key.code(code), organisation: id })
    if (above) await table.write(writes.add(key.organisation(above.id), { units: 1 }, 'done'))
    return organisation
  }

  const person = async (organisation: Organisation, name: string, ...roles: Role[]): Promise<Person> => {
    const id = ulid()
    const token = `${ulid()}${ulid()}`
    const email = `${id.toLowerCase()}@example.org`
    const named = { name: `演示·${name}`, email }
    const member = {
      person: id,
      organisation: organisation.id,
      unitKind: organisation.kind,
      ...named,
      roles,
      state: 'active',
      invitedAt: at(),
    }
    const acting = { id: organisation.id, name: organisation.name, kind: organisation.kind, path: organisation.path }
    const actor = { kind: 'member', person: id, name: named.name, organisation: acting, roles, session: ulid() }
    await Promise.all([
      table.put({ ...key.person(id), id, ...named, language: 'zh', organisation: organisation.id, createdAt: at(), ...head }),
      table.put({ ...key.email(addressHash(email)), person: id }),
      table.put({ ...key.member(organisation.id, id), ...memberIndex(id, organisation.id), ...member, joinedAt: at(), ...head }),
    ])
    await table.write(writes.add(key.organisation(organisation.id), { people: 1, joined: 1 }, 'done'))
    const made = { id, ...named, token, unit: { id: organisation.id, name: organisation.name, kind: organisation.kind } }
    actors.set(made.id, actor)
    await signIn(made)
    return made
  }

  /** Begins a session, or one that the clock has ended anew. */
  const signIn = async ({ id, token }: Pick<Person, 'id' | 'token'>): Promise<void> => {
    const ttl = Math.floor(now().getTime() / 1000) + long
    await table.put({ ...key.session(sha256(token)), actor: actors.get(id), way: 'password', createdAt: at(), lastSeenAt: at(), ttl })
  }
  return { unit, person, signIn }
}

/** The name under which a browser keeps a session. */
export const sessionCookie = '__Host-shuren'

/** A request to the API in a person's name, as the pages send it. */
export async function ask(
  origin: string,
  { token }: Pick<Person, 'token'>,
  path: string,
  { method, body, key }: Asking = {},
): Promise<Answer> {
  const response = await fetch(`${origin}/api${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      cookie: `${sessionCookie}=${token}`,
      origin,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
  })
  const text = await response.text()
  return { status: response.status, body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : { text } }
}

/** The same, for what must succeed. */
export async function done(...asked: Parameters<typeof ask>): Promise<Record<string, unknown>> {
  const answered = await ask(...asked)
  if (answered.status >= 300) throw new Error(`${asked[3]?.method ?? ''} ${asked[2]}: ${answered.status} ${JSON.stringify(answered.body)}`)
  return answered.body
}
