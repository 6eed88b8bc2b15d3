import { accept, type Outcome, refuse } from '../outcome.ts'

/** What a chosen password must be. Length counts more than kinds (NIST SP 800-63B 5.1.1.2); three kinds are asked by 等保 below sixteen characters. */
export const passwordRule = { min: 10, max: 128, kinds: 3, kindsNotAskedFrom: 16 } as const

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]
const runs = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '01234567890', '1qaz2wsx3edc']

/** A password is refused when it is short, of too few kinds of characters, mostly a keyboard run or one character, or holds the person's own address. */
export function acceptablePassword(password: string, email: string): Outcome<null> {
  const characters = [...password]
  if (characters.length < passwordRule.min || characters.length > passwordRule.max)
    return refuse('password.length', { min: passwordRule.min, max: passwordRule.max })
  const held = kinds.filter((kind) => kind.test(password)).length
  if (characters.length < passwordRule.kindsNotAskedFrom && held < passwordRule.kinds)
    return refuse('password.simple', { kinds: passwordRule.kinds })
  if (new Set(characters).size < 5 || runs.some((run) => mostly(password.toLowerCase(), run)))
    return refuse('password.simple', { kinds: passwordRule.kinds })
  const own = email.split('@')[0] ?? ''
  if (own.length >= 4 && password.toLowerCase().includes(own)) return refuse('password.own-address')
  return accept(null)
}

/** Whether more than half of the password is one stretch of a run. */
function mostly(password: string, run: string): boolean {
  const half = Math.floor(password.length / 2) + 1
  for (let from = 0; from + half <= password.length; from++) if (run.includes(password.slice(from, from + half))) return true
  return false
}
