import { describe, expect, test } from 'vitest'
import { remaining, urgency } from './remaining.ts'

const until = '2024-10-10T16:00:00.000Z'
const ago = (ms: number) => Date.parse(until) - ms
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

describe('how long until a deadline', () => {
  test.each([
    ['days alone while there is more than a week', 9 * day + 5 * hour, '还剩 9 天', 'info'],
    ['days and hours in the last week', 5 * day + 3 * hour + 59 * minute, '还剩 5 天 3 小时', 'info'],
    ['pressing in the last three days', 2 * day, '还剩 2 天', 'warn'],
    ['hours and minutes on the last day', 5 * hour + 12 * minute, '还剩 5 小时 12 分', 'bad'],
    ['a full hour is no sixty minutes, nor one and none', 2 * hour - 1000, '还剩 2 小时', 'bad'],
    ['minutes in the last hour, never none', 1000, '还剩 1 分钟', 'bad'],
    ['over at the very moment', 0, '已截止', 'plain'],
  ])('%s', (_, left, words, tone) => {
    expect(remaining(until, ago(left))).toBe(words)
    expect(urgency(until, ago(left))).toBe(tone)
  })
})
