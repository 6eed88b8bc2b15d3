import { Hono } from 'hono'
import type { RouterRoute } from 'hono/types'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { during } from '../http/call.ts'
import { matrix } from './matrix.ts'
import { rememberReads } from './remembered.ts'
import { expected, openWorld, type Persona } from './world.ts'

/** What is no route, and why it has no guard. */
const unguarded: Record<string, string> = {
  'ALL /api/*': 'runs before every route: time, idempotency key, refusal of cross-site requests, limit of size',
}

/** An id that nothing has. */
const nothing = ulid()

type World = Awaited<ReturnType<typeof openWorld>>
type Route = { name: string; action: string; ask: (persona: Persona, ids: Record<string, string>) => Promise<Response> }
let world: World
let all: RouterRoute[]
let guarded: typeof import('../../functions/api/subject.ts').guarded
let routes: Route[]

beforeAll(async () => {
  world = await openWorld()
  rememberReads((await import('../../functions/aws/dynamo.ts')).dynamo)
  const { createApp } = await import('../../functions/api/app.ts')
  guarded = (await import('../../functions/api/subject.ts')).guarded
  const { allRoutes } = await import('../../functions/api/slices.ts')
  all = createApp(await allRoutes()).routes
  routes = all.flatMap(({ method, path, handler }) => {
    const guard = guarded.get(handler)
    if (!guard) return []
    // The real guard before a handler that does nothing: whoever gets through changes nothing.
    const app = new Hono<{ Variables: { at: string; request: string } }>()
      .use(async (c, next) => {
        c.set('at', during)
        c.set('request', nothing)
        await next()
      })
      .on(method, path, handler, (c) => c.body(null, 204))
    const ask = async (persona: Persona, ids: Record<string, string>) => {
      const plain: Record<string, string> = { key: 'one', number: '1' }
      const filled = path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? plain[name] ?? nothing)
      return app.request(filled, { method, headers: persona.cookie ? { cookie: persona.cookie } : {} })
    }
    return [{ name: `${method} ${path.slice('/api'.length)}`, action: guard.action, ask }]
  })
}, 60_000)
afterAll(() => world.close())

describe('the permission matrix', () => {
  test('every route has exactly one guard', () => {
    const guards = new Map<string, number>()
    for (const { method, path, handler } of all) {
      const name = `${method} ${path}`
      guards.set(name, (guards.get(name) ?? 0) + (guarded.has(handler) ? 1 : 0))
    }
    const others = [...guards].filter(([, count]) => count !== 1).map(([name]) => name)
    expect(others).toEqual(Object.keys(unguarded))
  })

  test('every route has an entry, under the action it asks for, and every entry a route', () => {
    const listed = Object.entries(matrix).flatMap(([action, entry]) => entry.routes.map((route) => `${route} → ${action}`))
    expect(listed.sort()).toEqual(routes.map(({ name, action }) => `${name} → ${action}`).sort())
  })

  test('everybody is answered at every route as the matrix says, and what is not theirs like what does not exist', async () => {
    const wrong: string[] = []
    let asked = 0
    for (const { name, action, ask } of routes) {
      const who = matrix[action]?.who
      if (!who) continue
      await Promise.all(
        world.people.map(async (persona) => {
          const answer = await ask(persona, world.ids)
          const wanted = expected(who, persona)
          asked++
          if (answer.status !== wanted) wrong.push(`${name}: ${persona.name} got ${answer.status}, not ${wanted}`)
          if (answer.status !== 404 && answer.status !== 401) return
          const unknown = await ask(persona, {})
          const same = answer.status === unknown.status && (await answer.text()) === (await unknown.text())
          const alike = JSON.stringify([...answer.headers]) === JSON.stringify([...unknown.headers])
          if (!same || !alike) wrong.push(`${name}: ${persona.name} can tell what is there`)
        }),
      )
    }
    expect(wrong).toEqual([])
    expect(asked).toBe(routes.length * world.people.length)
  }, 180_000)

  test('what is not there yet, or no longer, is there for nobody but those who prepare it', async () => {
    const [draft, discarded] = [await world.openBatch('draft'), await world.openBatch('discarded')]
    const gone = await world.submit({ state: 'discarded' })
    const never = await world.submit({ state: 'draft', version: 0, level: null })
    const elsewhere = { ...world.ids, batch: world.other }
    const batchRoutes = routes.filter(({ name }) => name === 'GET /batches/:batch')
    const submissionRoutes = routes.filter(({ name }) => name.startsWith('GET /batches/:batch/submissions/:submission'))
    expect([batchRoutes.length, submissionRoutes.length > 5]).toEqual([1, true])
    const through = async (some: Route[], ids: Record<string, string>) => {
      const units = new Set<string>()
      for (const { ask } of some)
        for (const persona of world.people) if ((await ask(persona, ids)).status === 204) units.add(persona.unit ?? persona.name)
      return [...units].sort()
    }
    expect(await through(batchRoutes, { batch: draft.id })).toEqual(['host'])
    expect(await through(batchRoutes, { batch: discarded.id })).toEqual([])
    expect(await through(submissionRoutes, { ...world.ids, submission: gone })).toEqual([])
    expect(await through(submissionRoutes, elsewhere)).toEqual([])
    expect(await through(submissionRoutes, { ...world.ids, submission: never })).toEqual(['endorsing', 'own'])
  }, 60_000)
})
