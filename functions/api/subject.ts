import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import type { By } from '../../events/catalogue.ts'
import type { Award } from '../../shared/awards/schema.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import { type Session, stillGood, worthNoting } from '../../shared/people/sessions.ts'
import type { Actor, Member } from '../../shared/permissions/actors.ts'
import { type Action, permit, type Relation } from '../../shared/permissions/policy.ts'
import { relationsToAward, relationsToBatch, relationsToOrganisation, relationsToSubmission } from '../../shared/permissions/relations.ts'
import type { Draft, Submission } from '../../shared/submissions/schema.ts'
import { type Brought, brought } from '../aws/brought.ts'
import { sha256 } from '../aws/chain.ts'
import { derivedId } from '../aws/derived.ts'
import { type Key, key } from '../aws/keys.ts'
import { type Doing, type Head, type Row, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { refused } from './answer.ts'

export const sessionCookie = '__Host-shuren'
export const linkCookie = '__Host-shuren-link'

/** What every route finds in its context: who asks, the idempotency and time of what they do, and what was read with the session. */
export type Asked = { actor: Actor; doing: Doing; brought: Brought }
/** What `app.ts` puts there before: server receive time and idempotency key. */
export type Received = { at: string; request: string }
export type OrganisationRow = Organisation & Head
/** Every guard carries the action it asks for; the permission matrix and the OpenAPI document are read from there. */
export const guarded = new WeakMap<object, { action: Action; subject: string }>()

const Ulid = z.ulid()
/** Parameters that are no ids: keys of sections and categories, numbers of versions. Their routes check them. */
const named: ReadonlySet<string> = new Set(['key', 'number'])

/**
 * Reads the session together with the thing the route is about, in one round trip, and asks the policy.
 * `wanted` names the rows; `relate` says how the actor stands to them, or undefined if one is missing. `mentioned` names what the body makes the route ask for.
 */
function guard<V extends object>(
  action: Action,
  subject: string,
  wanted: (param: (name: string) => string) => Key[],
  relate: (rows: (Row | undefined)[], actor: Actor, at: string) => { relations: Relation[]; vars: V } | undefined,
  mentioned?: Mentioned,
) {
  const middleware = createMiddleware<{ Variables: Asked & V }>(async (c, next) => {
    const { at, request } = c.var as unknown as Received
    const set = c.set as (name: string, value: unknown) => void
    const params = c.req.param() as Record<string, string>
    for (const [name, value] of Object.entries(params))
      if (!named.has(name) && !Ulid.safeParse(value).success) return refused(c, refuse('not-found'))
    const tokens = [getCookie(c, sessionCookie), getCookie(c, linkCookie)].map((token) => (token ? key.session(sha256(token)) : undefined))
    const sessions = tokens.filter((token) => token !== undefined)
    const keys = wanted((name) => params[name] ?? '')
    const also = mentioned && sessions.length > 0 ? mentioned(await textOf(c), (name) => params[name] ?? '') : []
    const rows = await table.getMany([...sessions, ...keys, ...also])
    const before = sessions.length + keys.length
    const found = rows.slice(0, sessions.length) as (Session | undefined)[]
    const actors = found.filter((session) => session !== undefined && stillGood(session, at)).map((session) => (session as Session).actor)
    const noted = noteUse(found, at)
    let refusal = refuse('session.missing')
    for (const actor of [...actors, ...(actors.length === 0 ? [{ kind: 'visitor' } as const] : [])]) {
      const related = relate(rows.slice(sessions.length, before), actor, at)
      const permitted = related
        ? permit(action, actor, related.relations)
        : actor.kind === 'visitor'
          ? refuse('session.missing')
          : refuse('not-found')
      if (permitted.ok && related) {
        set('actor', actor)
        const by = byOf(actor)
        set('doing', { by, at, request: requestOf(request, by) })
        set('brought', brought(also, rows.slice(before)))
        for (const [name, value] of Object.entries(related.vars)) set(name, value)
        await next()
        await noted
        return
      }
      if (!permitted.ok && (refusal.code === 'session.missing' || permitted.code === 'role.not-allowed')) refusal = permitted
    }
    return refused(c, refusal)
  })
  guarded.set(middleware, { action, subject })
  return middleware
}

/** Keys of rows that a route will ask for by what the body says. */
type Mentioned = (body: string, param: (name: string) => string) => Key[]

/** The body as it was sent; one that cannot be read is refused where it is checked. */
const textOf = (c: Context): Promise<string> => c.req.text().catch(() => '')

/** Notes now and then that a session is in use, beside the request it serves; what is lost by a failure is five minutes of idle time. */
async function noteUse(sessions: (Session | undefined)[], at: string): Promise<void> {
  const due = sessions.filter((session) => session !== undefined && stillGood(session, at) && worthNoting(session, at)) as Session[]
  const when = { expression: 'attribute_exists(pk)' }
  await Promise.allSettled(due.map(({ pk, sk }) => table.write(writes.update({ pk, sk }, { lastSeenAt: at }, when, 'done'))))
}

/** Who did it, as events hold it. */
export function byOf(actor: Actor): By {
  if (actor.kind === 'member') return { kind: 'member', person: actor.person, organisation: actor.organisation.id }
  if (actor.kind === 'expert') return { kind: 'expert', expert: actor.expert }
  if (actor.kind === 'approver') return { kind: 'approver', approver: actor.approver }
  return { kind: 'visitor' }
}

/**
 * A request under a key of whoever makes it: what a request makes has its id from here, so that the id of a thing one may not see, sent as a
 * key, is a key like any other and tells nothing.
 */
const requestOf = (sent: string, by: By): string => derivedId(sent, ...Object.values(by))

/** Guards: what a route is about, and what is asked of the policy. Each puts the rows it read into the context. */
export const on = {
  /** Public routes; the actor is whoever the cookie says. */
  anyone: (action: Action) =>
    guard(
      action,
      'anyone',
      () => [],
      (_rows, actor) => ({ relations: actor.kind === 'visitor' ? [] : ['member'], vars: {} }),
    ),

  /** Routes of a signed-in member about themselves or their unit. */
  member: (action: Action) =>
    guard(
      action,
      'member',
      () => [],
      (_rows, actor) =>
        (actor.kind === 'member' ? { relations: ['member', 'own'], vars: { member: actor } } : undefined) as
          | { relations: Relation[]; vars: { member: Member } }
          | undefined,
    ),

  /** Routes about the unit `:organisation`. */
  organisation: (action: Action) =>
    guard(
      action,
      'organisation',
      (param) => [key.organisation(param('organisation'))],
      ([row], actor) =>
        row && {
          relations: relationsToOrganisation(actor, row as unknown as Organisation),
          vars: { organisation: row as unknown as OrganisationRow },
        },
    ),

  /** Routes about the batch `:batch`. */
  batch: (action: Action) =>
    guard(
      action,
      'batch',
      (param) => [key.batch(param('batch'))],
      ([row], actor) => row && { relations: relationsToBatch(actor, row as unknown as Batch), vars: { batch: row as unknown as Batch } },
    ),

  /** Routes about `:submission` of `:batch`. One that was discarded is gone, but for whoever repeats the request that discarded it. */
  submission: (action: Action, discardedToo = false) =>
    guard(
      action,
      'submission',
      (param) => [key.batch(param('batch')), key.submission(param('submission'))],
      ([batchRow, row], actor) => {
        const batch = batchRow as unknown as Batch | undefined
        const submission = row as unknown as Submission | undefined
        if (!batch || !submission || submission.batch !== batch.id) return undefined
        if (submission.state === 'discarded' && !discardedToo) return undefined
        return { relations: relationsToSubmission(actor, submission, batch), vars: { batch, submission } }
      },
    ),

  /** Routes about what is being written in `:submission` of `:batch`: the marks of its sections come along in the same round trip, and what the body mentions. */
  draft: (action: Action, mentioned?: Mentioned) =>
    guard(
      action,
      'submission',
      (param) => [key.batch(param('batch')), key.submission(param('submission')), key.draft(param('submission'))],
      ([batchRow, row, draftRow], actor) => {
        const batch = batchRow as unknown as Batch | undefined
        const submission = row as unknown as Submission | undefined
        const draft = draftRow as unknown as Draft | undefined
        if (!batch || !submission || !draft || submission.batch !== batch.id || submission.state === 'discarded') return undefined
        return { relations: relationsToSubmission(actor, submission, batch), vars: { batch, submission, draft } }
      },
      mentioned,
    ),

  /** Routes about the award `:award`. */
  award: (action: Action) =>
    guard(
      action,
      'award',
      (param) => [key.award(param('award'))],
      ([row], actor) => row && { relations: relationsToAward(actor, row as unknown as Award), vars: { award: row as unknown as Award } },
    ),
}
