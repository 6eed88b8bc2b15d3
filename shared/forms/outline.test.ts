import { describe, expect, test } from 'vitest'
import { outlineOf } from './outline.ts'

const text = [
  '一、背景',
  '学校重视。',
  '（一）基础',
  '已有三年。',
  '二、做法',
  '1. 建机制',
  '每月一会。',
  '1. 这一条写得很长，其实是一个段落而不是标题，因为它以句号结尾。',
].join('\n')

describe('the outline of a long text', () => {
  test('has its numbered headings with their depth', () =>
    expect(outlineOf(text).map(({ text: words, level }) => [words, level])).toEqual([
      ['一、背景', 1],
      ['（一）基础', 2],
      ['二、做法', 1],
      ['1. 建机制', 3],
    ]))
  test('says where each begins', () => {
    for (const { text: words, at } of outlineOf(text)) expect(text.slice(at, at + words.length)).toBe(words)
  })
  test('counts what is written below each until the next', () =>
    expect(outlineOf(text).map(({ characters }) => characters)).toEqual([5, 5, 0, 39]))
  test('a figure at the beginning of a line is no heading', () => expect(outlineOf('3.5万名学生\n2024年')).toEqual([]))
  test('a text without headings has none', () => expect(outlineOf('没有标题的一段话')).toEqual([]))
})
