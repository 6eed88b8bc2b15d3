import { describe, expect, test } from 'vitest'
import type { Form, FormValues } from '../forms/schema.ts'
import { answered, type Placed, placed, placeUnknown } from './comments.ts'
import { commentsIn } from './comments-in.ts'

const label = { zh: '题', en: 'Question' }
const text = (key: string) => ({ kind: 'text' as const, key, label, max: 100 })
const form: Form = {
  title: label,
  sections: [
    { key: 'basics', title: label, fields: [{ kind: 'heading', key: 'who', label }, text('name'), text('post')], rules: [] },
    { key: 'plan', title: label, fields: [text('aim')], rules: [] },
  ],
  rules: [],
}
const comments = { 'plan.aim': '目标不明', plan: '请细化', general: '请补充', 'basics.post': '职务不符', 'basics.name': '姓名有误' }
const at = (place: string): Placed => placed({ [place]: '意见' }, form)[0] as Placed

describe('the comments of a return', () => {
  test('stand in the order of the form, the whole first and a section before its fields', () =>
    expect(placed(comments, form).map(({ place }) => place)).toEqual(['general', 'basics.name', 'basics.post', 'plan', 'plan.aim']))
  test('are found by section and field', () => expect(commentsIn(comments, 'plan')).toEqual({ '': '请细化', aim: '目标不明' }))
  test('may be about the whole, a section or a question of the form', () => expect(placeUnknown(comments, form)).toBeUndefined())
  test.each(['elsewhere', 'basics.elsewhere', 'elsewhere.name', 'general.name', 'basics.who'])('may not be about %s', (place) =>
    expect(placeUnknown({ [place]: '意见' }, form)).toBe(place),
  )
})

describe('a comment is answered', () => {
  const before: FormValues = { basics: { name: '甲', post: '乙' }, plan: { aim: '丙' } }
  const changed: FormValues = { ...before, basics: { name: '甲', post: '丁' } }
  const list = (now: FormValues) =>
    ['general', 'basics', 'basics.name', 'basics.post', 'plan'].filter((place) => answered(at(place), before, now))
  test('by nothing but a change', () => expect(list(structuredClone(before))).toEqual([]))
  test('by a change of what it is about', () => expect(list(changed)).toEqual(['general', 'basics', 'basics.post']))
  test('by an answer that was taken away', () => expect(list({ ...before, plan: {} })).toEqual(['general', 'plan']))
  test('not by an empty answer where there was none', () =>
    expect(answered(at('plan.aim'), { plan: {} }, { plan: { aim: '' } })).toBe(false))
})
