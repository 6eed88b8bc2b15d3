import { rubricProblems } from '../reviews/rubric-problems.ts'
import type { Rubric, Template } from '../templates/schema.ts'
import { say, type Text } from '../text.ts'
import { stagesOn } from './lifecycle.ts'
import type { Batch, StagePlan } from './schema.ts'

/** One thing missing before a batch can be opened: where it is set, and what to do. */
export type Missing = {
  section: 'stages' | 'categories' | 'rubric' | 'quotas' | 'source'
  code: MissingCode
  zh: string
  en: string
  of?: string
}

const sentences = {
  'no-category': { zh: '至少启用一个类别。', en: 'Switch on at least one category.' },
  'no-places': { zh: '类别“{zh}”没有填写入选名额。', en: 'Category “{en}” has no number of places.' },
  'no-collect': { zh: '填报环节必须启用。', en: 'The stage of collecting must be on.' },
  'no-opens': { zh: '环节“{zh}”没有开始时间。', en: 'Stage “{en}” has no opening time.' },
  'no-closes': { zh: '环节“{zh}”没有截止时间。', en: 'Stage “{en}” has no closing time.' },
  'closes-before-opens': { zh: '环节“{zh}”的截止时间不晚于开始时间。', en: 'Stage “{en}” does not close after it opens.' },
  'closes-in-the-past': { zh: '环节“{zh}”的截止时间已过。', en: 'The closing time of stage “{en}” has passed.' },
  'opens-before-previous': {
    zh: '环节“{zh}”的开始时间早于上一环节的开始时间。',
    en: 'Stage “{en}” opens before the stage before it opens.',
  },
  'closes-before-previous': {
    zh: '环节“{zh}”的截止时间早于上一环节的截止时间。',
    en: 'Stage “{en}” closes before the stage before it closes.',
  },
  'no-rubric': { zh: '启用了专家评审，但没有评分标准。', en: 'Experts review in this batch, but there is no rubric.' },
  weights: { zh: '评分标准的权重之和为 {sum}，应为 100。', en: 'The weights of the rubric add up to {sum} instead of 100.' },
  range: { zh: '评分指标“{zh}”的最高分应大于最低分。', en: 'The highest score of “{en}” must be above its lowest.' },
  anchors: {
    zh: '评分指标“{zh}”的评分参考中，有分数超出最低分至满分的范围，或重复。',
    en: 'A described score of “{en}” lies outside its lowest and highest score, or is described twice.',
  },
  'no-quotas': {
    zh: '推荐名额尚未生成或因类别、环节变动而不完整，请生成名额。',
    en: 'Some recommending units have no places yet; generate them.',
  },
  'no-source': { zh: '请选择从哪个批次的入选名单开始。', en: 'Choose the batch whose awards this one starts from.' },
} as const satisfies Record<string, Text>
export type MissingCode = keyof typeof sentences

/** Stages that end by their date, because those below the host act in them. */
const mustClose: readonly StagePlan['kind'][] = ['collect', 'endorse']

/** What is missing before a batch can be opened; nothing, when it can. `rubric` is the host's own, where it has changed the template's. */
export function missing(batch: Batch, template: Template, rubric: Rubric | undefined, at: string): Missing[] {
  return [
    ...missingCategories(batch, template),
    ...missingDates(batch, at),
    ...missingRubric(batch, template, rubric),
    ...missingQuotas(batch, template),
  ]
}

function problem(section: Missing['section'], code: MissingCode, about: Partial<Text> & { sum?: number } = {}, of?: string): Missing {
  const details = { zh: about.zh ?? '', en: about.en ?? '', sum: about.sum ?? 0 }
  return {
    section,
    code,
    zh: say(sentences[code], 'zh', details),
    en: say(sentences[code], 'en', details),
    ...(of !== undefined && { of }),
  }
}

function missingCategories(batch: Batch, template: Template): Missing[] {
  const on = template.categories.filter(({ key }) => batch.categories.some((category) => category.key === key && category.on))
  const places = (key: string) => batch.categories.find((category) => category.key === key)?.places
  return [
    ...(on.length === 0 ? [problem('categories', 'no-category')] : []),
    ...on.flatMap(({ key, title, places: asked }) =>
      asked !== undefined && places(key) === undefined ? [problem('categories', 'no-places', title, key)] : [],
    ),
    ...(on.some(({ startsFrom }) => startsFrom) && batch.source === undefined ? [problem('source', 'no-source')] : []),
  ]
}

function missingDates(batch: Batch, at: string): Missing[] {
  const on = stagesOn(batch.stages).map(({ stage }) => stage)
  const found = on.flatMap((stage, i) => {
    const { opens, closes } = stage
    const latest = (which: 'opens' | 'closes') =>
      on
        .slice(0, i)
        .map((each) => each[which])
        .filter((instant) => instant !== null)
        .sort()
        .at(-1)
    const [opensBefore, closesBefore] = [latest('opens'), latest('closes')]
    const codes: (MissingCode | false)[] = [
      stage.kind === 'collect' && opens === null && 'no-opens',
      mustClose.includes(stage.kind) && closes === null && 'no-closes',
      opens !== null && closes !== null && closes <= opens && 'closes-before-opens',
      closes !== null && closes <= at && 'closes-in-the-past',
      opens !== null && opensBefore !== undefined && opens < opensBefore && 'opens-before-previous',
      closes !== null && closesBefore !== undefined && closes < closesBefore && 'closes-before-previous',
    ]
    return codes.filter((code) => code !== false).map((code) => problem('stages', code, stage.title, stage.key))
  })
  return on.some(({ kind }) => kind === 'collect') ? found : [problem('stages', 'no-collect'), ...found]
}

function missingRubric(batch: Batch, template: Template, own: Rubric | undefined): Missing[] {
  if (!batch.stages.some(({ kind, on }) => kind === 'review' && on)) return []
  const rubric = own ?? template.review?.rubric
  if (!rubric) return [problem('rubric', 'no-rubric')]
  const sum = rubric.criteria.reduce((total, { weight }) => total + Math.round(weight * 1000), 0) / 1000
  return [
    ...(sum === 100 ? [] : [problem('rubric', 'weights', { sum })]),
    ...rubric.criteria.flatMap((criterion) => {
      const found = rubricProblems({ ...rubric, criteria: [criterion] }).map(({ code }) => code)
      const wrong = found.includes('range') ? 'range' : found.includes('outside') || found.includes('twice') ? 'anchors' : undefined
      return wrong ? [problem('rubric', wrong, criterion.title, criterion.key)] : []
    }),
  ]
}

/** Places are needed as soon as anybody endorses: the list that a unit confirms hangs on them even where their number is not limited. */
function missingQuotas(batch: Batch, template: Template): Missing[] {
  const endorsed =
    batch.stages.some(({ kind, on }) => kind === 'endorse' && on) &&
    Object.values(template.endorsement.levels).some((levels) => levels.length > 0)
  return endorsed && batch.quotasAt === undefined ? [problem('quotas', 'no-quotas')] : []
}
