import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCharacters } from './count.ts'

describe('characters are counted as people count them', () => {
  test.each([
    ['', 0],
    ['   \n ', 0],
    ['党支部', 3],
    [' 党 支 ', 3],
    ['阿依古丽·买买提', 8],
    ['“双带头人”', 6],
    ['𠮷野家', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['👨‍👩‍👧‍👦', 1],
    ['🇨🇳', 1],
    ['👍🏽好', 2],
    ['葛󠄀', 1],
    ['甲\r\n乙', 3],
    ['甲\n乙', 3],
    ['１２３ＡＢ', 5],
    ['한국', 2],
    ['A——B……', 6],
  ])('%j are %i', (text, count) => expect(countCharacters(text)).toBe(count))

  test('the same by the short way as by the long', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.string({ unit: 'binary', maxLength: 2 }),
            fc.constantFrom('党', '，', '\n', 'ｶﾞ', '\u200d', '\u0301', '\ufe0f', '（', '①'),
          ),
        }),
        (text) => {
          expect(countCharacters(text)).toBe([...segmenter.segment(text.trim())].length)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('of every code unit by itself and behind a Chinese character', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
    for (let code = 0x21; code < 0xd800; code++) {
      const text = `党${String.fromCharCode(code)}党`
      expect(countCharacters(text), code.toString(16)).toBe([...segmenter.segment(text)].length)
    }
  })
})
