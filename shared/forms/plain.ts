import type { Text } from '../text.ts'
import { countCharacters } from './count.ts'
import { cutTo, isDate } from './dates.ts'
import { problem, type Said } from './messages.ts'
import { patterns } from './patterns.ts'
import type { Column, Field, FieldOf, FileRef, Person, Problem, ProblemCode, Value } from './schema.ts'

/** The checks of one field that need no expression engine: shape, length, range, choice, date, files. Nothing here looks at another field. */

type Simple = Exclude<Field, { kind: 'table' }>
type Say = (code: ProblemCode, details?: Said) => Problem[]
const fine: Problem[] = []
const isText = (value: unknown): value is string => typeof value === 'string'

/** Problems of one filled field or cell; `label` is what a message calls it. */
export function checkValue(field: Simple | Column, value: Value, path: string, label: Text = field.label): Problem[] {
  const say: Say = (code, details) => [problem(path, code, label, details)]
  switch (field.kind) {
    case 'text':
    case 'longText':
      return isText(value) ? checkText(field, value, say) : say('wrong-type')
    case 'number':
      return checkNumber(field, value, say)
    case 'money':
      return checkMoney(field, value, say)
    case 'date':
      return isText(value) ? checkDate(field, value, say) : say('wrong-type')
    case 'choice':
      return isText(value) && field.choices.some((choice) => choice.value === value) ? fine : say('not-a-choice')
    case 'choices':
      return checkChoices(field, value, say)
    case 'yesNo':
      return typeof value === 'boolean' ? fine : say('wrong-type')
    case 'person':
      return isPerson(value) ? checkPerson(value, path, label) : say('wrong-type')
    case 'organisation':
      return isOrganisation(value) ? fine : say('wrong-type')
    case 'file':
      return isFiles(value) ? checkFiles(field, value, path, say) : say('wrong-type')
    case 'heading':
      return say('unknown-field')
  }
}

function checkText(field: FieldOf<'text'> | FieldOf<'longText'>, text: string, say: Say): Problem[] {
  const count = countCharacters(text)
  if (count > field.max) return say('too-long', { max: field.max, count })
  if (field.min !== undefined && count < field.min) return say('too-short', { min: field.min, count })
  if (field.kind === 'longText' || !field.pattern) return fine
  const { holds, expected } = patterns[field.pattern]
  return holds(text.trim()) ? fine : say('bad-format', { expected: expected.zh, expectedEn: expected.en })
}

function checkNumber(field: FieldOf<'number'>, value: Value, say: Say): Problem[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return say('not-a-number')
  if (field.min !== undefined && value < field.min) return say('too-small', { min: field.min })
  if (field.max !== undefined && value > field.max) return say('too-large', { max: field.max })
  return Number(value.toFixed(field.decimals)) === value ? fine : say('too-precise', { decimals: field.decimals })
}

function checkMoney(field: FieldOf<'money'>, value: Value, say: Say): Problem[] {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return say('not-a-number')
  const shown = (fen: number) => (field.unit === 'wan' ? `${fen / 1_000_000}万元` : `${fen / 100}元`)
  if (field.min !== undefined && value < field.min) return say('too-small', { min: shown(field.min) })
  if (field.max !== undefined && value > field.max) return say('too-large', { max: shown(field.max) })
  return fine
}

const dateExamples = { day: '2024-09-08', month: '2024-09', year: '2024' } as const

function checkDate(field: FieldOf<'date'>, value: string, say: Say): Problem[] {
  if (!isDate(value, field.precision)) return say('not-a-date', { example: dateExamples[field.precision] })
  const from = field.from && cutTo(field.from, field.precision)
  const until = field.until && cutTo(field.until, field.precision)
  if (from && value < from) return say('too-early', { from })
  if (until && value > until) return say('too-late', { until })
  return fine
}

function checkChoices(field: FieldOf<'choices'>, value: Value, say: Say): Problem[] {
  if (!Array.isArray(value) || !value.every(isText)) return say('wrong-type')
  const chosen = new Set(value)
  if (chosen.size < value.length || !value.every((one) => field.choices.some((choice) => choice.value === one))) return say('not-a-choice')
  if (field.min !== undefined && value.length < field.min) return say('too-few', { min: field.min, count: value.length })
  if (field.max !== undefined && value.length > field.max) return say('too-many', { max: field.max, count: value.length })
  return fine
}

const personLimits = { name: 50, phone: 30, email: 254, post: 100, unit: 100 } as const satisfies Record<keyof Person, number>
const personParts: Record<keyof Person, Text> = {
  name: { zh: '姓名', en: 'name' },
  phone: { zh: '电话', en: 'phone' },
  email: { zh: '邮箱', en: 'email' },
  post: { zh: '职务', en: 'post' },
  unit: { zh: '单位', en: 'unit' },
}

function checkPerson(person: Person, path: string, label: Text): Problem[] {
  return (Object.keys(personLimits) as (keyof Person)[]).flatMap((part) => {
    const text = person[part]
    if (!text) return []
    const called = { zh: `${label.zh}·${personParts[part].zh}`, en: `${label.en}: ${personParts[part].en}` }
    const pattern = part === 'phone' || part === 'email' ? part : undefined
    return checkText({ kind: 'text', key: part, label: called, max: personLimits[part], pattern }, text, (code, details) => [
      problem(path, code, called, details),
    ])
  })
}

/** Endings of the names of files of each kind. */
export const fileKinds = {
  pdf: ['pdf'],
  image: ['jpg', 'jpeg', 'png', 'webp'],
  word: ['docx', 'doc', 'wps'],
  excel: ['xlsx', 'xls', 'csv', 'et'],
  video: ['mp4', 'mov', 'm4v', 'webm'],
  archive: ['zip'],
} as const satisfies Record<FieldOf<'file'>['accept'][number], readonly string[]>

/** Visible characters of what is said about a file. */
export const captionMost = 100

function checkFiles(field: FieldOf<'file'>, files: FileRef[], path: string, say: Say): Problem[] {
  const endings = field.accept.flatMap((kind) => [...fileKinds[kind]])
  const each = files.flatMap((file, index) => {
    const at = `${path}.${index}`
    const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
    if (!endings.some((allowed) => allowed === ending))
      return [problem(at, 'file-kind', field.label, { name: file.name, kinds: endings.join(' / ') })]
    if (file.bytes > field.maxBytes)
      return [problem(at, 'file-size', field.label, { name: file.name, max: Math.round(field.maxBytes / 1048576) })]
    const count = countCharacters(file.caption ?? '')
    if (count > captionMost) return [problem(at, 'too-long', field.label, { max: captionMost, count })]
    return []
  })
  if (files.length > field.maxCount) return [...say('too-many', { max: field.maxCount, count: files.length }), ...each]
  if (files.length < field.minCount) return [...say('too-few', { min: field.minCount, count: files.length }), ...each]
  return each
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
const isPerson = (value: Value): value is Person => isObject(value) && 'name' in value && !('code' in value)
export const isOrganisation = (value: Value): value is { code: string; name: string } =>
  isObject(value) && 'code' in value && 'name' in value
const isFiles = (value: Value): value is FileRef[] =>
  Array.isArray(value) && value.every((item) => isObject(item) && 'id' in item && 'bytes' in item)
export const isRows = (value: Value): value is Record<string, string | number | boolean | null>[] =>
  Array.isArray(value) && value.every((item) => isObject(item))
