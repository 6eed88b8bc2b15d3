import type { By, Fact, FactType } from '../../events/catalogue.ts'
import { counted, inARow, type Language, type Text } from '../text.ts'
import type { FactGroup, factGroups } from './record.ts'

type Start = (typeof factGroups)[FactGroup][number]
/** The facts that begin as those in the record of a batch do. */
type RecordedType = Extract<FactType, `${Start}${string}`>

/** What the record of a batch calls each fact. */
const factNames = {
  'batch.drafted': { zh: '新建草稿', en: 'Draft started' },
  'batch.configured': { zh: '修改设置', en: 'Settings changed' },
  'batch.discarded': { zh: '作废草稿', en: 'Draft discarded' },
  'batch.opened': { zh: '开启批次', en: 'Batch opened' },
  'batch.deadline-moved': { zh: '调整截止时间', en: 'Deadline moved' },
  'batch.paused': { zh: '暂停批次', en: 'Batch paused' },
  'batch.resumed': { zh: '恢复批次', en: 'Batch resumed' },
  'batch.cancelled': { zh: '取消批次', en: 'Batch cancelled' },
  'batch.completed': { zh: '批次结束', en: 'Batch completed' },
  'batch.settled': { zh: '结果全部生效', en: 'All results took effect' },
  'stage.opened': { zh: '环节开始', en: 'Stage opened' },
  'stage.entered': { zh: '进入环节', en: 'Stage entered' },
  'stage.closing-soon': { zh: '临近截止，已发提醒', en: 'Closing soon; reminders sent' },
  'stage.decided': { zh: '决定结束环节', en: 'Stage ended by decision' },
  'stage.left': { zh: '环节结束', en: 'Stage over' },
  'quota.set': { zh: '设定名额', en: 'Places set' },
  'list.ordered': { zh: '调整推荐排序', en: 'List put in order' },
  'list.scan-attached': { zh: '上传盖章件', en: 'Stamped scan uploaded' },
  'list.confirmed': { zh: '确认推荐名单', en: 'List confirmed' },
  'list.reopened': { zh: '退回推荐名单', en: 'List given back' },
  'expert.registered': { zh: '登记专家', en: 'Expert registered' },
  'expert.changed': { zh: '修改专家信息', en: 'Expert changed' },
  'expert.invited': { zh: '邀请专家', en: 'Expert invited' },
  'expert.accepted': { zh: '专家接受邀请', en: 'Expert accepted' },
  'expert.declined': { zh: '专家谢绝邀请', en: 'Expert declined' },
  'expert.reminded': { zh: '催办专家', en: 'Expert reminded' },
  'expert.bounced': { zh: '专家邮件退回', en: 'Expert’s mail came back' },
  'expert.link-revoked': { zh: '停用专家链接', en: 'Expert’s links revoked' },
  'sheet.decided': { zh: '拟定结论', en: 'Decision drafted' },
  'sheet.line-drawn': { zh: '划定名额线', en: 'Line drawn' },
  'sheet.sent-for-approval': { zh: '审定表送审', en: 'Sheet sent for approval' },
  'sheet.approved': { zh: '审定人批准', en: 'Approved by the approver' },
  'sheet.sent-back': { zh: '审定人退回', en: 'Sent back by the approver' },
  'sheet.withdrawn': { zh: '撤回送审', en: 'Taken back from the approver' },
  'sheet.reopened': { zh: '异议成立，重新审定', en: 'Opened again after an objection' },
  'notice.published': { zh: '发布公示', en: 'Notice published' },
  'notice.amended': { zh: '更正公示', en: 'Notice corrected' },
  'notice.ended': { zh: '公示期满', en: 'Notice ended' },
  'objection.raised': { zh: '收到异议', en: 'Objection received' },
  'objection.noted': { zh: '添加异议办理记录', en: 'Note on an objection' },
  'objection.settled': { zh: '异议办结', en: 'Objection settled' },
  'award.granted': { zh: '立项', en: 'Award granted' },
  'award.certified': { zh: '生成证书', en: 'Certificate made' },
  'award.extended': { zh: '延长建设期', en: 'Award extended' },
  'award.closed': { zh: '结项', en: 'Award closed' },
  'award.revoked': { zh: '撤销立项', en: 'Award revoked' },
  'obligation.reminded': { zh: '建设任务到期提醒', en: 'Reminded of what is due' },
  'obligation.met': { zh: '完成建设任务', en: 'Obligation met' },
  'work.posted': { zh: '发布建设进展', en: 'Progress posted' },
  'work.withdrawn': { zh: '撤下建设进展', en: 'Progress withdrawn' },
} as const satisfies Record<RecordedType, Text>

