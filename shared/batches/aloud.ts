import { beijing } from '../calendar/beijing.ts'
import type { Text } from '../text.ts'
import { stagesOn } from './lifecycle.ts'
import type { Batch, BatchSettings, StagePlan } from './schema.ts'
import { isDated } from './timing.ts'

const unset = { zh: '（日期未定）', en: '(no date yet)' }
const until = ({ closes }: StagePlan): Text =>
  closes === null ? unset : { zh: beijing.formatDeadline(closes, 'zh').replace('（北京时间）', ''), en: deadlineEn(closes) }
const deadlineEn = (instant: string) => beijing.formatDeadline(instant, 'en').replace(' (Beijing time)', '')
const since = ({ opens }: StagePlan): Text =>
  opens === null ? unset : { zh: beijing.formatDate(opens, 'zh'), en: beijing.formatDate(opens, 'en') }

/** What belongs to a stage beside its dates. */
function detail({ kind }: StagePlan, settings: BatchSettings): Text {
  if (kind === 'review')
    return {
      zh: `（每项 ${settings.expertsPerSubmission} 位专家）`,
      en: ` (${settings.expertsPerSubmission} ${settings.expertsPerSubmission === 1 ? 'expert' : 'experts'} for each submission)`,
    }
  if (kind === 'notice')
    return {
      zh: `（${settings.noticeWorkingDays} 个工作日）`,
      en: ` (${settings.noticeWorkingDays} working ${settings.noticeWorkingDays === 1 ? 'day' : 'days'})`,
    }
  return { zh: '', en: '' }
}

/** The plan of a batch as a sentence that one can read aloud, in both languages; what has no date says so. */
export function aloud({ stages, settings }: Pick<Batch, 'stages' | 'settings'>): Text {
  const on = stagesOn(stages).map(({ stage }) => stage)
  const [first, ...dated] = on.filter(isDated)
  const decided = on.filter((stage) => !isDated(stage))
  if (!first) return { zh: '还没有启用任何环节。', en: 'No stage is on yet.' }
  const named = (stage: StagePlan): Text => {
    const more = detail(stage, settings)
    return { zh: `${stage.title.zh}${more.zh}`, en: `${stage.title.en}${more.en}` }
  }
  const zh = [
    `${since(first).zh}开始${named(first).zh}，${until(first).zh}截止`,
    ...dated.map((stage, i) => `${i === 0 ? '随后' : '再'}进行${named(stage).zh}，${until(stage).zh}截止`),
    ...(decided.length > 0
      ? [
          `最后是${list(
            decided.map((stage) => named(stage).zh),
            '、',
            '和',
          )}，何时结束由主办单位决定`,
        ]
      : []),
  ]
  const en = [
    `“${named(first).en}” runs from ${since(first).en} until ${until(first).en}`,
    ...dated.map((stage) => `then “${named(stage).en}” until ${until(stage).en}`),
    ...(decided.length > 0
      ? [
          `and last ${list(
            decided.map((stage) => `“${named(stage).en}”`),
            ', ',
            ' and ',
          )}, which end when the host decides`,
        ]
      : []),
  ]
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` }
}

const list = (words: readonly string[], comma: string, last: string) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(comma)}${last}${words.at(-1)}`
