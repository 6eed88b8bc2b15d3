import { describe, expect, test } from 'vitest'
import { type Session, stillGood, worthNoting } from './sessions.ts'

const session: Session = {
  pk: 'SESSION#x',
  sk: 'HEAD',
  actor: { kind: 'visitor' },
  createdAt: '2024-10-08T09:00:00.000Z',
  lastSeenAt: '2024-10-08T10:00:00.000Z',
  ttl: 0,
}

describe('a session', () => {
  test('serves within the idle time', () => expect(stillGood(session, '2024-10-08T11:59:59.999Z')).toBe(true))
  test('ends after two hours without a request', () => expect(stillGood(session, '2024-10-08T12:00:00.000Z')).toBe(false))
  test('ends after twelve hours whatever happens', () =>
    expect(stillGood({ ...session, lastSeenAt: '2024-10-08T20:59:00.000Z' }, '2024-10-08T21:00:00.000Z')).toBe(false))
  test('does not serve once revoked', () => expect(stillGood({ ...session, revoked: true }, '2024-10-08T10:00:01.000Z')).toBe(false))
  test('is noted as used after five minutes, not before', () => {
    expect(worthNoting(session, '2024-10-08T10:04:59.999Z')).toBe(false)
    expect(worthNoting(session, '2024-10-08T10:05:00.000Z')).toBe(true)
  })
})
