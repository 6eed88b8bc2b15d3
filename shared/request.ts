import { type Refusal, refuse } from './outcome.ts'
import { say, type Text } from './text.ts'

/** What can be wrong with a part of a request, before any rule has looked at it. The kinds are stable; `{path}` is the name of the part, as in the interface's document. */
const sentences = {
  missing: { zh: '缺少“{path}”', en: '“{path}” is missing' },
  'wrong-type': { zh: '“{path}”的类型不正确', en: '“{path}” is of the wrong type' },
  'too-short': { zh: '“{path}”至少 {limit} 字', en: '“{path}” needs at least {limit} characters' },
  'too-long': { zh: '“{path}”最多 {limit} 字', en: '“{path}” may have at most {limit} characters' },
  'too-small': { zh: '“{path}”不能小于 {limit}', en: '“{path}” may not be less than {limit}' },
  'too-large': { zh: '“{path}”不能大于 {limit}', en: '“{path}” may not be more than {limit}' },
  'too-few': { zh: '“{path}”至少 {limit} 项', en: '“{path}” needs at least {limit}' },
  'too-many': { zh: '“{path}”最多 {limit} 项', en: '“{path}” may have at most {limit}' },
  'bad-email': { zh: '“{path}”不是有效的邮箱地址', en: '“{path}” is not an email address' },
  'bad-date': { zh: '“{path}”不是有效的日期或时间', en: '“{path}” is not a date or time' },
  'bad-format': { zh: '“{path}”的格式不正确', en: '“{path}” is not written as it must be' },
  'not-a-choice': { zh: '“{path}”不是可选的值', en: '“{path}” is not one of the values allowed' },
  'unknown-key': { zh: '多出了“{path}”', en: '“{path}” does not belong here' },
  'not-json': { zh: '内容不完整或无法读取', en: 'its content cannot be read' },
  invalid: { zh: '“{path}”不符合要求', en: '“{path}” is not acceptable' },
} as const satisfies Record<string, Text>
export type IssueKind = keyof typeof sentences

/** One thing that is wrong with a request. Without a path it is the request as a whole. */
export type Issue = { path: string; kind: IssueKind; limit?: number | string }

const whole: Text = { zh: '请求内容', en: 'the request' }

/** A request that cannot be acted on, with what is wrong first in both languages. */
export function invalid({ path, kind, limit = '' }: Issue): Refusal {
  const said = (language: 'zh' | 'en') => say(sentences[kind], language, { path: path || whole[language], limit })
  return refuse('request.invalid', { kind, zh: said('zh'), en: said('en') })
}
