import { expect, test } from 'vitest'
import { bareAddress, keptBack, notArrived, refusalReason } from './returns.ts'

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

test('only what is reported so is refused for good', () =>
  expect(
    [
      { type: 'Permanent', subType: 'NoEmail' },
      { type: 'Transient', subType: 'MailboxFull' },
      { type: 'Undetermined', subType: 'Undetermined' },
    ].map(refusalReason),
  ).toEqual(['permanent', 'temporary', 'temporary']))

test('what the mail service kept back itself is told from what a server refused', () =>
  expect(['Suppressed', 'OnAccountSuppressionList', 'General'].map((subType) => keptBack({ type: 'Permanent', subType }))).toEqual([
    true,
    true,
    false,
  ]))
