import type { Template } from '../templates/schema.ts'
import type { Text } from '../text.ts'

type Known = readonly Pick<Template, 'categories'>[]
export type Field = { key: string; title: Text }

/** The fields an expert may have: the categories of all calls, each once. */
export const fieldsOf = (templates: readonly { categories: readonly Field[] }[]): Field[] => [
  ...new Map(templates.flatMap(({ categories }) => categories.map(({ key, title }) => [key, { key, title }] as const))).values(),
]

/** The category that is meant by its key or by its name in either language; undefined where none is called so. */
export function fieldMeant(said: string, templates: Known): string | undefined {
  const wanted = plain(said)
  return fieldsOf(templates).find(({ key, title }) => [key, title.zh, title.en].some((each) => plain(each) === wanted))?.key
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
