import { describe, expect, test } from 'vitest'
import type { FileRef } from '../../../shared/forms/schema.ts'
import { leftOut, withFile } from './file-values.ts'

const file = (id: string, more: Partial<FileRef> = {}): FileRef => ({ id, name: `${id}.pdf`, bytes: 9, type: 'application/pdf', ...more })

describe('a file that has come', () => {
  test('stands last', () => expect(withFile([file('a')], file('b')).map(({ id }) => id)).toEqual(['a', 'b']))
  test('stands once, come twice', () => expect(withFile([file('a')], file('a'))).toEqual([file('a')]))
  test('takes the place and the caption of the one it replaces', () =>
    expect(withFile([file('a', { caption: '开幕' }), file('b')], file('c'), 'a')).toEqual([file('c', { caption: '开幕' }), file('b')]))
})

describe('a file may go', () => {
  const before = { pictures: [file('a'), file('b')], title: '标题', rows: [{ year: 2024 }] }
  test('when the answers name it no more', () => expect(leftOut(before, { pictures: [file('b')] })).toEqual(['a']))
  test('not when it has moved to another field', () => expect(leftOut(before, { pictures: [], proof: [file('b'), file('a')] })).toEqual([]))
  test('not when what is typed since names it again', () => expect(leftOut(before, {}, { pictures: [file('a')] })).toEqual(['b']))
})
