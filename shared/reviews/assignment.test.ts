import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balance, fairness, type Reviewer, type ToReview } from './assignment.ts'
import { judgedIn, sameUnit } from './conflicts.ts'

const unit = (name: string) => ({ id: name, name, kind: 'university' as const })
const submission = (id: string, institution = `${id}大学`): ToReview => ({
  id,
  category: 'works',
  unit: unit(institution),
  institution: unit(institution),
})
const reviewer = (expert: string, at = '演示出版社', load = 0): Reviewer => ({ expert, unit: { name: at }, fields: [], load })

describe('the balanced rule', () => {
  test('gives each submission its number of experts', () => {
    const { pairs, short } = balance(
      [submission('a'), submission('b')],
      ['x', 'y', 'z'].map((expert) => reviewer(expert)),
      2,
      [],
      [],
    )
    expect(pairs).toHaveLength(4)
    expect(short).toEqual([])
  })
  test('never gives an expert the work of the own institution', () => {
    const { pairs } = balance([submission('a', '演示大学')], [reviewer('x', '演示大学'), reviewer('y')], 2, [], [])
    expect(pairs).toEqual([{ submission: 'a', expert: 'y' }])
  })
  test('says where experts are missing', () =>
    expect(balance([submission('a')], [reviewer('x')], 3, [], []).short).toEqual([{ submission: 'a', missing: 2 }]))
  test('does not ask again who has declared a conflict', () =>
    expect(balance([submission('a')], [reviewer('x'), reviewer('y')], 1, [], [{ submission: 'a', expert: 'x' }]).pairs).toEqual([
      { submission: 'a', expert: 'y' },
    ]))
  test('adds only what is missing to what stands', () =>
    expect(
      balance([submission('a')], [reviewer('x', '演示社', 1), reviewer('y')], 2, [{ submission: 'a', expert: 'x' }], []).pairs,
    ).toEqual([{ submission: 'a', expert: 'y' }]))
  test('prefers experts of the field', () =>
    expect(
      balance(
        [submission('a')],
        [
          { ...reviewer('x'), fields: ['other'] },
          { ...reviewer('y', '演示社', 1), fields: ['works'] },
        ],
        1,
        [],
        [],
      ).pairs[0]?.expert,
    ).toBe('y'))
  test('but not so far that one of them does it all: one above the share is the most', () => {
    const works = Array.from({ length: 12 }, (_, i) => submission(`s${i}`))
    const experts = [{ ...reviewer('x'), fields: ['works'] }, ...['a', 'b', 'c'].map((each) => ({ ...reviewer(each), fields: ['other'] }))]
    const { pairs } = balance(works, experts, 1, [], [])
    expect(fairness(works, experts, pairs)).toEqual({ least: 2, most: 4, share: 3, outside: 8 })
  })
  test('spreads the load: no expert has more than one above another when nothing hinders', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 3, max: 20 }),
        fc.integer({ min: 1, max: 3 }),
        (works, experts, per) => {
          const { pairs } = balance(
            Array.from({ length: works }, (_, i) => submission(`s${i}`)),
            Array.from({ length: experts }, (_, i) => reviewer(`e${i}`)),
            per,
            [],
            [],
          )
          const loads = Array.from({ length: experts }, (_, i) => pairs.filter(({ expert }) => expert === `e${i}`).length)
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
          expect(new Set(pairs.map(({ submission, expert }) => submission + expert)).size).toBe(pairs.length)
        },
      ),
    ))
})

describe('the same unit', () => {
  const from = (institution: string, applicant = institution) => ({ institution: unit(institution), unit: unit(applicant) })
  test.each([
    ['told by the register, whatever the name', { name: '演示学院', id: '演示大学' }, from('演示大学'), true],
    ['told apart by the register, though the name begins alike', { name: '演示大学(北京)', id: 'other' }, from('演示大学'), false],
    ['the applicant itself, where it stands in no university', { name: '演示所', id: '演示所' }, from('演示所'), true],
    ['told by a written name whatever its width, letters and spaces', { name: 'ＹＳ 大学（北京）' }, from('ys大学(北京)'), true],
    ['told by the name of a school within the institution', { name: '演示第1大学 马克思主义学院' }, from('演示第1大学'), true],
    ['told by the name of the applicant', { name: '演示大学第一党支部' }, from('演示学院', '演示大学第一党支部'), true],
    ['not told by a name that only begins like the institution’s', { name: '演示第1大' }, from('演示第1大学'), false],
    ['another with another name', { name: '演示第11大学' }, from('演示第1大学'), false],
  ])('is %s', (_, at, submission, same) => expect(sameUnit({ unit: at }, submission)).toBe(same))
  test('is the applicant itself in a call of its own institution', () => {
    const call = (host: string, path: string[]) => judgedIn({ host: unit(host), path }, from('演示大学', '演示大学法学院'))
    const expert = { unit: { name: '演示大学文学院', id: '演示大学' } }
    expect([call('主管单位', []), call('演示大学', ['主管单位'])].map((judged) => sameUnit(expert, judged))).toEqual([true, false])
  })
})
