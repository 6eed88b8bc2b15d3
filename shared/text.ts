/** A text in both languages of the platform. */
export type Text = { zh: string; en: string }
export type Language = keyof Text
export const languages = ['zh', 'en'] as const satisfies readonly Language[]

/** The text in a language with its `{placeholders}` filled; an unknown placeholder stays visible, so that a mistake shows. */
export function say(text: Text, language: Language, details: Record<string, string | number> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? String(details[name]) : whole))
}
