import { describe, expect, test } from 'vitest'
import { allRoutes, routesOf, type SliceName, sliceAt } from './slices.ts'

const all = (await allRoutes()).routes.map(({ method, path }) => ({ method, path }))
const loaded = new Map<SliceName | undefined, Set<string>>()
async function served(name: SliceName | undefined): Promise<Set<string>> {
  const names = loaded.get(name) ?? new Set((await routesOf(name)).routes.map(({ method, path }) => `${method} ${path}`))
  loaded.set(name, names)
  return names
}

describe('the slices of the API', () => {
  test('each route is found in the slice that its address leads to', async () => {
    expect(all.length).toBeGreaterThan(100)
    const lost: string[] = []
    for (const { method, path } of all) {
      const asked = path.replace(/:\w+/g, '01JD0000000000000000000000')
      if (!(await served(sliceAt(asked))).has(`${method} ${path}`)) lost.push(`${method} ${path} → ${sliceAt(asked)}`)
    }
    expect(lost).toEqual([])
  })

  test('no route stands in two slices', () => {
    const names = all.map(({ method, path }) => `${method} ${path}`)
    // A route is listed once for its guard, its description, its schemas and what it does: all in a row.
    const begun = names.filter((name, i) => name !== names[i - 1])
    expect(begun.filter((name, i) => begun.indexOf(name) !== i)).toEqual([])
  })

  test.each(['/', '', '/nothing', '/..', '//me', '/ME'])('%j is no slice’s', async (path) => {
    expect(sliceAt(path)).toBeUndefined()
    expect((await routesOf(sliceAt(path))).routes).toEqual([])
  })
})
