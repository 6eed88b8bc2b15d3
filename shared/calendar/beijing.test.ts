import { describe, expect, test } from 'vitest'
import { beijing } from './beijing.ts'

const midnight = '2024-09-10T16:00:00.000Z'

describe('a time in Beijing is written', () => {
  test('as its day', () => {
    expect(beijing.formatDate('2024-09-10T15:59:59.999Z', 'zh')).toBe('2024年9月10日')
    expect(beijing.formatDate(midnight, 'en')).toBe('11 September 2024')
  })
  test('to the minute, with hours from 00 to 23 and the name of the zone', () => {
    expect(beijing.format(midnight, 'zh')).toBe('2024年9月11日 00:00（北京时间）')
    expect(beijing.format('2024-09-10T06:05:00Z', 'en')).toBe('10 September 2024, 14:05 (Beijing time)')
  })
  test('as a deadline, which at midnight is 24:00 of the day that ends', () => {
    expect(beijing.formatDeadline(midnight, 'zh')).toBe('2024年9月10日 24:00（北京时间）')
    expect(beijing.formatDeadline('2024-12-31T16:00:00Z', 'en')).toBe('31 December 2024, 24:00 (Beijing time)')
    expect(beijing.formatDeadline('2024-09-10T09:00:00Z', 'en')).toBe('10 September 2024, 17:00 (Beijing time)')
  })
  test('short, for subjects', () => {
    expect(beijing.formatShort(midnight, 'zh')).toBe('9月10日24:00')
    expect(beijing.formatShort('2024-10-10T09:00:00Z', 'en')).toBe('10 Oct, 17:00')
  })
  test('without spaces that only some releases of the locales have', () => {
    for (const language of ['zh', 'en'] as const)
      for (const said of [beijing.format(midnight, language), beijing.formatShort(midnight, language)])
        expect(said).not.toMatch(/[\u202f\u2009\u00a0]/)
  })
})
