import { expect, test } from 'vitest'
import { bareAddress, notArrived } from './returns.ts'

test('a mail that was refused for good, or as often as it was tried, has not arrived', () =>
  expect(
    [
      { type: 'Permanent', subType: 'General' },
      { type: 'Permanent', subType: 'OnAccountSuppressionList' },
      { type: 'Transient', subType: 'MailboxFull' },
      { type: 'Undetermined', subType: 'Undetermined' },
    ].map(notArrived),
  ).toEqual([true, true, true, true]))

test('a note of absence is no refusal', () => expect(notArrived({ type: 'Transient', subType: 'General' })).toBe(false))

test('an address is the same with a name around it and in capitals', () =>
  expect(['王老师 <Wang@Example.edu.cn>', ' wang@example.edu.cn '].map(bareAddress)).toEqual([
    'wang@example.edu.cn',
    'wang@example.edu.cn',
  ]))
