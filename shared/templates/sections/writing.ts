import type { Column, Field, FormSource } from '../../forms/schema.ts'
import type { Text } from '../../text.ts'

/** Short ways of writing fields. Required unless said otherwise: in these calls almost everything is. */

export type SectionSource = FormSource['sections'][number]
export type FieldSource = SectionSource['fields'][number]
type SourceOf<K extends Field['kind']> = Extract<FieldSource, { kind: K }>
export type ColumnSource = Extract<FieldSource, { kind: 'table' }>['columns'][number]
type ColumnOf<K extends Column['kind']> = Extract<ColumnSource, { kind: K }>
type Label = readonly [zh: string, en: string]
type More<K extends Field['kind']> = Partial<Omit<SourceOf<K>, 'kind' | 'key' | 'label' | 'help'>> & { help?: Label }

export const both = (zh: string, en: string): Text => ({ zh, en })
const named = (key: string, [zh, en]: Label) => ({ key, label: { zh, en } })
const helped = <K extends Field['kind']>({ help, ...more }: More<K>) => ({
  required: true,
  ...more,
  ...(help ? { help: { zh: help[0], en: help[1] } } : {}),
})

export const text = (key: string, label: Label, max: number, more: More<'text'> = {}): SourceOf<'text'> => ({
  ...named(key, label),
  ...helped(more),
  kind: 'text',
  max,
})
export const longText = (key: string, label: Label, min: number, max: number, more: More<'longText'> = {}): SourceOf<'longText'> => ({
  ...named(key, label),
  ...helped(more),
  kind: 'longText',
  min,
  max,
})
export const count = (key: string, label: Label, unit: Label, more: More<'number'> = {}): SourceOf<'number'> => ({
  ...named(key, label),
  min: 0,
  max: 1_000_000,
  ...helped(more),
  kind: 'number',
  unit: { zh: unit[0], en: unit[1] },
})
export const month = (key: string, label: Label, more: More<'date'> = {}): SourceOf<'date'> => ({
  ...named(key, label),
  from: '1920-01-01',
  until: '2035-12-31',
  ...helped(more),
  kind: 'date',
  precision: 'month',
})
export const yesNo = (key: string, label: Label, more: More<'yesNo'> = {}): SourceOf<'yesNo'> => ({
  ...named(key, label),
  ...helped(more),
  kind: 'yesNo',
})
export const person = (key: string, label: Label, more: More<'person'> = {}): SourceOf<'person'> => ({
  ...named(key, label),
  ...helped(more),
  kind: 'person',
})
export const choice = (
  key: string,
  label: Label,
  choices: Record<string, Label>,
  more: Omit<More<'choice'>, 'choices'> = {},
): SourceOf<'choice'> => ({
  ...named(key, label),
  ...helped(more),
  kind: 'choice',
  choices: Object.entries(choices).map(([value, [zh, en]]) => ({ value, label: { zh, en } })),
})
export const table = (
  key: string,
  label: Label,
  columns: ColumnSource[],
  more: More<'table'> & { minRows: number; maxRows: number },
): SourceOf<'table'> => ({ ...named(key, label), ...helped(more), kind: 'table', columns, minRows: more.minRows, maxRows: more.maxRows })
export const files = (
  key: string,
  label: Label,
  more: More<'file'> & { accept: SourceOf<'file'>['accept']; maxMb: number },
): SourceOf<'file'> => {
  const { maxMb, accept, ...rest } = more
  return { ...named(key, label), ...helped(rest), kind: 'file', accept, maxBytes: maxMb * 1024 * 1024 }
}
export const heading = (key: string, label: Label, help?: Label): SourceOf<'heading'> => ({
  ...named(key, label),
  kind: 'heading',
  ...(help ? { help: { zh: help[0], en: help[1] } } : {}),
})

/** A sum of money in ten thousands of yuan. */
export const wan = <const K extends string>(key: K, label: Label, more: Partial<ColumnOf<'money'>> = {}): ColumnOf<'money'> => ({
  ...named(key, label),
  required: true,
  min: 0,
  max: 100_000_000_000,
  ...more,
  kind: 'money',
  unit: 'wan',
})
export const year = (key: string, label: Label, from: number, until: number): ColumnOf<'date'> => ({
  ...named(key, label),
  required: true,
  kind: 'date',
  precision: 'year',
  from: `${from}-01-01`,
  until: `${until}-12-31`,
})
export const rule = (key: string, holds: string, at: string, message: Label) => ({
  key,
  holds,
  at,
  message: { zh: message[0], en: message[1] },
})
