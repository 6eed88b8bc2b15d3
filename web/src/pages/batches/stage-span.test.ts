import { expect, test } from 'vitest'
import { spanOf } from './stage-span.ts'

const from = '2025-09-30T01:00:00.000Z'
/** 24:00 of the 9th in Beijing. */
const closes = '2025-10-09T16:00:00.000Z'

test('a stage that closes at 24:00 lasts until the day before the clock says so, though it is left a minute later', () =>
  expect(spanOf({ kind: 'collect', closes }, from, '2025-10-09T16:01:00.000Z')).toEqual({ from, to: '2025-10-09T15:59:59.999Z' }))
test('a stage that was ended early lasts until then', () =>
  expect(spanOf({ kind: 'collect', closes }, from, '2025-10-05T03:00:00.000Z').to).toBe('2025-10-05T03:00:00.000Z'))
test('a stage without a closing time lasts until it is left, and one that goes on has no end', () => {
  expect(spanOf({ kind: 'notice', closes: null }, from, '2025-10-20T03:00:00.000Z').to).toBe('2025-10-20T03:00:00.000Z')
  expect(spanOf({ kind: 'notice', closes: null }, from, undefined).to).toBeUndefined()
})
test('a stage that was come to after its closing does not end before it begins', () =>
  expect(spanOf({ kind: 'screen', closes }, '2025-10-12T03:00:00.000Z', '2025-10-12T04:00:00.000Z')).toEqual({
    from: '2025-10-12T03:00:00.000Z',
    to: '2025-10-12T03:00:00.000Z',
  }))
