import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines } from './lines.ts'

/** One for a Chinese character, a half for anything else, so that widths can be read off the text. */
const measure = (text: string) => [...text].reduce((sum, character) => sum + (character > '⺀' ? 1 : 0.5), 0)
const lines = (text: string, width: number, indent = 0) => breakLines(text, width, measure, indent)

describe('a line of text', () => {
  test('breaks between Chinese characters', () => expect(lines('立德树人根本任务', 3)).toEqual(['立德树', '人根本', '任务']))
  test('does not begin with a comma or a closing mark', () => {
    expect(lines('立德树人，根本', 4)).toEqual(['立德树', '人，根本'])
    expect(lines('（立德树人）根本', 5)).toEqual(['（立德树', '人）根本'])
  })
  test('does not end with an opening mark', () => expect(lines('立德树“人根本”', 4)).toEqual(['立德树', '“人根本”']))
  test('keeps words and figures whole', () => {
    expect(lines('共计12345人', 3)).toEqual(['共计', '12345', '人'])
    expect(lines('party building work', 7)).toEqual(['party building', 'work'])
  })
  test('cuts a word that is wider than the line', () => expect(lines('abcdefgh', 2)).toEqual(['abcd', 'efgh']))
  test('breaks a long address after a slash', () =>
    expect(lines('https://example.edu.cn/party/2024', 14)).toEqual(['https://example.edu.cn/', 'party/2024']))
  test('keeps line ends and empty lines', () => expect(lines('甲\n\n乙', 5)).toEqual(['甲', '', '乙']))
  test('leaves room at the beginning of each paragraph', () =>
    expect(lines('立德树人\n根本任务', 4, 2)).toEqual(['立德', '树人', '根本', '任务']))

  const text = fc.string({
    unit: fc.constantFrom('立', '德', '，', '。', '“', '”', '（', '）', 'a', 'b1', ' ', '/', '\n', '9', 'é', '𠮷', '-', '…'),
    maxLength: 80,
  })
  test('loses nothing but spaces and is never wider than it may be, whatever the text', () =>
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (any, width) => {
        const broken = lines(any, width)
        expect(broken.join('').replace(/\s/g, '')).toBe(any.replace(/\s/g, ''))
        for (const line of broken) expect(measure(line)).toBeLessThanOrEqual(width)
      }),
      { numRuns: 1000 },
    ))
})
