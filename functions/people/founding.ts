import { ulid } from 'ulid'
import type { Fact } from '../../events/catalogue.ts'
import { nationalCode } from '../../shared/organisations/codes.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { countedBy } from '../../shared/people/members.ts'
import { now } from '../aws/clock.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { newToken } from '../aws/tokens.ts'
import { writes } from '../aws/writes.ts'
import { linkRow } from './links.ts'
import { introduce, inviting } from './members.ts'

/**
 * The first act on an empty table: the national office, and the invitation of its first administrator, who accepts it like any other.
 * Refused once the office exists. Not reachable over HTTP: it is for whoever may write to the table anyway.
 */
export async function found(office: {
  title: string
  name: string
  email: string
}): Promise<Outcome<{ organisation: string; token: string }>> {
  const at = now()
  const doing: Doing = { by: { kind: 'system', cause: 'founding' }, at, request: ulid(Date.parse(at)) }
  const id = ulid(Date.parse(at))
  const unit: Organisation = { id, name: office.title, kind: 'national', code: nationalCode, path: [], state: 'active', createdAt: at }
  const invitation = { name: office.name, email: office.email.trim().toLowerCase(), roles: ['administrator'] as const }
  const registered: Fact = {
    type: 'organisation.registered',
    organisation: id,
    unitKind: 'national',
    name: office.title,
    code: nationalCode,
    parent: null,
  }
  const { person, writes: introduced } = introduce(undefined, invitation, doing)
  const { token, hash } = newToken()
  const saved = await table.commit(
    doing,
    [
      {
        key: key.organisation(id),
        head: null,
        fact: registered,
        set: { ...unit, units: 0, ...countedBy(undefined, { state: 'invited', roles: ['administrator'] }) },
      },
      inviting(unit, person, undefined, invitation, ['administrator'], doing),
    ],
    [
      writes.putNew({ ...key.code(nationalCode), organisation: id }, refuse('organisation.founded')),
      writes.put(linkRow(hash, { purpose: 'invitation', person, organisation: id }, at)),
      ...introduced,
    ],
  )
  return saved.ok ? accept({ organisation: id, token }) : saved
}
