import type * as z from 'zod'

/**
 * The schema of a body, which is freed of halves of characters before it is checked: some programs leave them behind where they cut a text, and neither the database
 * nor a document takes them.
 */
export const wholeTexts = <S extends z.ZodType>(schema: S): S => {
  const standard = schema['~standard']
  const validate: typeof standard.validate = (value, options) => standard.validate(freed(value), options)
  return Object.create(schema, { '~standard': { value: { ...standard, validate } } }) as S
}

/** Changes what was read from JSON in place; without recursion, because a body may be nested as deep as it is long. */
function freed(read: unknown): unknown {
  const root: Record<string, unknown> = { read }
  const left: Record<string, unknown>[] = [root]
  for (let holder = left.pop(); holder; holder = left.pop())
    for (const [name, value] of Object.entries(holder)) {
      if (typeof value === 'string' && !value.isWellFormed()) holder[name] = value.replace(/\p{Surrogate}/gu, '')
      else if (typeof value === 'object' && value !== null) left.push(value as Record<string, unknown>)
    }
  return root.read
}
