import type { Text } from '../../../../shared/text.ts'

/** What the record calls each fact of a batch. */
const names: Record<string, Text> = {
  'batch.drafted': { zh: '新建草稿', en: 'Draft started' },
  'batch.configured': { zh: '修改设置', en: 'Settings changed' },
  'batch.opened': { zh: '开启批次', en: 'Opened' },
  'batch.deadline-moved': { zh: '调整截止时间', en: 'Deadline moved' },
  'batch.paused': { zh: '暂停', en: 'Paused' },
  'batch.resumed': { zh: '恢复', en: 'Resumed' },
  'batch.cancelled': { zh: '取消', en: 'Cancelled' },
  'batch.completed': { zh: '结束', en: 'Completed' },
  'batch.settled': { zh: '结果全部生效', en: 'All results took effect' },
  'stage.opened': { zh: '环节开始', en: 'Stage opened' },
  'stage.entered': { zh: '进入环节', en: 'Stage entered' },
  'stage.closing-soon': { zh: '临近截止提醒', en: 'Closing soon' },
  'stage.decided': { zh: '结束环节', en: 'Stage ended by decision' },
  'stage.left': { zh: '离开环节', en: 'Stage left' },
  'quota.set': { zh: '设定名额', en: 'Places set' },
  'list.ordered': { zh: '调整推荐排序', en: 'List put in order' },
  'list.scan-attached': { zh: '上传盖章件', en: 'Stamped scan attached' },
  'list.confirmed': { zh: '确认推荐名单', en: 'List confirmed' },
  'list.reopened': { zh: '退回推荐名单', en: 'List given back' },
  'expert.invited': { zh: '邀请专家', en: 'Expert invited' },
  'expert.accepted': { zh: '专家接受邀请', en: 'Expert accepted' },
  'expert.declined': { zh: '专家谢绝邀请', en: 'Expert declined' },
  'expert.reminded': { zh: '催办专家', en: 'Expert reminded' },
  'expert.bounced': { zh: '专家邮件退回', en: 'Expert’s mail bounced' },
  'expert.link-revoked': { zh: '停用专家链接', en: 'Expert’s links revoked' },
}

/** The name of a fact; one without a name is shown as it is recorded. */
export const factName = (type: string): Text => names[type] ?? { zh: type, en: type }
