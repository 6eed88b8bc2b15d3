/** Code units that always stand for one visible character each: Latin, Greek, Cyrillic, punctuation, kana, Chinese, full-width forms. */
const plain =
  /^[\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f\u2460-\u24ff\u2500-\u257f\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff9d]*$/
let segmenter: Intl.Segmenter | undefined

/**
 * How many characters a person would count in a text: an emoji of several parts, a rare Chinese character outside the basic plane and a letter
 * with its accents are one each; space around the text is not counted, a line break inside it is one.
 */
export function countCharacters(text: string): number {
  const trimmed = text.trim()
  if (plain.test(trimmed)) return trimmed.length
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  let count = 0
  for (const _ of segmenter.segment(trimmed)) count++
  return count
}
