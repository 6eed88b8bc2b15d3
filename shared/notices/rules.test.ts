import { describe, expect, test } from 'vitest'
import type { Outcome } from '../outcome.ts'
import { object, publish, publishList, settle } from './rules.ts'

const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'accepted' : outcome.code)

describe('a notice is published', () => {
  test('once every sheet is approved', () => expect(code(publish({ sheets: ['approved', 'approved'], running: false }))).toBe('accepted'))
  test('not before', () => expect(code(publish({ sheets: ['approved', 'sent'], running: false }))).toBe('notice.not-decided'))
  test('not without a sheet', () => expect(code(publish({ sheets: [], running: false }))).toBe('notice.not-decided'))
  test('not while another one runs', () => expect(code(publish({ sheets: ['approved'], running: true }))).toBe('notice.already'))
})

describe('an objection is taken', () => {
  const notice = { state: 'published' as const, ends: '2024-10-18T16:00:00.000Z' }
  test('until the last instant', () => expect(code(object(notice, '2024-10-18T15:59:59.999Z'))).toBe('accepted'))
  test('not at the end itself', () => expect(code(object(notice, notice.ends))).toBe('notice.ended'))
  test('not after the notice was closed', () =>
    expect(code(object({ ...notice, state: 'closed' }, '2024-10-10T00:00:00.000Z'))).toBe('notice.ended'))
})

test('an objection is settled once', () =>
  expect([code(settle({ state: 'open' })), code(settle({ state: 'upheld' }))]).toEqual(['accepted', 'objection.settled']))

describe('the list is published', () => {
  const good = { notices: [{ ends: '2024-10-18T16:00:00.000Z' }], noticeNeeded: true, openObjections: 0, sheets: ['approved'] }
  const at = '2024-10-18T16:00:00.000Z'
  test('when the notice has run', () => expect(code(publishList(good, at))).toBe('accepted'))
  test('not while it runs', () => expect(code(publishList(good, '2024-10-18T15:00:00.000Z'))).toBe('notice.running'))
  test('not without a notice where one is due', () => expect(code(publishList({ ...good, notices: [] }, at))).toBe('notice.missing'))
  test('without a notice where none is due', () =>
    expect(code(publishList({ ...good, notices: [], noticeNeeded: false }, at))).toBe('accepted'))
  test('not while an objection is open', () => expect(code(publishList({ ...good, openObjections: 1 }, at))).toBe('objection.open'))
  test('not before the sheets are approved', () => expect(code(publishList({ ...good, sheets: ['sent'] }, at))).toBe('notice.not-decided'))
})
