import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffText, mergeText } from './diff.ts'

const first = (before: string, after: string) =>
  diffText(before, after)
    .filter(({ kind }) => kind !== 'new')
    .map(({ text }) => text)
    .join('')
const second = (before: string, after: string) =>
  diffText(before, after)
    .filter(({ kind }) => kind !== 'gone')
    .map(({ text }) => text)
    .join('')

describe('the difference of two texts', () => {
  test('marks the characters that changed within a sentence', () =>
    expect(diffText('学校高度重视心理健康。每年开课。', '学校十分重视心理健康。每年开课。')).toEqual([
      { kind: 'same', text: '学校' },
      { kind: 'gone', text: '高度' },
      { kind: 'new', text: '十分' },
      { kind: 'same', text: '重视心理健康。每年开课。' },
    ]))
  test('of equal texts is nothing', () => expect(diffText('一样。', '一样。')).toEqual([{ kind: 'same', text: '一样。' }]))
  test('keeps sentences that stayed, whatever was put between them', () =>
    expect(diffText('甲句。乙句。', '甲句。新的一句。乙句。')).toEqual([
      { kind: 'same', text: '甲句。' },
      { kind: 'new', text: '新的一句。' },
      { kind: 'same', text: '乙句。' },
    ]))
  test('takes no chance match of one character apart', () =>
    expect(diffText('山高水长', '水落石出').map(({ kind }) => kind)).toEqual(['gone', 'new']))
  test('does not split a rare character in two', () => expect(diffText('𠮷林', '𠮷田')[0]).toEqual({ kind: 'same', text: '𠮷' }))
  test('always holds both texts whole', () => {
    const text = fc.string({ unit: fc.constantFrom(...'党建育人。！\n ab𠮷'), maxLength: 60 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(first(before, after)).toBe(before)
        expect(second(before, after)).toBe(after)
      }),
    )
  })
})

describe('bringing two texts together', () => {
  const base = '第一句。第二句。第三句。'
  test('takes each side’s sentence where they changed different ones', () =>
    expect(mergeText(base, '第一句改。第二句。第三句。', '第一句。第二句。第三句也改。')).toBe('第一句改。第二句。第三句也改。'))
  test('asks a person where both changed the same', () =>
    expect(mergeText(base, '第一句甲。第二句。第三句。', '第一句乙。第二句。第三句。')).toBeUndefined())
  test('takes once what both did alike', () => expect(mergeText(base, '第一句。第三句。', '第一句。第三句。')).toBe('第一句。第三句。'))
  test('gives one side’s text where the other changed nothing', () => {
    const text = fc.string({ unit: fc.constantFrom(...'党建育人。\n'), maxLength: 40 })
    fc.assert(
      fc.property(text, text, (was, now) => {
        expect(mergeText(was, now, was)).toBe(now)
        expect(mergeText(was, was, now)).toBe(now)
      }),
    )
  })
})
