import { expect, test } from 'vitest'
import { allTemplates } from '../templates/index.ts'
import { fieldMeant, fieldsOf } from './fields.ts'

const [category] = allTemplates()[0]?.categories ?? []

test('a field is meant by its key or by either name, whatever its width, letters and spaces', () => {
  const said = [category?.key, category?.title.zh, ` ${category?.title.en.toUpperCase()} `].map((name) =>
    fieldMeant(name ?? '', allTemplates()),
  )
  expect(said).toEqual([category?.key, category?.key, category?.key])
})
test('nothing is meant by what no category is called', () => expect(fieldMeant('没有这一类', allTemplates())).toBeUndefined())
test('each field is there once, however many calls have it', () => {
  const keys = fieldsOf(allTemplates()).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})
