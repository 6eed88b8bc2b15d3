import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Fact } from './catalogue.ts'

const folder = new URL('./samples/', import.meta.url)
const samples = new Map(
  readdirSync(folder).map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown]),
)
const types = Fact.options.map((option) => option.shape.type.value)

describe('every fact', () => {
  test('has a type of its own', () => expect(new Set(types).size).toBe(types.length))
  test.each(types)('%s has a sample that holds', (type) => expect(Fact.parse(samples.get(type))).toMatchObject({ type }))
  test('leaves no sample without a fact', () =>
    expect([...samples.keys()].filter((type) => !types.some((known) => known === type))).toEqual([]))
  test.each(types)('%s uses no word that its record needs for itself', (type) => {
    const shape = Fact.options.find((option) => option.shape.type.value === type)?.shape ?? {}
    expect(
      Object.keys(shape).filter((key) => ['pk', 'sk', 'kind', 'of', 'seq', 'at', 'by', 'request', 'prev', 'hash'].includes(key)),
    ).toEqual([])
  })
})
