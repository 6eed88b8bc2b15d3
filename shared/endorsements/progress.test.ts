import { describe, expect, test } from 'vitest'
import { arranged, begun, handedIn } from './progress.ts'

const quiet = { from: { name: '安静大学' }, standings: {} }
const busy = { from: { name: '北方大学' }, standings: { writing: 2, here: 3, recommended: 1 } }
const back = { from: { name: '沧州大学' }, standings: { returned: 4 } }
const rows = [busy, quiet, back]
const names = (asked: Parameters<typeof arranged>[1]) => arranged(rows, asked).map(({ from }) => from.name[0])

describe('the units below', () => {
  test('have begun whatever they did not give up, and handed in what is not with the applicant', () => {
    expect([begun(busy), handedIn(busy), begun(back), handedIn(back)]).toEqual([6, 4, 4, 0])
  })
  test('are listed as they stand while nothing is asked', () => {
    expect(names({})).toEqual(['北', '安', '沧'])
  })
  test.each([
    ['silent', ['安']],
    ['correcting', ['沧']],
    ['waiting', ['北']],
  ] as const)('are narrowed to those that are %s', (show, expected) => {
    expect(names({ show })).toEqual(expected)
  })
  test('are ordered by name as Chinese is, and by a figure, up or down', () => {
    expect(names({ sort: 'name' })).toEqual(['安', '北', '沧'])
    expect(names({ sort: 'returned', order: 'descending' })[0]).toBe('沧')
    expect(names({ sort: 'started' })[0]).toBe('安')
  })
})
