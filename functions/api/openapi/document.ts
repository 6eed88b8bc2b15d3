import { generateSpecs } from 'hono-openapi'
import type { Role } from '../../../shared/permissions/actors.ts'
import { policy, type Relation } from '../../../shared/permissions/policy.ts'
import { refusals } from '../../../shared/refusals.ts'
import { createApp } from '../app.ts'
import { allRoutes } from '../slices.ts'
import { guarded, linkCookie, sessionCookie } from '../subject.ts'
import type { Answers, Schema } from './answers.ts'
import { tags } from './tags.ts'

type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema; description?: string }
type Media = Record<string, { schema: Schema }>
type Response = { $ref: string } | { description: string; headers?: Schema; content?: Media }
/** Whom the policy lets do it: a relation to the thing, and in which roles; without roles, in any. */
export type Grant = { to: Relation; roles?: readonly Role[] }
export type Operation = {
  operationId: string
  tags: [string]
  summary: string
  description: string
  parameters: (Parameter | { $ref: string })[]
  requestBody?: { required: boolean; content: Media }
  responses: Record<string, Response>
  security: Record<string, string[]>[]
  'x-action': string
  'x-may': readonly Grant[]
}
export type Document = {
  openapi: string
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string; description: string; 'x-title': { zh: string; en: string } }[]
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
/** Why any route may say no, before its slice has looked at anything. */
const general = [
  'request.invalid',
  'request.too-large',
  'request.cross-site',
  'session.missing',
  'role.not-allowed',
  'not-found',
  'changed-meanwhile',
  'busy',
  'surprise',
] as const
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ulid = { type: 'string', pattern: '^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$', description: 'A ULID' }
const plain: Record<string, Schema> = {
  key: { type: 'string', description: 'The key of a section, stage, category or template' },
  number: { type: 'integer', minimum: 1, description: 'The number of a version' },
}

/**
 * The interface as one document, made from the routes themselves: nothing is in it that is not served, and nothing served is missing.
 * `answers` are what the compiler knows of the routes' answers (`infra/local/openapi`).
 */
export async function openapi(answers: Answers = { of: {}, schemas: {} }): Promise<Document> {
  const app = createApp(await allRoutes())
  const { paths = {} } = await generateSpecs(app, {})
  const guards = new Map(
    app.routes.flatMap(({ method, path, handler }) => {
      const guard = guarded.get(handler)
      return guard ? [[`${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`, guard] as const] : []
    }),
  )
  const described: Document['paths'] = {}
  for (const [path, item] of Object.entries(paths).sort(byTag(paths as Made)))
    for (const method of methods) {
      const made = (item as Record<string, MadeOperation>)[method]
      const guard = guards.get(`${method} ${path}`)
      if (!made || !guard) continue
      const place = path.replace(/^\/api/, '')
      described[place] ??= {}
      described[place][method] = operation(method, place, made, guard, answers.of[`${method} ${place}`])
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shuren 树人',
      version: '1',
      description:
        'What the pages of the platform ask, anyone with a session may ask. docs/api.md says how sessions, repeated requests, pages of lists and refusals work.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    tags: Object.entries(tags).map(([name, { title }]) => ({ name, description: `${title.en} · ${title.zh}`, 'x-title': title })),
    paths: described,
    components: components(answers.schemas),
  }
}

type MadeOperation = {
  operationId?: string
  tags?: string[]
  summary?: string
  parameters?: Parameter[]
  requestBody?: Operation['requestBody']
}
type Made = Record<string, Record<string, MadeOperation>>

/** Paths in the order of their groups; within a group as the routes stand. */
function byTag(paths: Made) {
  const order = Object.keys(tags)
  const place = (path: string) => order.indexOf(Object.values(paths[path] ?? {})[0]?.tags?.[0] ?? '')
  return ([one]: [string, unknown], [other]: [string, unknown]) => place(one) - place(other)
}

function operation(
  method: string,
  path: string,
  made: MadeOperation,
  guard: { action: keyof typeof policy; subject: string },
  answered: Schema | undefined,
): Operation {
  const [tag = ''] = made.tags ?? []
  if (!tags[tag]) throw new Error(`${method} ${path}: no group “${tag}” in functions/api/openapi/tags.ts`)
  if (!made.summary) throw new Error(`${method} ${path} has no summary`)
  const may: readonly Grant[] = policy[guard.action]
  const open = may.some(({ to }) => to === 'anyone')
  const given = (made.parameters ?? []).map((each) => (each.in === 'path' ? { ...each, schema: plain[each.name] ?? ulid } : each))
  return {
    operationId: (made.operationId ?? '').replace(/^([a-z]+)Api/, '$1'),
    tags: [tag],
    summary: made.summary,
    description: `For ${may.map(said).join('; ')}.`,
    parameters: [...given, ...(method === 'get' ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }])],
    ...(made.requestBody && { requestBody: made.requestBody }),
    responses: {
      '2XX': { description: 'Done, or what was asked for', content: media(path, answered) },
      ...refused(tag, open, made.requestBody !== undefined),
    },
    security: [...(open ? [{}] : []), ...cookies(may)],
    'x-action': guard.action,
    'x-may': may,
  }
}

