/** A text in both languages of the platform. */
export type Text = { zh: string; en: string }
export type Language = keyof Text
export const languages = ['zh', 'en'] as const satisfies readonly Language[]

/** Between the facts of a line: it stays with the fact before it, so that no line begins with the dot. */
export const between = '\u00a0· '

/** The facts of a line under a name, each once; what the name says already, as where a unit is itself what is proposed, is not said again. */
export const factsUnder = (name: string | undefined, facts: readonly (string | undefined)[]): string =>
  [...new Set(facts)].filter((fact) => fact && fact !== name).join(between)

/** Words one after the other, as each language parts them. */
export const inARow = (words: readonly string[], language: Language): string => words.join(language === 'zh' ? '、' : ', ')

const plurals = new Intl.PluralRules('en')
/** The English word that fits a number. */
export const fitting = (count: number, one: string, many: string): string => (plurals.select(count) === 'one' ? one : many)
/** A number with its English word: 1 day, 2 days, 1,204 institutions. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${fitting(count, one, many)}`

/** The text in a language with its `{placeholders}` filled; an unknown placeholder stays visible, so that a mistake shows. */
export function say(text: Text, language: Language, details: Record<string, string | number> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? String(details[name]) : whole))
}
