import { countCharacters } from '../../forms/count.ts'
import { judge } from '../../forms/expressions.ts'
import type { Cell, Column, Field, FieldOf, FileRef, Form, FormValues, SectionValues, Value } from '../../forms/schema.ts'
import { prune } from '../../forms/visible.ts'
import { prose, topicOf } from './prose.ts'
import { type Random, randomFrom } from './random.ts'
import { repairs } from './repairs.ts'
import { words } from './sentences.ts'
import { personName, shortText, type Unit } from './short.ts'

type FileKind = FieldOf<'file'>['accept'][number]
export type Filling = {
  /** The university whose form it is, and the college and branch of it that fill it in. */
  unit?: Pick<Unit, 'code' | 'name'> & Partial<Unit>
  /** What the submission is called, where it is about something that has a name already. */
  title?: string
  /** Files that were uploaded for a field: at least `count`, of the kind. */
  files?: (kind: FileKind, count: number) => FileRef[]
}

/** The first of the sample register, so that what names it can be handed in where that register is. */
const somewhere = { code: '4111099001', name: '演示明德大学' }

/** Answers to a form as a unit might give them: complete, of real length, in Chinese; always the same for the same seed. */
export function fillForm(form: Form, seed: number, filling: Filling = {}): FormValues {
  const random = randomFrom(seed)
  const filler: Filler = {
    random,
    unit: { college: `${random.pick(words.subjects)}学院`, ...(filling.unit ?? somewhere) },
    files: filling.files ?? ((kind, count) => placeholders(kind, count, random)),
  }
  const values: Record<string, SectionValues> = Object.fromEntries(
    form.sections.map((section) => [
      section.key,
      Object.fromEntries(section.fields.flatMap((field) => answer(section.key, field, filler))),
    ]),
  )
  for (const { key, fields } of form.sections) {
    const own = values[key]
    if (filling.title && own && fields.some((field) => field.key === 'projectName')) own.projectName = filling.title
  }
  for (const section of form.sections)
    for (const rule of section.rules) {
      const repair = repairs[rule.key]
      const own = values[section.key]
      if (repair && own) repair(own, values, random)
      else if (rule.holds === rule.at && own) own[rule.at] = true
    }
  for (const rule of form.rules) {
    const own = values[rule.section]
    if (own) repairs[rule.key]?.(own, values, random)
  }
  return prune(form, values, judge)
}

type Filler = { random: Random; unit: Unit; files: (kind: FileKind, count: number) => FileRef[] }

function answer(section: string, field: Field, filler: Filler): [string, Value][] {
  const { random } = filler
  if (field.kind === 'heading') return []
  const asked =
    field.required ||
    field.requiredIf !== undefined ||
    ('minRows' in field && field.minRows > 0) ||
    ('minCount' in field && field.minCount > 0)
  if (!asked && random.chance(0.3)) return []
  return [[field.key, valueFor(section, field, filler)]]
}

function valueFor(section: string, field: Exclude<Field, { kind: 'heading' }>, filler: Filler): Value {
  const { random, unit } = filler
  switch (field.kind) {
    case 'choices': {
      const most = Math.min(field.max ?? field.choices.length, field.choices.length)
      const chosen = random.shuffled(field.choices).slice(0, random.between(Math.max(1, field.min ?? 1), most))
      return field.choices.filter((choice) => chosen.includes(choice)).map(({ value }) => value)
    }
    case 'person':
      return {
        name: personName(random),
        phone: `010-555${String(random.between(0, 99_999)).padStart(5, '0')}`,
        email: `demo${random.between(100, 999)}@example.edu.cn`,
        post: '工作人员',
        unit: unit.name,
      }
    case 'organisation':
      return { code: unit.code, name: unit.name }
    case 'file':
      return filler.files(field.accept[0] ?? 'pdf', Math.max(1, field.minCount)).slice(0, field.maxCount)
    case 'table':
      return rowsOf(field, filler)
    default:
      return cellOf(section, field, 0, filler)
  }
}

