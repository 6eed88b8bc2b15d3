import * as z from 'zod'
import { fact, Hash, Id, Reason } from './fact.ts'

export const organisationFacts = [
  fact('organisation.registered', {
    organisation: Id,
    unitKind: z.string(),
    name: z.string(),
    code: z.string().optional(),
    parent: Id.nullable(),
  }),
  /** `changes`: the attributes as they are now. A `path` among them moves everything below. */
  fact('organisation.changed', { organisation: Id, changes: z.record(z.string(), z.unknown()) }),
  fact('organisation.closed', { organisation: Id, reason: Reason }),
  fact('register.imported', { organisation: Id, created: z.int(), changed: z.int(), unchanged: z.int(), sha256: Hash }),
] as const

export const peopleFacts = [
  /** Also when an invitation is sent again. */
  fact('person.invited', { person: Id, organisation: Id, roles: z.array(z.string()) }),
  /** The mail of an invitation came back, or its reader complained of it; `said`: by the server that refused it. */
  fact('person.bounced', { person: Id, organisation: Id, why: z.enum(['permanent', 'temporary', 'spam']), said: z.string().optional() }),
  /** `invited`: who has the right address. */
  fact('person.address-corrected', { person: Id, organisation: Id, invited: Id }),
  fact('person.joined', { person: Id, organisation: Id }),
  fact('person.roles-changed', { person: Id, organisation: Id, roles: z.array(z.string()) }),
  fact('person.suspended', { person: Id, organisation: Id, reason: Reason }),
  fact('person.reinstated', { person: Id, organisation: Id }),
  fact('person.left', { person: Id, organisation: Id, reason: Reason.optional() }),
  fact('person.password-set', { person: Id }),
  fact('person.signed-in', { person: Id, way: z.enum(['password', 'link']) }),
  fact('person.locked-out', { person: Id, until: z.iso.datetime() }),
  fact('session.revoked', { person: Id, sessions: z.int() }),
] as const
