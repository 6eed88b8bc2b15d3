import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { refusals } from '../../../shared/refusals.ts'
import { createApp } from '../app.ts'
import { guarded } from '../subject.ts'
import { methods, openapi } from './document.ts'
import { tags } from './tags.ts'

const document = await openapi()
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => (item[method] ? [{ name: `${method.toUpperCase()} ${path}`, path, ...item[method] }] : [])),
)

describe('the document of the interface', () => {
  test('is the one that stands in docs (`npm run openapi` writes it)', () => {
    const kept = readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')
    expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(document)))
  })

  test('holds every route, and no other', () => {
    const routes = createApp().routes.filter(({ handler }) => guarded.has(handler))
    const served = routes.map(({ method, path }) => `${method} ${path.replace('/api', '').replace(/:(\w+)/g, '{$1}')}`)
    expect(operations.map(({ name }) => name).sort()).toEqual(served.sort())
  })

  test('names, groups and explains every operation', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const {
      name,
      operationId,
      summary,
      tags: [tag],
      'x-may': may,
      path,
      parameters,
    } of operations) {
      expect(operationId, name).toMatch(/^[a-z][A-Za-z]+$/)
      expect(summary.length, name).toBeGreaterThan(5)
      expect(Object.keys(tags), name).toContain(tag)
      expect(may.length, name).toBeGreaterThan(0)
      const inPath = parameters.flatMap((each) => ('in' in each && each.in === 'path' ? [each.name] : []))
      expect(inPath, name).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter))
    }
    const used = new Set(operations.map(({ tags: [tag] }) => tag))
    expect(Object.keys(tags).filter((tag) => !used.has(tag))).toEqual([])
  })

  test('refers only to what it holds', () => {
    for (const [, kind = '', name = ''] of JSON.stringify(document).matchAll(/"#\/components\/([^/"]+)\/([^"]+)"/g))
      expect(document.components[kind], `${kind}/${name}`).toHaveProperty([name])
  })

  test('knows every code with which the system refuses', () => {
    const said = JSON.stringify(document.components.responses)
    expect(Object.keys(refusals).filter((code) => !said.includes(`"${code}"`))).toEqual([])
  })
})
