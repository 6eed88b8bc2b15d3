import fc from 'fast-check'
import { ulid } from 'ulid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { methods, type Operation, openapi } from '../../functions/api/openapi/document.ts'
import { refusals } from '../../shared/refusals.ts'
import { matrix } from '../permissions/matrix.ts'
import { expected, openWorld, type Persona } from '../permissions/world.ts'

/**
 * Requests that no page would send, to every route, from people who may use it: bodies, queries and paths that are nearly right, wrong, or rubbish.
 * `FUZZ_RUNS` and `FUZZ_SECONDS` ask for more than the suite has time for.
 */
const runs = Number(process.env.FUZZ_RUNS ?? 1500)
const seconds = Number(process.env.FUZZ_SECONDS ?? 20)

vi.mock('../../shared/templates/index.ts', async (original) => {
  const actual = await original<typeof import('../../shared/templates/index.ts')>()
  const { smallCall } = await import('./call.ts')
  return { ...actual, templateOf: (key: string, version: number) => (key === smallCall.key ? smallCall : actual.templateOf(key, version)) }
})

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  pattern?: string
  minLength?: number
  anyOf?: Schema[]
  oneOf?: Schema[]
  [other: string]: unknown
}
type Placed = { method: string; path: string; operation: Operation }
type Sent = { at: number; who: number; path: string; body: string | undefined; type: string; key: string | undefined }

let world: Awaited<ReturnType<typeof openWorld>>
let routes: Placed[]
beforeAll(async () => {
  world = await openWorld()
  const { paths } = await openapi()
  routes = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => (item[method] ? [{ method: method.toUpperCase(), path, operation: item[method] }] : [])),
  )
}, 90_000)
afterAll(() => world.close())

const awkward = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    '../..',
    "'; --",
    '𝕳'.repeat(9),
    'x'.repeat(70_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Something of the shape, often, and something else, sometimes. */
function shaped(schema: Schema | undefined, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  const wrong = { weight: 1, arbitrary: awkward }
  const right = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 9, arbitrary }, wrong)
  if (!schema || depth > 5) return awkward
  if (schema.const !== undefined) return right(fc.constant(schema.const))
  if (schema.enum) return right(fc.constantFrom(...schema.enum))
  const some = schema.anyOf ?? schema.oneOf
  if (some) return fc.oneof(...some.map((each) => shaped(each, ids, depth + 1)))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object': {
      const known = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, shaped(each, ids, depth + 1)] as const)
      const whole = fc.record(Object.fromEntries(known), { requiredKeys: [] })
      const full = fc.record(Object.fromEntries(known))
      const more = fc
        .tuple(whole, fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'id', 'state', 'roles', 'a'), awkward))
        .map(([a, b]) => ({ ...a, ...b }))
      return right(fc.oneof({ weight: 5, arbitrary: full }, whole, more))
    }
    case 'array':
      return right(fc.array(shaped(schema.items, ids, depth + 1), { maxLength: 4 }))
    case 'integer':
    case 'number':
      return right(fc.oneof(fc.integer({ min: -2, max: 50 }), fc.double()))
    case 'boolean':
      return right(fc.boolean())
    case 'string':
      return right(
        schema.pattern?.startsWith('^[0-7]')
          ? fc.constantFrom(...ids, ulid())
          : fc.oneof(fc.constantFrom('one', 'report', '2026-10-01T00:00:00.000Z', 'a@example.org', '演示文字，用于检验。'), fc.string()),
      )
    default:
      return awkward
  }
}

function requests(): fc.Arbitrary<Sent> {
  const ids = Object.values(world.ids)
  return fc.nat(routes.length - 1).chain((at) => {
    const { path, operation } = routes[at] as Placed
    const may = world.people.flatMap((persona, i) => (allowed(operation, persona) ? [i] : []))
    const part = (name: string) =>
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.constantFrom(
            (world.ids as Record<string, string>)[name] ?? (name === 'number' ? '1' : name === 'key' ? 'one' : ulid()),
          ),
        },
        { weight: 1, arbitrary: fc.constantFrom(...ids, ulid()) },
        {
          weight: 1,
          arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((text) => encodeURIComponent(text.toWellFormed())),
        },
      )
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const asked = operation.parameters.flatMap((each) => ('in' in each && each.in === 'query' ? [each] : []))
    const query = fc.record(Object.fromEntries(asked.map(({ name, schema }) => [name, shaped(schema as Schema, ids)])), {
      requiredKeys: [],
    })
    const schema = operation.requestBody?.content['application/json']?.schema as Schema | undefined
    const json = (schema ? shaped(schema, ids) : awkward).map((value) => JSON.stringify(value) ?? '')
    return fc.record({
      at: fc.constant(at),
      who: fc.constantFrom(...(may.length > 0 ? may : [0])),
      path: fc.tuple(fc.tuple(...names.map(part)), query).map(([parts, given]) => {
        const filled = parts.reduce((url, value, i) => url.replace(`{${names[i]}}`, () => value), path)
        const text = new URLSearchParams(
          Object.entries(given).map(([name, value]) => [name, String(typeof value === 'object' ? JSON.stringify(value) : value)]),
        )
        return `${filled}?${text}`
      }),
      body: fc.oneof(
        { weight: 8, arbitrary: json },
        fc.string({ unit: 'binary' }),
        fc.constantFrom(undefined, '', '{', '[1,', '"', '[['.repeat(5000)),
      ),
      type: fc.oneof(
        { weight: 9, arbitrary: fc.constant('application/json') },
        fc.constantFrom('text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=x', ''),
      ),
      key: fc.oneof(fc.constant(undefined), fc.constant(ulid()), fc.string()).map((text) => text?.replace(/[^ -~]/g, '')),
    })
  })
}
const allowed = (operation: Operation, persona: Persona) => {
  const who = matrix[operation['x-action']]?.who
  return who !== undefined && expected(who, persona) === 204
}

test('no request, however malformed, brings an answer of 500, and every refusal has a code and says why in both languages', {
  timeout: seconds * 1000 + 60_000,
}, async () => {
  const met = new Set<number>()
  await fc.assert(
    fc.asyncProperty(requests(), async ({ at, who, path, body, type, key }) => {
      const { method, operation } = routes[at] as Placed
      const persona = world.people[who] as Persona
      const { status, body: said } = await world.call.house.ask(path, {
        method,
        cookie: persona.cookie,
        ...(method !== 'GET' && body !== undefined && { raw: Buffer.from(body) }),
        headers: { ...(type && { 'content-type': type }), ...(key && { 'idempotency-key': key }) },
      })
      met.add(at)
      const context = `${operation.operationId} as ${persona.name}: ${status} ${JSON.stringify(said).slice(0, 300)}`
      if (status >= 500 && said.code !== 'busy') throw new Error(`a fault: ${context}`)
      if (status < 400) return
      if (typeof said.code !== 'string' || !Object.hasOwn(refusals, said.code)) throw new Error(`no code: ${context}`)
      if (!said.zh || !said.en) throw new Error(`no sentence: ${context}`)
      // What is wrong is said in the reader's language: nothing of the other but the names of fields, in quotes.
      if (said.code === 'request.invalid' && /[A-Za-z]{2}/.test(String(said.zh).replace(/“[^”]*”/g, '')))
        throw new Error(`not Chinese: ${context}`)
    }),
    { numRuns: runs, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false },
  )
  expect(met.size).toBeGreaterThan(Math.min(routes.length, runs / 100) * 0.5)
})
