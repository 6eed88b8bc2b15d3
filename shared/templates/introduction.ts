import type { Text } from '../text.ts'
import { EndorsementLevel, type Template } from './schema.ts'

/** What a call says of itself in a batch: of the levels that recommend, only of those that the batch has. */
export function introductionOf(
  { introduction, introductionByLevel }: Pick<Template, 'introduction' | 'introductionByLevel'>,
  has: (level: EndorsementLevel) => boolean,
): Text {
  const said = EndorsementLevel.options.flatMap((level) => (has(level) ? (introductionByLevel[level] ?? []) : []))
  return {
    zh: [introduction, ...said].map(({ zh }) => zh).join(''),
    en: [introduction, ...said].map(({ en }) => en).join(' '),
  }
}
