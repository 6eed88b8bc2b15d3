import { describe, expect, test } from 'vitest'
import { nextStep, type SectionState } from './next-step.ts'

const done = (key: string): SectionState => ({ key, problems: 0, commented: false })

describe('what an applicant does next', () => {
  test('with everything done: checks and hands in', () => expect(nextStep([done('a'), done('b')])).toEqual({ go: 'check' }))
  test('goes on with what was begun before beginning something else', () =>
    expect(
      nextStep([
        { ...done('a'), problems: undefined },
        { ...done('b'), problems: 2 },
      ]),
    ).toEqual({
      go: 'section',
      section: 'b',
      because: 'unfinished',
    }))
  test('begins with the first section that was not begun', () =>
    expect(nextStep([done('a'), { ...done('b'), problems: undefined }])).toMatchObject({ section: 'b', because: 'untouched' }))
  test('after a return first answers what was said', () =>
    expect(
      nextStep([
        { ...done('a'), problems: 1 },
        { ...done('b'), commented: true },
      ]),
    ).toMatchObject({ section: 'b', because: 'returned' }))
  test('a section that was changed since the return is taken as answered', () =>
    expect(nextStep([{ ...done('b'), commented: true }], new Set(['b']))).toEqual({ go: 'check' }))
})