/** What the record of a batch calls a fact. @throws Error for one that is of no kind the record has */
export function factName(type: string): Text {
  const name = (factNames as Record<string, Text>)[type]
  if (!name) throw new Error(`${type} is not in the record of a batch`)
  return name
}

/** Who did something that has no name of a person. */
export const actorNames = {
  member: { zh: '成员', en: 'A member' },
  expert: { zh: '专家', en: 'Expert' },
  approver: { zh: '审定人', en: 'Approver' },
  visitor: { zh: '访客', en: 'A visitor' },
  system: { zh: '系统自动', en: 'The system' },
} as const satisfies Record<By['kind'], Text>

/** The parts of a batch’s settings that are changed one by one; each mail is a part of its own. */
const partNames: Record<string, Text> = {
  title: { zh: '批次名称', en: 'title' },
  stages: { zh: '环节与日期', en: 'stages and dates' },
  categories: { zh: '类别', en: 'categories' },
  settings: { zh: '评审与公示', en: 'review and notice' },
  rubric: { zh: '评分标准', en: 'criteria' },
  source: { zh: '依据的入选名单', en: 'the awards it starts from' },
  quotas: { zh: '推荐名额', en: 'places to recommend' },
  extension: { zh: '延期预案', en: 'prepared extension' },
  mails: { zh: '邮件用语', en: 'words of mails' },
}
/** What a part of the settings is called; `mails.…` is one of the mails. @throws Error for a part that no batch has */
export function partName(part: string): Text {
  const name = partNames[part.split('.')[0] ?? '']
  if (!name) throw new Error(`${part} is no part of a batch’s settings`)
  return name
}

/** How what a fact names by key or number is called in its batch. */
export type Named = {
  stage: (index: number) => Text | undefined
  category: (key: string) => Text | undefined
  outcome: (key: string) => Text | undefined
  deadline: (instant: string, language: Language) => string
}
const both = (said: (language: Language) => string): Text => ({ zh: said('zh'), en: said('en') })
const known = (text: Text | undefined): Text[] => (text ? [text] : [])

/** What a fact of a batch says beside its name, line by line; who it concerns and its reason are said elsewhere. */
export function factDetails(fact: Fact, named: Named): Text[] {
  const lines = [
    ...('stage' in fact ? known(named.stage(fact.stage)) : []),
    ...('category' in fact ? known(named.category(fact.category)) : []),
  ]
  const until = (instant: string): Text => ({
    zh: `公示至 ${named.deadline(instant, 'zh')}`,
    en: `Runs until ${named.deadline(instant, 'en')}`,
  })
  switch (fact.type) {
    case 'batch.deadline-moved':
      lines.push(both((language) => `${named.deadline(fact.from, language)} → ${named.deadline(fact.to, language)}`))
      if (fact.shifted) lines.push({ zh: '后续环节一并顺延', en: 'Later stages moved along' })
      break
    case 'batch.configured': {
      const parts = [...new Set(fact.changed.map(partName))]
      const changed = (language: Language) =>
        inARow(
          parts.map((part) => part[language]),
          language,
        )
      lines.push({ zh: `修改：${changed('zh')}`, en: `Changed: ${changed('en')}` })
      break
    }
    case 'quota.set':
      lines.push({ zh: `${fact.places.length} 个名额`, en: counted(fact.places.length, 'number') })
      break
    case 'sheet.decided':
      lines.push(...known(named.outcome(fact.outcome)))
      break
    case 'sheet.line-drawn':
      lines.push({ zh: `入选前 ${fact.line} 项`, en: `The first ${fact.line}` })
      break
    case 'notice.published':
    case 'notice.amended':
      lines.push(until(fact.ends))
      break
    case 'objection.settled':
      lines.push(fact.outcome === 'upheld' ? { zh: '异议成立', en: 'Upheld' } : { zh: '异议不成立', en: 'Dismissed' })
      break
    case 'obligation.reminded':
      lines.push({ zh: `距到期 ${fact.days} 天`, en: `${counted(fact.days, 'day')} left` })
      break
  }
  return lines
}
