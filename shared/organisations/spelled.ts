import { pinyin } from 'pinyin-pro'

/** What has been spelled already; a list of units is searched with every letter. */
const known = new Map<string, string>()

/**
 * A Chinese name as it is typed in letters: its pinyin without tones, a space, and its initials; `beijingdaxue bjdx`. Loaded only once somebody types letters,
 * because the dictionary is large.
 */
export function spelled(name: string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
  const said = `${syllables.join('')} ${syllables.map((syllable) => syllable[0] ?? '').join('')}`.toLowerCase()
  known.set(name, said)
  return said
}
