/** How wide a piece of text stands, in points. */
export type Width = (text: string) => number

/** Punctuation that must not begin a line, and such that must not end one (GB/T 15834, 中文排版需求 5.1). */
const notFirst = /^[!%),.:;?\]}¢°·’”†‡›℃∶、。〃〉》」』】〕〗〞︰︱︳！＂％＇），．：；？］｀｜｝～…—]/u
const notLast = /[$(£¥‘“〈《「『【〔〖〝﹛（．［｛￡￥]$/u
/** What is kept together: a run of Latin letters, digits and the marks inside words, a run of spaces, or one character with what combines with it. */
const pieces = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}@#&_+=/\\.,:;'’%-]+|[^\S\n]+|[\s\S]\p{M}*/gu

/** Breaks a text into lines not wider than `width`; line ends in the text are kept, and a word wider than a line is cut. */
export function breakLines(text: string, width: number, measure: Width, indent = 0): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) lines.push(...breakParagraph(paragraph, width, measure, indent))
  return lines
}

function breakParagraph(paragraph: string, width: number, measure: Width, indent: number): string[] {
  const units = (paragraph.match(pieces) ?? []).flatMap(addressParts).flatMap((unit) => cut(unit, width - indent, measure))
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  const room = () => (lines.length === 0 ? width - indent : width)
  for (const unit of units) {
    const wide = measure(unit)
    if (used + wide > room() && line.length > 0) {
      const whole = [...line]
      let carried = carryOver(line, unit)
      // Where what goes together is wider than a line, it is parted after all.
      if (wide + carried.reduce((sum, each) => sum + measure(each), 0) > width) {
        line = whole
        carried = []
      }
      lines.push(line.join('').trimEnd())
      line = carried
      used = line.reduce((sum, each) => sum + measure(each), 0)
      if (line.length === 0 && unit.trim() === '') continue
    }
    line.push(unit)
    used += wide
  }
  lines.push(line.join('').trimEnd())
  return lines
}

/** Takes from the end of a full line what must go to the next one together with `next`. */
function carryOver(line: string[], next: string): string[] {
  const carried: string[] = []
  const most = 3
  const mustMove = () => {
    const last = line.at(-1)
    const following = carried[0] ?? next
    return last !== undefined && (notFirst.test(following) || notLast.test(last))
  }
  while (line.length > 1 && carried.length < most && mustMove()) {
    const last = line.pop()
    if (last !== undefined) carried.unshift(last)
  }
  return carried
}

/** Long addresses may be broken after a slash or another mark. */
const addressParts = (unit: string): string[] => (unit.length > 20 ? unit.split(/(?<=[/?&=])(?![/?&=])/) : [unit])

function cut(unit: string, width: number, measure: Width): string[] {
  if (measure(unit) <= width) return [unit]
  const parts: string[] = []
  let part = ''
  for (const character of unit) {
    if (part !== '' && measure(part + character) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}
