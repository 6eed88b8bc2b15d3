import { expect, test } from 'vitest'
import { nothing, partsOf, type Said, takenBy, together } from './in-parts.ts'

const ids = Array.from({ length: 250 }, (_, i) => String(i))
const said = (id: string, before: number, after: number, category = 'one'): Said => ({
  rows: [{ id, ok: true }],
  done: 1,
  refused: 0,
  places: [{ category, limit: 9, before, after }],
})

test('what was chosen goes in parts that the server takes, and nothing is left out', () => {
  expect(partsOf(ids).map(({ length }) => length)).toEqual([100, 100, 50])
  expect(partsOf(ids).flat()).toEqual(ids)
  expect(partsOf([])).toEqual([])
})

test('parts add up, and places go from where the first found them to where the last leaves them', () => {
  const all = [said('1', 2, 3), said('2', 3, 5), said('3', 0, 1, 'two')].reduce(together, nothing)
  expect(all).toMatchObject({ done: 3, refused: 0, rows: [{ id: '1' }, { id: '2' }, { id: '3' }] })
  expect(all.places).toEqual([
    { category: 'one', limit: 9, before: 2, after: 5 },
    { category: 'two', limit: 9, before: 0, after: 1 },
  ])
  expect(takenBy(all)).toEqual({ one: 3, two: 1 })
})
