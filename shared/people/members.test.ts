import { describe, expect, test } from 'vitest'
import {
  changeRoles,
  concernsReturn,
  correctAddress,
  countAll,
  countedBy,
  fittingRoles,
  invite,
  inviteAgain,
  join,
  leave,
  reinstate,
  suspend,
} from './members.ts'
import type { MemberState } from './schema.ts'

const at = '2024-10-08T09:00:00.000Z'
const unit = { kind: 'university', state: 'active' } as const
const code = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'ok' : outcome.code)
const member = (state: MemberState) => ({ state, person: 'p', roles: ['administrator' as const], invitedAt: '2024-10-08T08:00:00.000Z' })

describe('a person is invited', () => {
  test('into an active unit', () => expect(code(invite(unit, undefined, ['operator']))).toBe('ok'))
  test('again after having left', () => expect(code(invite(unit, member('left'), ['operator']))).toBe('ok'))
  test('not into a closed unit', () =>
    expect(code(invite({ ...unit, state: 'closed' }, undefined, ['operator']))).toBe('organisation.closed'))
  test('not when already in it', () => expect(code(invite(unit, member('active'), ['operator']))).toBe('member.already'))
  test('not twice', () => expect(code(invite(unit, member('invited'), ['operator']))).toBe('member.already-invited'))
  test('not while suspended', () => expect(code(invite(unit, member('suspended'), ['operator']))).toBe('member.suspended'))
  test('not as audit administrator of a university', () => expect(code(invite(unit, undefined, ['audit']))).toBe('member.office-here'))
})

describe('platform offices', () => {
  test('lie in the national office', () => expect(code(fittingRoles('national', ['security']))).toBe('ok'))
  test('lie with different people', () => expect(code(fittingRoles('national', ['security', 'audit']))).toBe('member.offices-apart'))
  test('the same role twice counts once', () =>
    expect(fittingRoles('national', ['audit', 'audit'])).toEqual({ ok: true, value: ['audit'] }))
})

describe('an invitation', () => {
  test('is sent again after two minutes', () => expect(code(inviteAgain(member('invited'), at))).toBe('ok'))
  test('is not sent again at once', () =>
    expect(code(inviteAgain({ ...member('invited'), invitedAt: at }, at))).toBe('invitation.too-soon'))
  test('is not sent again to who has joined', () => expect(code(inviteAgain(member('active'), at))).toBe('member.state'))
  test('is accepted once', () => {
    expect(code(join(unit, member('invited')))).toBe('ok')
    expect(code(join(unit, member('active')))).toBe('invitation.used')
  })
  test('is void after the person was removed or suspended', () => {
    expect(code(join(unit, member('left')))).toBe('invitation.expired')
    expect(code(join(unit, member('suspended')))).toBe('invitation.expired')
    expect(code(join(unit, undefined))).toBe('invitation.expired')
  })
})

describe('the address of an invitation', () => {
  const wrong = { ...member('invited'), email: 'wrong@example.org' }
  test('is corrected while nobody has joined by it', () => {
    expect(correctAddress(unit, wrong, 'right@example.org', undefined)).toEqual({ ok: true, value: ['administrator'] })
    expect(code(correctAddress(unit, { ...wrong, state: 'active' }, 'right@example.org', undefined))).toBe('member.state')
  })
  test('is not the same again, nor that of a member', () => {
    expect(code(correctAddress(unit, wrong, 'wrong@example.org', undefined))).toBe('invitation.same-address')
    expect(code(correctAddress(unit, wrong, 'right@example.org', member('active')))).toBe('member.already')
  })
  test('from which a mail came back is that of who is still invited at it', () => {
    expect(concernsReturn(wrong, '演示 <WRONG@example.org>')).toBe(true)
    expect(concernsReturn(wrong, 'right@example.org')).toBe(false)
    expect(concernsReturn({ ...wrong, state: 'active' }, 'wrong@example.org')).toBe(false)
  })
})

describe('a member', () => {
  test('who has left keeps no roles to change', () =>
    expect(code(changeRoles('university', member('left'), ['operator']))).toBe('member.state'))
  test('does not leave twice', () => expect(code(leave(member('left')))).toBe('member.state'))
  test('does not suspend themselves', () => expect(code(suspend(member('active'), 'p'))).toBe('member.self'))
  test('comes back as active when they had joined', () =>
    expect(reinstate({ state: 'suspended', joinedAt: at })).toEqual({ ok: true, value: 'active' }))
  test('comes back as invited when they never had', () => expect(reinstate({ state: 'suspended' })).toEqual({ ok: true, value: 'invited' }))
  test('is not reinstated who was never suspended', () => expect(code(reinstate(member('active')))).toBe('member.state'))
})

describe('what a unit counts of its people', () => {
  const operator = (state: MemberState, joinedAt?: string) => ({ state, roles: ['operator' as const], ...(joinedAt && { joinedAt }) })
  const nothing = { people: 0, joined: 0, returned: 0, administrators: 0 }
  test('one more when somebody is invited, for the first time or again after they left', () => {
    expect(countedBy(undefined, member('invited'))).toEqual({ ...nothing, people: 1 })
    expect(countedBy(operator('left', at), operator('invited'))).toEqual({ ...nothing, people: 1 })
  })
  test('one who has signed in when they join, and an administrator where they are one', () => {
    expect(countedBy(operator('invited'), operator('active', at))).toEqual({ ...nothing, joined: 1 })
    expect(countedBy(member('invited'), { ...member('active'), joinedAt: at })).toEqual({ ...nothing, joined: 1, administrators: 1 })
  })
  test('an administrator less when one is suspended or loses the role; both stay its people', () => {
    expect(countedBy(member('active'), member('suspended'))).toEqual({ ...nothing, administrators: -1 })
    expect(countedBy(member('active'), operator('active'))).toEqual({ ...nothing, administrators: -1 })
  })
  test('one less when somebody leaves, and one who had signed in less where they had', () => {
    expect(countedBy(operator('invited'), operator('left'))).toEqual({ ...nothing, people: -1 })
    expect(countedBy(operator('suspended', at), operator('left', at))).toEqual({ ...nothing, people: -1, joined: -1 })
  })
  test('one whose invitation came back, until another is sent, they join or leave', () => {
    const returned = { why: 'permanent', at } as const
    const back = { ...operator('invited'), returned }
    expect(countedBy(operator('invited'), back)).toEqual({ ...nothing, returned: 1 })
    expect(countedBy(back, back)).toEqual(nothing)
    expect(countedBy(back, operator('invited'))).toEqual({ ...nothing, returned: -1 })
    expect(countedBy(back, operator('active', at))).toEqual({ ...nothing, joined: 1, returned: -1 })
    expect(countedBy(back, { ...back, state: 'left' })).toEqual({ ...nothing, people: -1, returned: -1 })
  })
  test('and all of them together', () => {
    const returned = { why: 'permanent', at } as const
    expect(countAll([member('active'), operator('active', at), { ...operator('invited'), returned }, operator('left', at)])).toEqual({
      people: 3,
      joined: 1,
      returned: 1,
      administrators: 1,
    })
    expect(countAll([])).toEqual(nothing)
  })
})