function rowsOf(table: FieldOf<'table'>, filler: Filler): Record<string, Cell>[] {
  const { random } = filler
  const distinct = table.columns.flatMap((column) =>
    column.kind === 'choice' && table.unique?.includes(column.key) ? column.choices.length : [],
  )
  const most = Math.min(table.maxRows, ...(table.unique?.length === 1 ? distinct : []), Math.max(table.minRows, 1) + 5)
  const count = table.fixedRows?.length ?? random.between(Math.max(table.minRows, 1), Math.max(table.minRows, 1, most))
  const seen = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const row = Object.fromEntries(table.columns.map((column) => [column.key, cellOf(table.key, column, index, filler)]))
    const [first] = table.columns
    if (table.fixedRows && first) row[first.key] = table.fixedRows[index] ?? null
    distinguish(table, row, index, seen)
    return row
  })
}

/** Makes a row differ from those before it where the table wants it: the next free choice, or a number behind the text. */
function distinguish(table: FieldOf<'table'>, row: Record<string, Cell>, index: number, seen: Set<string>): void {
  if (!table.unique) return
  const mark = () => JSON.stringify(table.unique?.map((key) => row[key]))
  const column = table.columns.find(({ key, kind }) => table.unique?.includes(key) && (kind === 'choice' || kind === 'text'))
  if (column?.kind === 'choice') row[column.key] = column.choices[index % column.choices.length]?.value ?? null
  if (column?.kind === 'text' && seen.has(mark())) {
    const tail = column.pattern === 'url' ? `?${index}` : `（${index + 1}）`
    row[column.key] = `${String(row[column.key]).slice(0, column.max - tail.length)}${tail}`
  }
  seen.add(mark())
}

type Simple = Exclude<Field, { kind: 'heading' | 'choices' | 'person' | 'organisation' | 'file' | 'table' }> | Column

function cellOf(owner: string, field: Simple, index: number, { random, unit }: Filler): Cell {
  switch (field.kind) {
    case 'text': {
      const text = shortText(owner, field.key, field.label.zh, field.max, random, unit)
      return countCharacters(text) >= (field.min ?? 0) ? text : `${text}${'（示例内容）'.repeat(9)}`.slice(0, field.min)
    }
    case 'longText':
      return prose(topicOf(field.key), field.min ?? 0, field.max, random)
    case 'number': {
      const least = field.min ?? 0
      const most = Math.min(field.max ?? 1000, Math.max(least + 200, least * 3))
      return field.decimals > 0 ? random.between(least, most - 1) + 0.5 : random.between(least, most)
    }
    case 'money':
      return Math.max(field.min ?? 0, Math.min(field.max ?? 10_000_000, random.between(1, 40) * 500_000))
    case 'date': {
      if (field.key === 'born') return `${random.between(1964, 1992)}-${String(random.between(1, 12)).padStart(2, '0')}`
      const from = Number((field.from ?? '2015').slice(0, 4))
      const until = Number((field.until ?? '2024').slice(0, 4))
      const year = String(random.between(Math.max(from, Math.min(2018, until)), Math.max(from, until - 1)))
      const month = String(random.between(field.from?.startsWith(year) ? 12 : 1, 12)).padStart(2, '0')
      return field.precision === 'year' ? year : field.precision === 'month' ? `${year}-${month}` : `${year}-${month}-15`
    }
    case 'choice':
      return random.pick(field.choices).value
    case 'yesNo':
      return random.chance(index === 0 ? 0.5 : 0.3)
  }
}

const endings = { pdf: 'pdf', image: 'jpg', word: 'docx', excel: 'xlsx', video: 'mp4', archive: 'zip' } as const
const types = {
  pdf: 'application/pdf',
  image: 'image/jpeg',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  video: 'video/mp4',
  archive: 'application/zip',
} as const

/** Files that exist in name only, for tests of forms. */
function placeholders(kind: FileKind, count: number, random: Random): FileRef[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `01${Array.from({ length: 24 }, () => random.pick('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split(''))).join('')}`,
    name: `佐证材料${index + 1}.${endings[kind]}`,
    bytes: random.between(50_000, 900_000),
    type: types[kind],
    ...(kind === 'image' ? { caption: '活动现场' } : {}),
  }))
}