/** Routes that answer a workbook. */
const workbook = /\.xlsx$|\/checked$|\/sheet\/export$/
const text = { type: 'string' }
/** What is answered as text that was laid out beforehand, of which the compiler knows nothing. */
const laidOut: Record<string, Schema> = {
  '/organisations/names': {
    type: 'object',
    properties: {
      rows: {
        type: 'array',
        items: {
          type: 'object',
          properties: { id: text, code: text, name: text, kind: text, province: text },
          required: ['id', 'name', 'kind'],
        },
      },
    },
    required: ['rows'],
  },
}
const media = (path: string, answered: Schema = laidOut[path] ?? {}): Media =>
  workbook.test(path) ? { [excel]: { schema: { ...text, format: 'binary' } } } : { 'application/json': { schema: answered } }

const byLink: readonly Relation[] = ['assigned', 'approving']
function cookies(may: readonly Grant[]): Operation['security'] {
  const held: Operation['security'] = []
  if (may.some(({ to }) => !byLink.includes(to))) held.push({ session: [] })
  if (may.some(({ to }) => byLink.includes(to))) held.push({ link: [] })
  return held
}

/** How each relation of the policy is said. */
const relations: Record<Relation, string> = {
  anyone: 'everybody, signed in or not',
  member: 'anyone signed in',
  own: 'the unit itself',
  above: 'a unit above it',
  endorsing: 'a unit that recommends it',
  host: 'the host of the batch',
  invited: 'a unit below the host, while the batch is open to it',
  assigned: 'an expert of the batch, by link',
  approving: 'an approver of the batch, by link',
}
const said = ({ to, roles }: Grant) => `${relations[to]}${roles ? ` (${roles.join(', ')})` : ''}`

/** The answers that say no, by status, as they are named among the components. */
function refused(tag: string, open: boolean, body: boolean): Record<string, Response> {
  const skip = new Set([...(open ? ['401'] : []), ...(body ? [] : ['413'])])
  return Object.fromEntries(
    Object.keys(codesOf(tag))
      .filter((status) => !skip.has(status))
      .map((status) => [status, { $ref: `#/components/responses/${tag}-${status}` }]),
  )
}

/** The codes with which a group may refuse, by status. */
export function codesOf(tag: string): Record<string, string[]> {
  const codes = [...general, ...(tags[tag]?.refusals ?? []).flatMap((each) => Object.keys(each))]
  const known = refusals as Record<string, { status: number }>
  return Object.fromEntries([...Map.groupBy(new Set(codes), (code) => String(known[code]?.status))].sort(([a], [b]) => a.localeCompare(b)))
}

const titles: Record<string, string> = {
  400: 'What was sent is not what is asked for',
  401: 'No session',
  403: 'Not in this role, or from another site',
  404: 'Not there, or not yours to see; nobody can tell which',
  409: 'It stands otherwise than you saw it',
  410: 'It was, and is over',
  413: 'Too large',
  422: 'A rule of the call or of the platform says no',
  429: 'Too often',
  500: 'A surprise; `details.trace` stands in the log',
  503: 'Turned away for the moment; nothing was carried out. `Retry-After` says when to ask again',
}

function components(schemas: Answers['schemas']): Document['components'] {
  const responses = Object.keys(tags).flatMap((tag) =>
    Object.entries(codesOf(tag)).map(([status, codes]) => [
      `${tag}-${status}`,
      {
        description: titles[status] ?? 'Refused',
        ...(status === '503' && { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds' } } }),
        content: {
          'application/json': {
            schema: { allOf: [{ $ref: '#/components/schemas/Refusal' }, { properties: { code: { enum: codes } } }] },
          },
        },
      },
    ]),
  )
  return {
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: sessionCookie,
        description: 'Set by `POST /sign-in` and its like; HttpOnly, Secure, SameSite',
      },
      link: { type: 'apiKey', in: 'cookie', name: linkCookie, description: 'Set by `POST /link/open` with the secret of a mailed link' },
    },
    parameters: {
      IdempotencyKey: {
        name: 'Idempotency-Key',
        in: 'header',
        description:
          'A ULID of the caller’s own for this request; the same request with the same key is carried out once, however often it arrives.',
        schema: { type: 'string', pattern: ulid.pattern },
      },
    },
    schemas: {
      ...schemas,
      Refusal: {
        type: 'object',
        required: ['code', 'zh', 'en'],
        properties: {
          code: { type: 'string', description: 'Stable; one of those of the route’s group' },
          zh: { type: 'string', description: 'What is wrong and what to do, in Chinese' },
          en: { type: 'string', description: 'The same in English' },
          details: { type: 'object', additionalProperties: { type: ['string', 'number'] }, description: 'The facts behind the sentence' },
          data: { description: 'What is needed to go on, e.g. both texts of a conflict' },
        },
      },
    },
    responses: Object.fromEntries(responses),
  }
}
