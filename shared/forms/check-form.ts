import type { Text } from '../text.ts'
import { type Compiled, compile } from './expressions.ts'
import type { Column, Field, Form, Section } from './schema.ts'

/** One mistake of the author of a form or template, and where: `sections.basics.fields.title`. */
export type AuthorProblem = { path: string; message: Text }

/** Words that CEL keeps for itself, and names that expressions use for something else. */
const reserved = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while row unit awards history'.split(
    ' ',
  ),
)

const at = (path: string, zh: string, en: string): AuthorProblem => ({ path, message: { zh, en } })

/** Everything in a form that could never work: names used twice, expressions that do not compile or name what is not there, bounds that exclude each other. */
export function checkForm(form: Form): AuthorProblem[] {
  const sections = new Map(form.sections.map((section) => [section.key, section]))
  const problems: AuthorProblem[] = [...repeated('sections', form.sections)]
  form.sections.forEach((section, index) => {
    problems.push(...checkSection(form, section, index))
  })
  for (const rule of form.rules) {
    const path = `rules.${rule.key}`
    problems.push(...checkExpression(path, rule.holds, acrossNames(form.sections)))
    if (!sections.get(rule.section)?.fields.some(({ key }) => key === rule.at))
      problems.push(at(path, `“${rule.section}.${rule.at}”不存在。`, `There is no field “${rule.section}.${rule.at}”.`))
  }
  problems.push(...repeated('rules', form.rules))
  return problems
}

/** Names that may stand in an expression: `section` alone never, `section.field`, and bare names. */
type Names = { bare: ReadonlySet<string>; sections: ReadonlyMap<string, ReadonlySet<string>> }

const fieldKeys = (fields: readonly Field[]) => new Set(fields.filter(({ kind }) => kind !== 'heading').map(({ key }) => key))
const acrossNames = (sections: readonly Section[], bare: Iterable<string> = []): Names => ({
  bare: new Set(bare),
  sections: new Map(sections.map(({ key, fields }) => [key, fieldKeys(fields)])),
})

/** Why an expression cannot stand here. */
function checkExpression(path: string, expression: string, names: Names): AuthorProblem[] {
  const known = compile(expression)
  if ('problem' in known) return [{ path, message: known.problem }]
  return unknownNames(known, names).map((name) =>
    at(path, `表达式中的“${name}”不存在，或排在其后。`, `“${name}” in the expression does not exist, or comes later.`),
  )
}

function unknownNames({ names }: Compiled, { bare, sections }: Names): string[] {
  return names.filter((name) => {
    const [root = '', part] = name.split('.')
    if (bare.has(root)) return false
    const fields = sections.get(root)
    return !fields || part === undefined || !fields.has(part)
  })
}

function checkSection(form: Form, section: Section, index: number): AuthorProblem[] {
  const path = `sections.${section.key}`
  const before = form.sections.slice(0, index)
  const problems = repeated(`${path}.fields`, section.fields)
  if (reserved.has(section.key)) problems.push(at(path, `“${section.key}”是保留字。`, `“${section.key}” is a reserved word.`))
  if (section.visibleIf) problems.push(...checkExpression(path, section.visibleIf, acrossNames(before)))
  section.fields.forEach((field, place) => {
    const here = `${path}.fields.${field.key}`
    if (reserved.has(field.key) || form.sections.some(({ key }) => key === field.key && key !== section.key))
      problems.push(at(here, `“${field.key}”与栏目名或保留字相同。`, `“${field.key}” is also a section or a reserved word.`))
    if (field.visibleIf)
      problems.push(...checkExpression(here, field.visibleIf, acrossNames(before, fieldKeys(section.fields.slice(0, place)))))
    if (field.requiredIf) problems.push(...checkExpression(here, field.requiredIf, acrossNames(form.sections, fieldKeys(section.fields))))
    problems.push(...checkBounds(here, field), ...(field.kind === 'table' ? checkColumns(here, form, section, field) : []))
  })
  for (const rule of section.rules) {
    const here = `${path}.rules.${rule.key}`
    problems.push(...checkExpression(here, rule.holds, acrossNames(form.sections, fieldKeys(section.fields))))
    if (!section.fields.some(({ key }) => key === rule.at))
      problems.push(at(here, `“${rule.at}”不存在。`, `There is no field “${rule.at}”.`))
  }
  return [...problems, ...repeated(`${path}.rules`, section.rules)]
}

function checkColumns(path: string, form: Form, section: Section, table: Extract<Field, { kind: 'table' }>): AuthorProblem[] {
  const names = acrossNames(form.sections, [...fieldKeys(section.fields), 'row'])
  const problems = repeated(`${path}.columns`, table.columns)
  for (const column of table.columns) {
    const here = `${path}.columns.${column.key}`
    for (const expression of [column.visibleIf, column.requiredIf])
      if (expression !== undefined) problems.push(...checkExpression(here, expression, names))
    problems.push(...checkBounds(here, column))
  }
  const kinds = new Map(table.columns.map(({ key, kind }) => [key, kind]))
  for (const key of [...(table.unique ?? []), ...(table.totals ?? [])])
    if (!kinds.has(key)) problems.push(at(path, `没有“${key}”列。`, `There is no column “${key}”.`))
  for (const key of table.totals ?? [])
    if (kinds.has(key) && kinds.get(key) !== 'number' && kinds.get(key) !== 'money')
      problems.push(at(path, `“${key}”列不能求和。`, `Column “${key}” cannot be added up.`))
  if (Math.max(table.minRows, table.fixedRows?.length ?? 0) > table.maxRows)
    problems.push(at(path, '最少行数大于最多行数。', 'The least number of rows is above the greatest.'))
  return problems
}

function checkBounds(path: string, field: Field | Column): AuthorProblem[] {
  const crossed = at(path, '下限大于上限。', 'The lower bound is above the upper.')
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'number':
    case 'money':
      return field.min !== undefined && field.max !== undefined && field.min > field.max ? [crossed] : []
    case 'date':
      return field.from !== undefined && field.until !== undefined && field.from > field.until ? [crossed] : []
    case 'choice':
      return repeatedChoices(path, field.choices)
    case 'choices': {
      const { min = 0, max = field.choices.length } = field
      return [...(min > max || min > field.choices.length ? [crossed] : []), ...repeatedChoices(path, field.choices)]
    }
    case 'file':
      return field.minCount > field.maxCount ? [crossed] : []
    default:
      return []
  }
}

const repeatedChoices = (path: string, choices: readonly { value: string }[]) =>
  repeated(
    path,
    choices.map(({ value }) => ({ key: value })),
  )

export function repeated(path: string, items: readonly { key: string }[]): AuthorProblem[] {
  const seen = new Set<string>()
  return items.flatMap(({ key }) => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [at(`${path}.${key}`, `“${key}”重复。`, `“${key}” stands twice.`)]
  })
}
