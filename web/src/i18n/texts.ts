import type { Language, Text } from '../../../shared/text.ts'
import { fill, type Params } from './fill.ts'
import { language } from './language.ts'

type Entries = Record<string, string>

/**
 * The texts of one slice: `{ zh, en }` with the same keys, which the compiler checks, as it checks the placeholders.
 * `t('key', { count })` answers in the language of the moment and follows a switch when read inside a page.
 */
export function texts<const Z extends Entries>(catalogue: { zh: Z; en: { [K in keyof Z]: string } }) {
  return Object.assign(
    <K extends keyof Z & string>(key: K, ...params: Params<Z[K]>): string => {
      const chosen: Language = language()
      const text: string = catalogue[chosen][key]
      return fill(text, params[0], chosen)
    },
    { catalogue },
  )
}

/** A text that comes as data (a template's label, a person's kind of unit) in the language of the moment. */
export const inLanguage = (text: Text): string => text[language()]
