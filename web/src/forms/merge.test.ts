import { describe, expect, test } from 'vitest'
import type { Field } from '../../../shared/forms/schema.ts'
import { choose, joinable, merge } from './merge.ts'

const label = { zh: '题', en: 'Question' }
const longText: Field = { kind: 'longText', key: 'summary', label, max: 500 }
const table: Field = { kind: 'table', key: 'team', label, minRows: 0, maxRows: 5, columns: [{ kind: 'text', key: 'name', label, max: 30 }] }

describe('two people who edited one section', () => {
  const base = { title: '旧', summary: '开头' }
  test('in different fields lose nothing and are not asked', () =>
    expect(merge(base, { title: '新', summary: '开头' }, { title: '旧', summary: '他写的' })).toEqual({
      values: { title: '新', summary: '他写的' },
      both: [],
    }))
  test('in the same field are asked about it, and mine stands until then', () =>
    expect(merge(base, { ...base, title: '我的' }, { ...base, title: '他的' })).toEqual({
      values: { title: '我的', summary: '开头' },
      both: ['title'],
    }))
  test('with the same words are not asked', () => expect(merge(base, { ...base, title: '同' }, { ...base, title: '同' }).both).toEqual([]))
  test('are asked when one cleared what the other changed', () =>
    expect(merge(base, { summary: '开头' }, { ...base, title: '他的' }).both).toEqual(['title']))
  test('take a field that only one side added', () =>
    expect(merge(base, base, { ...base, more: '新增' }).values).toEqual({ ...base, more: '新增' }))
  test('see no difference between an empty answer and none, or in the order of keys', () => {
    const mine = { title: '', team: [{ name: '甲', post: '' }] }
    expect(merge({}, mine, { team: [{ post: null, name: '甲' }] }).both).toEqual([])
  })
})

describe('two people in one table', () => {
  const [a, b, c] = [{ name: '甲' }, { name: '乙' }, { name: '丙' }]
  const base = { team: [a, b] }
  test('in different rows lose nothing and are not asked', () =>
    expect(merge(base, { team: [{ name: '甲一' }, b] }, { team: [a, { name: '乙二' }] })).toEqual({
      values: { team: [{ name: '甲一' }, { name: '乙二' }] },
      both: [],
    }))
  test('who both add rows get both, mine first, the same one once', () =>
    expect(merge(base, { team: [a, b, c] }, { team: [a, b, c, { name: '丁' }] }).values).toEqual({ team: [a, b, c, { name: '丁' }] }))
  test('in the same row are asked', () =>
    expect(merge(base, { team: [{ name: '甲一' }, b] }, { team: [{ name: '甲二' }, b] }).both).toEqual(['team']))
  test('are asked when one took a row away, because rows cannot be told apart then', () =>
    expect(merge(base, { team: [b] }, { team: [a, { name: '乙二' }] }).both).toEqual(['team']))
  test('are asked when one exchanged the rows that the other wrote in', () =>
    expect(merge(base, { team: [b, a] }, { team: [{ name: '甲二' }, b] }).both).toEqual(['team']))
})

describe('keeping both', () => {
  test('puts one text after the other', () => expect(choose(longText, 'both', '我的', '他的')).toBe('我的\n\n他的'))
  test('joins rows, each once', () =>
    expect(choose(table, 'both', [{ name: '甲' }], [{ name: '甲' }, { name: '乙' }])).toEqual([{ name: '甲' }, { name: '乙' }]))
  test('is not offered where only one answer can stand', () => {
    expect(joinable({ kind: 'yesNo', key: 'leader', label })).toBe(false)
    expect(joinable(longText)).toBe(true)
  })
})
