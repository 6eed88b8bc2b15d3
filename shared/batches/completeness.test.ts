import { describe, expect, test } from 'vitest'
import { arranged, begun, handedIn, notableIn, type Progress, recommended, share, unsent } from './completeness.ts'

const east = { states: { draft: 3, returned: 1, submitted: 2, recommended: 4 }, expected: 20 }
const west = { states: { submitted: 1 }, expected: 5 }
const silent: Progress = { states: {}, expected: 7 }
const rows = [east, west, silent]
const at = Date.parse('2026-10-01T00:00:00.000Z')
const soon = '2026-10-02T00:00:00.000Z'
const later = '2026-10-20T00:00:00.000Z'
const kinds = (stage: { kind: string; closes: string | null } | undefined) =>
  notableIn(rows, stage, at).map(({ kind, count }) => [kind, count])

test('what was begun is either handed in or not', () => {
  expect([begun(east), unsent(east), handedIn(east), recommended(east)]).toEqual([10, 4, 6, 4])
  expect([share(east), share(west), share(silent)]).toEqual([0.6, 1, -1])
})

test('a list is narrowed and ordered as asked, else it stays as it is', () => {
  expect(arranged(rows, {})).toEqual(rows)
  expect(arranged(rows, { show: 'active' })).toEqual([east, west])
  expect(arranged(rows, { show: 'silent' })).toEqual([silent])
  expect(arranged(rows, { sort: 'expected', order: 'ascending' })).toEqual([west, silent, east])
  expect(arranged(rows, { sort: 'share', order: 'descending' })).toEqual([west, east, silent])
})

describe('a host is told', () => {
  test('of what is not handed in only when collecting is about to end', () => {
    expect(kinds({ kind: 'collect', closes: later })).toEqual([
      ['silent', 1],
      ['returned', 1],
    ])
    expect(kinds({ kind: 'collect', closes: soon })).toEqual([
      ['unsent', 4],
      ['silent', 1],
    ])
  })
  test('of no silent unit in a check, in which only awardees report', () =>
    expect(notableIn([silent], { kind: 'collect', closes: later }, at, true)).toEqual([]))
  test('of what is not recommended only when endorsing is about to end', () => {
    expect(kinds({ kind: 'endorse', closes: soon })).toEqual([
      ['returned', 1],
      ['waiting', 3],
    ])
    expect(kinds({ kind: 'endorse', closes: null })).toEqual([['returned', 1]])
  })
  test('of what waits to be screened, and of nothing where nothing is out of the ordinary', () => {
    expect(kinds({ kind: 'screen', closes: null })).toEqual([
      ['returned', 1],
      ['unscreened', 4],
    ])
    expect(notableIn([west], { kind: 'review', closes: soon }, at)).toEqual([])
  })
})
