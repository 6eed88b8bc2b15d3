import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Persona, personas } from './asking.ts'
import { allowed, routes } from './matrix.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('every route', () => {
  test('has exactly one guard', () => expect(world.names.filter((name) => world.guardsOf(name).length !== 1)).toEqual([]))
  test('stands in the matrix, and the matrix holds no other', () =>
    expect(Object.fromEntries(world.names.map((name) => [name, world.actionOf(name)]))).toEqual(routes))
  test('lets in exactly those the matrix names', async () => {
    const found: Record<string, Persona[]> = {}
    for (const name of world.names) {
      const answers = await Promise.all(personas.map(async (persona) => ({ persona, ...(await world.ask(name, persona)) })))
      found[name] = answers.filter(({ status }) => status === 204).map(({ persona }) => persona)
      for (const { persona, status } of answers) expect([204, 401, 403, 404], `${name} for ${persona}`).toContain(status)
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(routes).map(([name, action]) => [name, [...allowed[action]]])))
  }, 120_000)
  test('answers for what somebody may not know as for what does not exist', async () => {
    for (const name of world.names.filter((each) => /:(batch|submission|award|organisation)/.test(each))) {
      const [forbidden, unknown] = await Promise.all([
        world.ask(name, 'stranger administrator'),
        world.ask(name, 'stranger administrator', false),
      ])
      if (forbidden.status === 404) expect(forbidden.body, name).toBe(unknown.body)
    }
  }, 120_000)
})
