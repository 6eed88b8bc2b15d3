export type Schema = { [word: string]: unknown }
/** What routes answer, by `get /path`, and what several of them share, by name. */
export type Answers = { of: Record<string, Schema>; schemas: Record<string, Schema> }

/** Smaller ones are easier to read where they stand. */
const worthNaming = 240

/** Gives what stands in several places one name: that of the property under which it is met first, with a number when the name is taken. */
export function hoisted(answers: Readonly<Record<string, Schema>>): Answers {
  const times = new Map<string, number>()
  const count = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    if (isObject(schema)) {
      const text = JSON.stringify(schema)
      const before = times.get(text) ?? 0
      times.set(text, before + 1)
      // What stands in something that is named stands there once.
      if (before > 0 && text.length > worthNaming) return
    }
    for (const part of Object.values(schema)) count(part)
  }
  for (const schema of Object.values(answers)) count(schema)
  const names = new Map<string, string>()
  const schemas: Record<string, Schema> = {}
  const named = <T>(schema: T, under: string): T => {
    if (typeof schema !== 'object' || schema === null) return schema
    if (Array.isArray(schema)) return schema.map((part) => named(part, under)) as T
    const text = JSON.stringify(schema)
    const known = names.get(text)
    if (known) return { $ref: `#/components/schemas/${known}` } as T
    const within = () =>
      Object.fromEntries(
        Object.entries(schema).map(([word, part]) => [
          word,
          word === 'properties'
            ? Object.fromEntries(Object.entries(part as Schema).map(([property, inner]) => [property, named(inner, property)]))
            : named(part, under),
        ]),
      ) as T
    if (!isObject(schema as Schema) || text.length <= worthNaming || (times.get(text) ?? 0) < 2) return within()
    const name = free(under, schemas)
    names.set(text, name)
    schemas[name] = {}
    schemas[name] = within() as Schema
    return { $ref: `#/components/schemas/${name}` } as T
  }
  const of = Object.fromEntries(Object.entries(answers).map(([place, schema]) => [place, named(schema, lastWord(place))]))
  return { of, schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => a.localeCompare(b))) }
}

const isObject = (schema: object): boolean => 'type' in schema && schema.type === 'object'
const lastWord = (place: string) => place.split('/').findLast((part) => /^[a-z]/i.test(part)) ?? 'answer'

/** `rows` names a `Row`, `units` a `Unit`. */
function free(under: string, taken: Readonly<Record<string, unknown>>): string {
  const single = under.replace(/ies$/, 'y').replace(/(?<=ch)es$|(?<=[^s])s$/, '')
  const name = single.replaceAll(/(?:^|[^A-Za-z]+)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`
    if (!Object.hasOwn(taken, candidate)) return candidate
  }
}
