import { counted, say, type Text } from '../text.ts'
import type { Rounding } from './limits.ts'
import type { Counted, QuotaBasis } from './schema.ts'
import { shareOf } from './shares.ts'

const sentences = {
  unlimited: { zh: '本次申报对该单位没有名额限制。', en: 'The call sets no limit for this unit.' },
  number: { zh: '申报通知对这一级单位规定的固定名额。', en: 'A fixed number that the call sets for units of this level.' },
  named: { zh: '申报通知对该单位（代码 {code}）单独规定的名额。', en: 'A number that the call sets for this very unit (code {code}).' },
  ratio: {
    zh: '按比例：生成时有 {counted}，×{percent}%＝{exact}，{rounding}。',
    en: 'By ratio: {counted} when it was made × {percent} % = {exact}, {rounding}.',
  },
  host: { zh: '由主办单位手工设定。', en: 'Set by the host.' },
} as const satisfies Record<QuotaBasis['kind'], Text>
const roundings = {
  down: { zh: '向下取整', en: 'rounded down' },
  up: { zh: '向上取整', en: 'rounded up' },
  'half-up': { zh: '四舍五入', en: 'rounded' },
} as const satisfies Record<Rounding, Text>

const kinds = {
  university: { zh: '所高校', one: 'university', many: 'universities' },
  college: { zh: '个院系', one: 'college', many: 'colleges' },
  branch: { zh: '个党支部', one: 'branch', many: 'branches' },
} as const satisfies Record<Counted, object>
/** How many units of a kind a share is reckoned from, in words. */
export const countedAs = (of: Counted, count: number): Text => ({
  zh: `${count} ${kinds[of].zh}`,
  en: counted(count, kinds[of].one, kinds[of].many),
})

/** Where a number of places comes from, in words that let anyone work it out again. `limit` is the number itself: more than the share where the call sets a least. */
export function explain(basis: QuotaBasis, limit: number): Text {
  const text = sentences[basis.kind]
  if (basis.kind === 'named') return { zh: say(text, 'zh', { code: basis.code }), en: say(text, 'en', { code: basis.code }) }
  if (basis.kind !== 'ratio') return text
  const { ratio, universities, rounding, of = 'university' } = basis
  const from = countedAs(of, universities)
  const figures = {
    percent: Number((ratio * 100).toFixed(4)),
    exact: Number(((Math.round(ratio * 1_000_000) * universities) / 1_000_000).toFixed(4)),
  }
  const share = shareOf(universities, ratio, rounding)
  const least = limit > share ? { zh: `；至少 ${limit} 项`, en: `; at least ${limit} are given` } : { zh: '', en: '' }
  return {
    zh: say(text, 'zh', { ...figures, counted: from.zh, rounding: `${roundings[rounding].zh}为 ${share}${least.zh}` }),
    en: say(text, 'en', { ...figures, counted: from.en, rounding: `${roundings[rounding].en} to ${share}${least.en}` }),
  }
}
