import * as z from 'zod'
import { TextIn2 } from '../forms/schema.ts'
import { type Language, say, type Text } from '../text.ts'
import type { Mail } from './blocks.ts'
import { compose, type MailKey, mails } from './catalogue.ts'
import { date, deadline } from './words.ts'

/** Sentences that stand in place of the usual ones: the subject, and the first paragraph. `{batch}` and other placeholders are filled from the mail's data. */
export const Sentences = z.strictObject({ subject: TextIn2.optional(), opening: TextIn2.optional() })
export type Sentences = z.infer<typeof Sentences>

const line = (most: number) => z.strictObject({ zh: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })
/** What a host may set in place of a mail's sentences; null goes back to those of the call. */
export const OwnSentences = z.strictObject({ subject: line(160).optional(), opening: line(1000).optional() })
/** The sentences of a batch, by the key of the mail. */
export type BatchSentences = Partial<Record<MailKey, Sentences>>

/** The mails that a batch sends in the course of its life, each with when and to whom. */
export const batchMailKeys = {
  'stage-opened': { zh: '环节开始时，发给在该环节办理的单位', en: 'When a stage opens, to the units that act in it' },
  'deadline-near': { zh: '截止前48小时，发给在该环节办理的单位', en: '48 hours before a stage closes, to the units that act in it' },
  'deadline-moved': { zh: '调整截止时间时，发给在该环节办理的单位', en: 'When a deadline is moved, to the units that act in the stage' },
  'batch-paused': { zh: '暂停批次时，发给参与的单位', en: 'When the batch is paused, to the units that take part' },
  'batch-resumed': { zh: '恢复批次时，发给参与的单位', en: 'When the batch is resumed, to the units that take part' },
  'batch-cancelled': { zh: '取消批次时，发给参与的单位', en: 'When the batch is cancelled, to the units that take part' },
  'submission-received': { zh: '提交成功时，发给申报单位', en: 'When a submission is received, to the applicant' },
  'submission-returned': { zh: '退回修改时，发给申报单位', en: 'When a submission is returned, to the applicant' },
  'submission-correction-moved': { zh: '重设修改期限时，发给申报单位', en: 'When a correction gets another date, to the applicant' },
  'submission-taken-up': {
    zh: '按原提交材料继续审核时，发给申报单位',
    en: 'When what was returned is taken up as handed in, to the applicant',
  },
  'submission-reminder': {
    zh: '审核单位提醒尽快提交时，发给申报单位',
    en: 'When a unit above reminds an applicant to submit, to the applicant',
  },
  'submission-recommended': { zh: '获得推荐时，发给申报单位', en: 'When a submission is recommended, to the applicant' },
  'submission-declined': { zh: '不予推荐时，发给申报单位', en: 'When a submission is not recommended, to the applicant' },
  'expert-invitation': { zh: '邀请评审时，发给专家', en: 'When an expert is invited, to the expert' },
  'review-assigned': { zh: '分配新的评审材料时，发给专家', en: 'When new submissions are assigned, to the expert' },
  'expert-reminder': { zh: '提醒评审时，发给专家', en: 'When an expert is reminded, to the expert' },
  'review-reopened': { zh: '重新打开评审时，发给专家', en: 'When a review is reopened, to the expert' },
  'review-ended': { zh: '提前结束评审时，发给尚未评完的专家', en: 'When the review is ended early, to experts who have something left' },
  'approval-request': { zh: '送审定时，发给审定人', en: 'When a list is sent for approval, to the approver' },
  'approval-withdrawn': { zh: '撤回送审时，发给审定人', en: 'When a list is taken back from approval, to the approver' },
  'award-granted': { zh: '公布结果时，发给入选单位', en: 'When an award is granted, to the unit' },
  'award-checked': { zh: '检查、验收结论作出后，发给项目单位', en: 'When a check has found its result, to the unit' },
  'obligation-due': { zh: '建设任务到期前，发给入选单位', en: 'Before an obligation is due, to the unit' },
} as const satisfies Partial<Record<MailKey, Text>>
export type BatchMailKey = keyof typeof batchMailKeys
export const isBatchMail = (key: string): key is BatchMailKey => Object.hasOwn(batchMailKeys, key)

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
const day = /^\d{4}-\d{2}-\d{2}$/
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** What a mail carries and does not say: the link has a button of its own, and a code stands for a sentence. */
const unsaid: readonly string[] = ['link', 'stageKind', 'outcome']
/** What may stand in braces in the sentences of a mail. */
export const placeholdersOf = (key: MailKey): string[] =>
  Object.entries(mails[key].sample).flatMap(([name, value]) =>
    !unsaid.includes(name) && (typeof value === 'string' || typeof value === 'number' || isText(value)) ? [name] : [],
  )

/** Placeholders in the sentences that the mail has nothing for; none, when they can be sent. */
export const unknownPlaceholders = (key: MailKey, { subject, opening }: Sentences): string[] => {
  const known = placeholdersOf(key)
  const used = [subject, opening].flatMap((text) =>
    text ? [...`${text.zh}${text.en}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name) : [],
  )
  return [...new Set(used)].filter((name) => !known.includes(name))
}

function details(data: object, language: Language): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]): [string, string | number][] => {
      if (isText(value)) return [[name, value[language]]]
      if (typeof value === 'number') return [[name, value]]
      if (typeof value !== 'string') return []
      if (day.test(value)) return [[name, date(value, language)]]
      return [[name, instant.test(value) ? deadline(value, language) : value]]
    }),
  )
}

/** The mail for these data with the sentences of the batch, or else of its call, in place of the usual ones. */
export function composeWith(key: MailKey, data: unknown, ...sentences: readonly (Sentences | undefined)[]): Mail {
  const mail = compose(key, data)
  const subject = sentences.find((each) => each?.subject)?.subject
  const opening = sentences.find((each) => each?.opening)?.opening
  const given = typeof data === 'object' && data !== null ? data : {}
  const absent = Object.fromEntries(placeholdersOf(key).map((name) => [name, '—']))
  for (const language of ['zh', 'en'] as const) {
    const letter = mail[language]
    if (subject) letter.subject = say(subject, language, { ...absent, ...details(given, language) })
    if (!opening) continue
    const first = letter.blocks[0]
    const rest = first && 'paragraph' in first ? letter.blocks.slice(1) : letter.blocks
    letter.blocks = [{ paragraph: say(opening, language, { ...absent, ...details(given, language) }) }, ...rest]
  }
  return mail
}
