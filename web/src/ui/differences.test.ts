import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences, type Piece } from './differences.ts'

const without = (kind: Piece['kind'], pieces: Piece[]) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('the difference of two texts', () => {
  test('is nothing when they are equal', () => expect(differences('工作基础', '工作基础')).toEqual([{ kind: 'same', text: '工作基础' }]))
  test('is shown by character in Chinese', () =>
    expect(differences('把课堂搬到田间', '把讲堂搬到田间')).toEqual([
      { kind: 'same', text: '把' },
      { kind: 'gone', text: '课' },
      { kind: 'new', text: '讲' },
      { kind: 'same', text: '堂搬到田间' },
    ]))
  test('is shown by word in English and by whole numbers', () =>
    expect(differences('12 students read', '13 students wrote')).toEqual([
      { kind: 'gone', text: '12' },
      { kind: 'new', text: '13' },
      { kind: 'same', text: ' students ' },
      { kind: 'gone', text: 'read' },
      { kind: 'new', text: 'wrote' },
    ]))
  test('keeps a rare character whole', () =>
    expect(differences('𠮷林', '吉林')).toEqual([
      { kind: 'gone', text: '𠮷' },
      { kind: 'new', text: '吉' },
      { kind: 'same', text: '林' },
    ]))
  test('of texts with little in common is one after the other', () =>
    expect(differences('甲'.repeat(2000), '乙'.repeat(2000)).map(({ kind }) => kind)).toEqual(['gone', 'new']))

  const text = fc.string({ unit: fc.constantFrom('党', '建', 'a', 'b ', '1', '\n', '𠮷') })
  test('leaves both texts whole, whatever they are', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differences(before, after)
        expect(without('new', pieces)).toBe(before)
        expect(without('gone', pieces)).toBe(after)
      }),
    ))
})
