import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { refusals } from '../../../shared/refusals.ts'
import { createApp } from '../app.ts'
import { allRoutes } from '../slices.ts'
import { guarded } from '../subject.ts'
import type { Answers, Schema } from './answers.ts'
import { type Document, methods, openapi } from './document.ts'
import { tags } from './tags.ts'

const kept = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')) as Document
const document = await openapi(answersIn(kept))

/** The shapes of the answers as they stand in the document: they are the compiler's to say, which `npm run openapi -- --check` asks. */
function answersIn({ paths, components }: Document): Answers {
  const { Refusal, ...schemas } = components.schemas as Answers['schemas']
  const of: Answers['of'] = {}
  for (const [path, item] of Object.entries(paths))
    for (const [method, { responses }] of Object.entries(item)) {
      const schema = jsonOf(responses['2XX'])
      if (schema) of[`${method} ${path}`] = schema
    }
  return { of, schemas }
}
function jsonOf(response: Document['paths'][string][string]['responses'][string] | undefined): Schema | undefined {
  return response && 'content' in response ? response.content?.['application/json']?.schema : undefined
}
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => (item[method] ? [{ name: `${method.toUpperCase()} ${path}`, path, ...item[method] }] : [])),
)

describe('the document of the interface', () => {
  test('is the one that stands in docs (`npm run openapi` writes it)', () => {
    expect(kept).toEqual(JSON.parse(JSON.stringify(document)))
  })

  test('holds every route, and no other', async () => {
    const routes = createApp(await allRoutes()).routes.filter(({ handler }) => guarded.has(handler))
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

  test('says what every operation answers', () => {
    const silent = operations.filter(({ responses }) => {
      const answered = jsonOf(responses['2XX'])
      return answered && !['type', 'anyOf', '$ref'].some((word) => word in answered)
    })
    expect(silent.map(({ name }) => name)).toEqual([])
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
