import { beijing } from '../calendar/beijing.ts'
import type { Language, Text } from '../text.ts'
import type { Block } from './blocks.ts'

export const greet = (name: string, language: Language): string => (language === 'zh' ? `${name}：您好！` : `Dear ${name},`)
export const moment = (instant: string, language: Language): string => beijing.format(instant, language)
export const deadline = (instant: string, language: Language): string => beijing.formatDeadline(instant, language)
/** A deadline as a subject has room for it: 10月10日24:00 · 10 Oct, 24:00. */
export const shortly = (instant: string, language: Language): string => beijing.formatShort(instant, language)
/** A day as a calendar names it, from YYYY-MM-DD. */
export const date = (day: string, language: Language): string => beijing.formatDate(day, language)
const briefly = (name: string, most: number): string => {
  const signs = [...name]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : name
}
/**
 * What a mail is about as a subject has room for it: the batch or notice, and which submission of it. A name exists once, so that it stands
 * in the Chinese half only; a phone shows both halves in a few lines.
 */
export const naming = (batch: string, title?: string): string =>
  title === undefined ? briefly(batch, 30) : `${briefly(batch, 23)} · ${briefly(title, 16)}`
export const paragraph = (text: string): Block => ({ paragraph: text })
export const quote = (text: string, by?: string): Block => (by ? { quote: text, by } : { quote: text })
/** Facts whose value is missing are left out. */
export const facts = (...pairs: readonly (readonly [string, string | null | undefined])[]): Block => ({
  facts: pairs.flatMap(([label, value]) => (value ? [[label, value] as const] : [])),
})

export const labels = {
  batch: { zh: '批次', en: 'Batch' },
  host: { zh: '主办单位', en: 'Host' },
  unit: { zh: '单位', en: 'Unit' },
  roles: { zh: '角色', en: 'Roles' },
  until: { zh: '有效期至', en: 'Valid until' },
  closes: { zh: '截止时间', en: 'Deadline' },
  was: { zh: '原截止时间', en: 'Earlier deadline' },
  now: { zh: '现截止时间', en: 'New deadline' },
  stage: { zh: '环节', en: 'Stage' },
  title: { zh: '名称', en: 'Title' },
  receipt: { zh: '受理编号', en: 'Receipt no.' },
  received: { zh: '接收时间', en: 'Received' },
  hash: { zh: '校验码（SHA-256）', en: 'Check value (SHA-256)' },
  correct: { zh: '修改截止', en: 'Correct until' },
  number: { zh: '证书编号', en: 'Certificate no.' },
  due: { zh: '到期日', en: 'Due' },
  task: { zh: '建设任务', en: 'Obligation' },
  remaining: { zh: '待评项数', en: 'Still to review' },
  category: { zh: '类别', en: 'Category' },
  time: { zh: '时间', en: 'Time' },
  device: { zh: '设备', en: 'Device' },
  notice: { zh: '公示', en: 'Notice' },
} as const satisfies Record<string, Text>
