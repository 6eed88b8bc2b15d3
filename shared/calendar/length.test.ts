import { expect, test } from 'vitest'
import { lengthOf } from './length.ts'

const from = '2024-09-07T16:00:00.000Z'

test.each([
  ['2024-10-10T16:00:00.000Z', { days: 33, hours: 0 }],
  ['2024-09-09T09:30:00.000Z', { days: 1, hours: 17 }],
  ['2024-09-07T16:00:00.001Z', { days: 0, hours: 0 }],
  [from, undefined],
  ['2024-09-07T15:59:00.000Z', undefined],
])('from %s: whole days and the hours over them, nothing where the end is not later', (to, expected) => {
  expect(lengthOf(from, to)).toEqual(expected)
})
