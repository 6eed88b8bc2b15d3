import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { invalid } from '../../shared/request.ts'
import { sentences } from './answer.ts'
import { issuesOf } from './issues.ts'

const Asked = z.strictObject({
  email: z.email(),
  title: z.string().min(4).max(10),
  count: z.int().min(1).max(5),
  roles: z
    .array(z.enum(['operator', 'approver']))
    .min(1)
    .max(2),
  at: z.iso.datetime().optional(),
  code: z.string().regex(/^\d+$/).optional(),
  note: z.union([z.null(), z.string().max(3)]).optional(),
})
const good = { email: 'a@example.org', title: '演示批次', count: 2, roles: ['operator'] }
const wrong = (change: object) => {
  const given = { ...good, ...change }
  const { error } = Asked.safeParse(given)
  return issuesOf(error?.issues ?? [], given)
}

describe('what is wrong with a request', () => {
  test.each<[string, object, object]>([
    ['what is missing', { title: undefined }, { path: 'title', kind: 'missing' }],
    ['a wrong type', { title: 3 }, { path: 'title', kind: 'wrong-type' }],
    ['a text too short', { title: '短' }, { path: 'title', kind: 'too-short', limit: '4' }],
    ['a text too long', { title: 'x'.repeat(11) }, { path: 'title', kind: 'too-long', limit: '10' }],
    ['a number too small', { count: 0 }, { path: 'count', kind: 'too-small', limit: '1' }],
    ['a number too large', { count: 9 }, { path: 'count', kind: 'too-large', limit: '5' }],
    ['too few', { roles: [] }, { path: 'roles', kind: 'too-few', limit: '1' }],
    ['too many', { roles: ['operator', 'operator', 'operator'] }, { path: 'roles', kind: 'too-many', limit: '2' }],
    ['no email address', { email: 'zhang' }, { path: 'email', kind: 'bad-email' }],
    ['no date', { at: 'tomorrow' }, { path: 'at', kind: 'bad-date' }],
    ['another format', { code: 'a#' }, { path: 'code', kind: 'bad-format' }],
    ['none of the choices', { roles: ['king'] }, { path: 'roles.0', kind: 'not-a-choice' }],
    ['what does not belong', { x: 1 }, { path: 'x', kind: 'unknown-key' }],
    ['what is nearly right under one of two schemas', { note: '四个字了' }, { path: 'note', kind: 'too-long', limit: '3' }],
    ['what is right under neither', { note: 3 }, { path: 'note', kind: 'wrong-type' }],
  ])('%s is told with its place', (_, change, expected) => expect(wrong(change)).toEqual([expected]))
  test('is told as a whole, a bounded number of times', () => {
    expect(issuesOf(z.strictObject({}).safeParse([]).error?.issues ?? [], [])).toEqual([{ path: '', kind: 'wrong-type' }])
    expect(wrong(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, 1])))).toHaveLength(20)
  })
  test('is said in each language alone', () => {
    expect(sentences(invalid({ path: 'email', kind: 'bad-email' }))).toEqual({
      zh: '提交的内容不符合要求：“email”不是有效的邮箱地址。请按提示修改后重试。',
      en: 'The request is not valid: “email” is not an email address. Correct it and try again.',
    })
  })
})
