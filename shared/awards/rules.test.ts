import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grade } from '../templates/schema.ts'
import {
  certificateNumber,
  consequence,
  endOf,
  extendedObligations,
  monthsLater,
  nextDue,
  obligationsOf,
  post,
  remindersOf,
  revoke,
} from './rules.ts'

const title = { zh: '中期检查', en: 'Mid-term check' }
const rules = [
  {
    key: 'midterm',
    kind: 'midterm' as const,
    title,
    dueAfterMonths: 12,
    remindDaysBefore: [30, 7],
    template: 'midterm',
    publicWorkPage: false,
    categories: [],
  },
  {
    key: 'acceptance',
    kind: 'acceptance' as const,
    title,
    dueAfterMonths: 24,
    remindDaysBefore: [],
    publicWorkPage: false,
    categories: ['works'],
  },
]

describe('months later', () => {
  test('keeps the day', () => expect(monthsLater('2024-01-15', 24)).toBe('2026-01-15'))
  test('takes the last day of a shorter month', () => expect(monthsLater('2024-01-31', 1)).toBe('2024-02-29'))
  test('is never before the day it starts from', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 60 }),
        (date, months) => monthsLater(date.toISOString().slice(0, 10), months) > date.toISOString().slice(0, 10),
      ),
    ))
})

describe('what an award owes', () => {
  test('is what the call says for its category', () =>
    expect(obligationsOf(rules, { id: 'a', category: 'works' }, '2024-03-01').map(({ obligation, due }) => [obligation, due])).toEqual([
      ['midterm', '2025-03-01'],
      ['acceptance', '2026-03-01'],
    ]))
  test('leaves out what is for other categories', () =>
    expect(obligationsOf(rules, { id: 'a', category: 'people' }, '2024-03-01')).toHaveLength(1))
  test('ends with the last of them', () =>
    expect(endOf(obligationsOf(rules, { id: 'a', category: 'works' }, '2024-03-01'), '2024-03-01')).toBe('2026-03-01'))
  test('is recalled on the days named', () => {
    const [first] = obligationsOf(rules, { id: 'a', category: 'works' }, '2024-03-01')
    expect(first && remindersOf(first, rules)).toEqual(['2025-01-30', '2025-02-22'])
  })
})

describe('a check’s grade', () => {
  const grade = (outcome: Grade['outcome']): Pick<Grade, 'outcome' | 'extendMonths'> => ({
    outcome,
    ...(outcome === 'extend' && { extendMonths: 6 }),
  })
  const award = { state: 'open' as const, ends: '2026-03-01' }
  test('closes the award', () => expect(consequence(award, grade('close'))).toEqual({ state: 'closed', ends: '2026-03-01', over: true }))
  test('extends it', () => expect(consequence(award, grade('extend'))).toEqual({ state: 'extended', ends: '2026-09-01', over: false }))
  test('lets it go on', () => expect(consequence(award, grade('continue'))).toEqual({ ...award, over: false }))
  test('ends it without success', () => expect(consequence(award, grade('fail')).state).toBe('failed'))
})

test('progress is posted while the award is open or extended', () =>
  expect((['open', 'extended', 'closed', 'failed', 'revoked'] as const).map((state) => post({ state }).ok)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]))

test('a certificate’s number tells call, year, category and place', () =>
  expect(certificateNumber({ key: 'jingpin-2024', categories: [{ key: 'a' }, { key: 'b' }] as never }, '2024', 'b', 7)).toBe(
    'JINGPIN2024-2024-02-0007',
  ))

describe('an award that was extended', () => {
  const owed = obligationsOf(rules, { id: 'a', category: 'works' }, '2024-03-01').map((each) =>
    each.obligation === 'midterm'
      ? { ...each, state: 'met' as const, metAt: '2025-02-01T00:00:00.000Z' }
      : { ...each, template: 'acceptance' },
  )
  const extended = extendedObligations(owed, 'acceptance', { before: '2026-03-01', after: '2026-09-01' })
  test('owes its acceptance again by the new end, and nothing that was met', () =>
    expect(extended.map(({ obligation, due, state }) => [obligation, due, state])).toEqual([['acceptance', '2026-09-01', 'open']]))
  test('even where the check had been met before', () =>
    expect(
      extendedObligations(
        owed.map((each) => ({ ...each, state: 'met' as const })),
        'acceptance',
        { before: '2026-03-01', after: '2026-09-01' },
      ).map(({ state }) => state),
    ).toEqual(['open']))
  test('is recalled anew, on days that are still to come', () => {
    const reminding = rules.map((rule) => ({ ...rule, remindDaysBefore: [90, 30] }))
    expect(extended.flatMap((each) => remindersOf(each, reminding, '2026-07-01'))).toEqual(['2026-08-02'])
  })
})

test('what is owed next is what is open and falls due first', () => {
  const owed = obligationsOf(rules, { id: 'a', category: 'works' }, '2024-03-01')
  expect(nextDue(owed)?.obligation).toBe('midterm')
  expect(nextDue(owed.map((each) => ({ ...each, state: 'met' as const })))).toBeUndefined()
})

test('an award is revoked once', () =>
  expect((['open', 'extended', 'closed', 'failed', 'revoked'] as const).map((state) => revoke({ state }).ok)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]))
