import * as z from 'zod'
import { folded } from '../portal/search.ts'
import type { SubmissionSummary } from './schema.ts'

/** What is looked for in a list of submissions: words, parts of them, or a number. */
export const Words = z.string().trim().min(1).max(60)

type Named = Pick<SubmissionSummary, 'title' | 'receipt'> & { unit: { name: string }; institution: { name: string } }

const letters = /^[a-z]+$/
/** Whether words can be a name spelled in letters, which is dear to know: the dictionary is large. */
export const mayBeSpelled = (words: string): boolean => parts(words).some((part) => letters.test(part))

/**
 * Finds submissions by parts of their title, of the name of their unit or its institution, or of their receipt number; each part that is written apart must be somewhere.
 * A part in letters may also be a unit's name in pinyin or its initials, as where units are looked for; `spell` says a name so.
 */
export function sought(words: string, spell: (name: string) => string = () => ''): (found: Named) => boolean {
  const wanted = parts(words)
  return ({ title, receipt = '', unit, institution }) => {
    const names = [...new Set([unit.name, institution.name])]
    const whole = [title, ...names].map(plain).join('\n')
    const number = bare(receipt)
    return wanted.every(
      (part) =>
        whole.includes(part) ||
        (bare(part) !== '' && number.includes(bare(part))) ||
        (letters.test(part) &&
          names.some((name) =>
            spell(name)
              .split(' ')
              .some((said) => said.includes(part)),
          )),
    )
  }
}

const parts = (words: string): string[] => {
  const found = folded(words)
    .split(/\s+/)
    .filter((part) => part !== '')
  // Nothing but marks: looked for as it stands, and found nowhere.
  return found.length > 0 ? found : [words]
}
const plain = (text: string) => folded(text).replace(/\s+/g, ' ')
/** A number however it was copied: without its hyphens. */
const bare = (text: string) => text.toLowerCase().replace(/-/g, '')
