import { describe, expect, test } from 'vitest'
import { unusualIn } from './unusual.ts'

const at = Date.parse('2026-10-01T00:00:00Z')
const quiet = {
  rows: [{ standings: { here: 1 } }],
  places: [{ category: 'a', limit: 2, used: 2, stale: false }],
  collecting: false,
  endorsing: { closes: '2026-10-20T00:00:00Z' },
  at,
}
const found = (change: Partial<Parameters<typeof unusualIn>[0]>) =>
  unusualIn({ ...quiet, ...change }).map(({ kind, count }) => `${kind} ${count}`)

describe('what is out of the ordinary', () => {
  test('is nothing when all places are used and time is left', () => expect(found({})).toEqual([]))
  test('is a stamped scan that no longer fits its list', () =>
    expect(found({ places: [{ category: 'a', limit: 2, used: 2, stale: true }] })).toEqual(['stale 1']))
  test('is a list still open three days before the end', () =>
    expect(found({ endorsing: { closes: '2026-10-02T00:00:00Z' } })).toEqual(['unconfirmed 1']))
  test('is a place left, counted in places', () =>
    expect(found({ places: [{ category: 'a', limit: 5, used: 2, stale: false }] })).toEqual(['unused 3']))
  test('is no place left over once the list is confirmed, or before one may recommend', () => {
    expect(found({ places: [{ category: 'a', limit: 5, used: 2, stale: false, confirmedAt: '2026-09-30T00:00:00Z' }] })).toEqual([])
    expect(found({ places: [{ category: 'a', limit: 5, used: 2, stale: false }], endorsing: undefined })).toEqual([])
  })
  test('is what was returned and has not come back', () =>
    expect(found({ rows: [{ standings: { returned: 2 } }] })).toEqual(['returned 2']))
  test('is a unit without anything, while one may still apply', () => {
    expect(found({ rows: [{ standings: {} }], collecting: true })).toEqual(['silent 1'])
    expect(found({ rows: [{ standings: {} }] })).toEqual([])
  })
})
