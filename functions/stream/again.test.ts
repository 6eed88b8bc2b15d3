import { expect, test } from 'vitest'
import { secondsUntilAgain } from './again.ts'

const waits = (chance: number) => Array.from({ length: 7 }, (_, i) => secondsUntilAgain(i + 1, chance))

test('a failed job comes back within seconds at first, and later each time', () => {
  expect(waits(0.5)).toEqual([5, 20, 60, 300, 900, 1800, 3600])
  expect(waits(0).every((seconds, i, all) => seconds > (all[i - 1] ?? 0))).toBe(true)
})
test('jobs that failed together spread out, and one that was tried oftener than expected still waits', () => {
  expect([secondsUntilAgain(3, 0), secondsUntilAgain(3, 1)]).toEqual([48, 72])
  expect(secondsUntilAgain(99, 0.5)).toBe(3600)
  expect(secondsUntilAgain(0, 0.5)).toBe(5)
})
