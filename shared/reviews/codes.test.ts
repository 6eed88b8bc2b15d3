import { describe, expect, test } from 'vitest'
import { askForCode, codeLetsIn, maskedAddress } from './codes.ts'

const at = '2026-03-02T02:00:00.000Z'
const minutes = (n: number) => new Date(Date.parse(at) + n * 60_000).toISOString()

describe('a code is sent', () => {
  test('when none was asked for', () => expect(askForCode({}, at)).toEqual({ ok: true, value: { asked: [at] } }))
  test('again, up to five within a quarter of an hour', () => {
    const asked = [-14, -9, -6, -2].map(minutes)
    expect(askForCode({ asked }, at)).toEqual({ ok: true, value: { asked: [...asked, at] } })
  })
  test('not a sixth time, and says when', () =>
    expect(askForCode({ asked: [-14, -9, -6, -2, -1].map(minutes) }, at)).toMatchObject({
      ok: false,
      code: 'link.code-too-often',
      details: { minutes: 1 },
    }))
  test('when the earlier ones are long ago', () =>
    expect(askForCode({ asked: [-40, -30, -20, -16, -15].map(minutes) }, at)).toEqual({ ok: true, value: { asked: [at] } }))
})

describe('a code lets in', () => {
  const good = { code: 'hash', codeUntil: minutes(10), tries: 0 }
  const lets = (change: object, hash = 'hash', time = at) => codeLetsIn({ ...good, ...change }, hash, time).ok
  test('while it serves', () => expect(lets({})).toBe(true))
  test('at the fifth try', () => expect(lets({ tries: 4 })).toBe(true))
  test('not at the sixth', () => expect(lets({ tries: 5 })).toBe(false))
  test('not once its time is over', () => expect(lets({}, 'hash', minutes(10))).toBe(false))
  test('not when it is another', () => expect(lets({}, 'other')).toBe(false))
  test('not when none was sent', () => expect(codeLetsIn({}, 'hash', at).ok).toBe(false))
})

test('an address shows enough to know the mailbox, and no more', () => {
  expect(maskedAddress('wang.xm@example.edu.cn')).toBe('wa***@example.edu.cn')
  expect(maskedAddress('w@example.edu.cn')).toBe('***@example.edu.cn')
})
