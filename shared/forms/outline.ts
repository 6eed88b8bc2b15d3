import { countCharacters } from './count.ts'

/** A heading inside a long text: what it says, how deep it is, where it begins (in code units), and how many characters stand below it until the next one. */
export type Heading = { text: string; level: 1 | 2 | 3; at: number; characters: number }

/** How official texts number their parts, outermost first: 一、 · （一） · 1. or （1）. */
const numbered = [
  /^第?[一二三四五六七八九十]{1,3}[、．.章节]/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^(\d{1,2}[、．.](?!\d)|[（(]\d{1,2}[）)])/,
] as const

/** Longer lines, and lines that end a sentence, are paragraphs that happen to begin with a number. */
const longest = 40

/** The headings of a text that numbers its parts as official texts do, for finding one's way in it. */
export function outlineOf(text: string): Heading[] {
  const found: (Omit<Heading, 'characters'> & { end: number })[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const words = line.trim()
    const level = numbered.findIndex((pattern) => pattern.test(words)) + 1
    if (level > 0 && words.length <= longest && !/[。；;]$/.test(words))
      found.push({ text: words, level: level as Heading['level'], at, end: at + line.length })
    at += line.length + 1
  }
  return found.map(({ end, ...heading }, index) => ({
    ...heading,
    characters: countCharacters(text.slice(end, found[index + 1]?.at).trim()),
  }))
}
