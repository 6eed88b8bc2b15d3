import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beijing } from '../calendar/beijing.ts'
import { calendarDay, isWorkingDay } from '../calendar/workingDays.ts'
import { templateOf } from '../templates/index.ts'
import { aloud } from './aloud.ts'
import { overlaps, suggestDates } from './dates.ts'
import { draftBatch } from './drafting.ts'

const template = templateOf('jingpin-2024', 1)
if (!template) throw new Error('no template')
const drafted = draftBatch({ id: 'b', title: '演示批次', at: '2024-09-01T00:00:00.000Z' }, template, {
  id: 'n',
  name: 'n',
  kind: 'national',
  path: [],
})
if (!drafted.ok) throw new Error(drafted.code)
const { stages: plan, settings } = drafted.value
const suggested = suggestDates(plan, template, '2024-09-08')

describe('suggested dates', () => {
  test('begin on a working day and end at 17:00 of one, whatever day they start from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (offset) => {
        const from = new Date(Date.parse('2024-01-01T00:00:00Z') + offset * 86_400_000).toISOString().slice(0, 10)
        for (const { opens, closes } of suggestDates(plan, template, from)) {
          if (opens === null || closes === null) continue
          expect(isWorkingDay(beijing.date(opens))).toBe(true)
          expect(isWorkingDay(beijing.date(closes))).toBe(true)
          expect(beijing.at(beijing.date(closes), '17:00')).toBe(closes)
          expect(closes > opens).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
  test('pass over a festival', () => {
    const [collect] = suggestDates(plan, template, '2024-10-01')
    expect(beijing.date(collect?.opens ?? '')).toBe('2024-10-08')
  })
  test('leave no two stages at the same time', () => expect(overlaps(suggested)).toEqual([]))
})

test('stages that run at the same time are named, with the days they share', () => {
  const [collect, university, ...rest] = suggested
  if (!collect || !university) throw new Error('no stages')
  const early = { ...university, opens: beijing.startOfDay(beijing.date(new Date(Date.parse(collect.closes ?? '') - 2 * 86_400_000))) }
  expect(overlaps([collect, early, ...rest])).toMatchObject([{ earlier: { key: 'collect' }, later: { key: university.key }, days: 3 }])
  expect(overlaps([collect, { ...early, on: false }, ...rest])).toEqual([])
})

describe('a plan read aloud', () => {
  test('says each stage in order with its date, and that the host ends the last', () => {
    const text = aloud({ stages: suggested, settings })
    expect(text.zh).toMatch(/^2024年9月9日开始填报，.*截止；随后进行.*最后是.*公示（\d 个工作日）.*何时结束由主办单位决定。$/)
    expect(text.en).toMatch(/^“.*” runs from 9 September 2024 until .*; then “.*” until .*which end when the host decides\.$/)
  })
  test('says what has no date yet', () => expect(aloud({ stages: plan, settings }).zh).toContain('（日期未定）'))
  test('leaves out what is off', () => {
    const off = suggested.map((stage) => ({ ...stage, on: stage.kind === 'collect' }))
    expect(aloud({ stages: off, settings }).en).not.toContain('then')
  })
})

describe('a day of the calendar', () => {
  test('of a festival rests and is named', () =>
    expect(calendarDay('2024-10-01')).toEqual({
      date: '2024-10-01',
      working: false,
      weekend: false,
      festival: { zh: '国庆节', en: 'National Day' },
    }))
  test('of a swapped weekend works', () => expect(calendarDay('2024-10-12')).toMatchObject({ working: true, weekend: true }))
  test('of any other kind has no name', () =>
    expect(calendarDay('2024-10-15')).toEqual({ date: '2024-10-15', working: true, weekend: false }))
})
