import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scope, Seen } from './bindings.ts'
import { compile, judge, limits } from './expressions.ts'

const row = (cells: Record<string, Seen>) => new Map(Object.entries(cells))
const scope: Scope = {
  title: '样板支部',
  empty: null,
  members: 20,
  price: 0.1,
  dual: false,
  started: '2020-09',
  ended: '2023-08',
  kinds: ['a', 'b'],
  rows: [
    row({ name: '甲', amount: 0.1, done: true }),
    row({ name: '乙', amount: 0.2, done: null }),
    row({ name: null, amount: null, done: null }),
  ],
  none: null,
  leader: row({ name: '演示·张甲' }),
  basics: row({ members: 20, women: null }),
}

describe('an expression is true or false', () => {
  test.each<[string, boolean | undefined]>([
    ['members >= 20', true],
    ['members > 20', false],
    ['members + 1 == 21', true],
    ['1 + members * 2 == 41', true],
    ['price + 0.2 == 0.3', true],
    ["title == '样板支部'", true],
    ['chars(title) == 4', true],
    ["kinds.exists(k, k == 'a')", true],
    ["'c' in kinds", false],
    ['filled(leader)', true],
    ["leader.name.startsWith('演示')", true],
    ["sum(rows, 'amount') == 0.3", true],
    ['count(rows) == 3', true],
    ['count(none) == 0', true],
    ["sum(none, 'amount') == 0.0", true],
    ['yearsBetween(started, ended) == 2', true],
    ['monthsBetween(started, ended) == 35', true],
    ['monthsBetween(ended, started) == -35', true],
    ['rows[1].amount == 0.2', true],
    ['rows.filter(r, filled(r.name)).size() == 2', true],
    ["title.matches('^样板')", true],
    ['basics.members == members', true],
  ])('%s', (expression, answer) => expect(judge(expression, scope)).toBe(answer))
})

describe('an expression says nothing', () => {
  test.each([
    ['while what it names is empty', 'empty == 3'],
    ['while what it names is empty, compared by size', 'empty > 3'],
    ['while what it names in another section is empty', 'basics.women == 3'],
    ['about a table that is empty', "sum(none, 'amount') == 5.0"],
    ['about cells that are empty', 'rows.all(r, r.amount > 0)'],
    ['about rows that are not there', 'rows[9].amount > 1'],
    ['about names that do not exist', 'nothing > 3'],
    ['about dates that are none', 'yearsBetween(title, started) > 1'],
    ['when it is no matter of yes and no', 'members + 1'],
    ['when kinds of values do not fit', 'title > 3'],
    ['when it cannot be read', 'members >'],
    ['when it divides by nothing', 'size(kinds) / 0 == 1'],
  ])('%s', (_, expression) => expect(judge(expression, scope)).toBeUndefined())
  test('but is true as soon as what is filled in makes it so', () => expect(judge('members > 3 || empty > 3', scope)).toBe(true))
  test('but may speak of being filled in', () => expect(judge('!filled(empty)', scope)).toBe(true))
  test('but may find that something is not filled in', () => expect(judge('filled(empty)', scope)).toBe(false))
})

describe('an expression is refused', () => {
  test.each([
    ['when it is too long', `${'1 + '.repeat(limits.characters)}1 == 1`],
    ['when it nests too deeply', `${'('.repeat(60)}1${')'.repeat(60)} == 1`],
    ['when it holds too much', `${'1+'.repeat(200)}1==1`],
    ['when it loops in a loop in a loop', 'rows.all(a, rows.all(b, rows.all(c, true)))'],
    ['when it loops too often', Array(6).fill('rows.all(a, true)').join(' && ')],
    ['when it calls what does not exist', 'destroy(title)'],
    ['when it makes a pattern out of an answer', 'title.matches(title)'],
    ['when it is nothing', ' '],
    ['when it is a word that is kept for other things', 'while == 3'],
  ])('%s', (_, expression) => {
    const known = compile(expression)
    expect('problem' in known && known.problem.zh.length > 5).toBe(true)
    expect(judge(expression, scope)).toBeUndefined()
  })
})

describe('a hostile expression', () => {
  const long = { text: `${'a'.repeat(10_000)}b` }
  test.each([
    "text.matches('^(a+)+$')",
    "text.matches('(a*)*(a*)*(a*)*c')",
    "text.matches('(a|aa)+$')",
    "text.matches('(((a{30}){30}){30})')",
  ])('%s takes no time to speak of', (expression) => {
    const before = performance.now()
    expect(judge(expression, long)).not.toBe(true)
    expect(performance.now() - before).toBeLessThan(1_000)
  })
  test('sees nothing of what values inherit', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(judge(`filled(${name})`, scope)).not.toBe(true)
      expect(judge(`filled(leader.${name})`, scope)).not.toBe(true)
    }
  })
  test('never throws, whatever it is', () => {
    const piece = fc.constantFrom(
      'members',
      'rows',
      '.all(r, ',
      ')',
      '(',
      ' + ',
      ' == ',
      '1',
      "'a'",
      '[0]',
      '.x',
      '{',
      '}',
      '?',
      ':',
      '!',
      '"',
      '\\',
      '樹',
      'matches',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        ),
        (expression) => {
          expect([true, false, undefined]).toContain(judge(expression, scope))
        },
      ),
      { numRuns: 500 },
    )
  })
})
