import * as z from 'zod'

/** A form as data: sections of fields with rules. One form belongs to one category of a template version and never changes after. */

export const TextIn2 = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
/** Keys name values in stored sections: short, Latin, never changed within a template version. */
export const FieldKey = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
/** A CEL expression; see `expressions.ts` for what it may use. Short by rule, so that a hostile template cannot burn time. */
export const Expression = z.string().min(1).max(500)

export const Choice = z.strictObject({ value: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), label: TextIn2 })

/**
 * The clause of a call that a section or a field comes from, shown beside it: the number of the document, and what it says there. Without a document it is
 * what the call's own notice says.
 */
export const Clause = z.strictObject({ document: z.string().min(1).max(60).optional(), says: TextIn2 })
export type Clause = z.infer<typeof Clause>

const common = {
  key: FieldKey,
  label: TextIn2,
  help: TextIn2.optional(),
  clause: Clause.optional(),
  required: z.boolean().optional(),
  requiredIf: Expression.optional(),
  visibleIf: Expression.optional(),
}
const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...common, ...shape })

/** Lengths are counted as people count: one per visible character, see `count.ts`. */
const cellShapes = {
  text: {
    min: z.int().nonnegative().optional(),
    max: z.int().positive().max(1000),
    pattern: z.enum(['email', 'phone', 'url', 'id-card']).optional(),
  },
  longText: { min: z.int().nonnegative().optional(), max: z.int().positive().max(10_000), rows: z.int().positive().optional() },
  number: { unit: TextIn2.optional(), min: z.number().optional(), max: z.number().optional(), decimals: z.int().min(0).max(6).default(0) },
  /** Money in yuan with two decimals, held as a whole number of fen. */
  money: { min: z.int().optional(), max: z.int().optional(), unit: z.enum(['yuan', 'wan']).default('yuan') },
  date: { from: z.iso.date().optional(), until: z.iso.date().optional(), precision: z.enum(['day', 'month', 'year']).default('day') },
  choice: { choices: z.array(Choice).min(2).max(60) },
  choices: { choices: z.array(Choice).min(2).max(60), min: z.int().optional(), max: z.int().optional() },
  yesNo: {},
  person: {},
  organisation: {},
} as const

export const Column = z.discriminatedUnion('kind', [
  kind('text', cellShapes.text),
  kind('longText', cellShapes.longText),
  kind('number', cellShapes.number),
  kind('money', cellShapes.money),
  kind('date', cellShapes.date),
  kind('choice', cellShapes.choice),
  kind('yesNo', cellShapes.yesNo),
])
export type Column = z.infer<typeof Column>

export const Field = z.discriminatedUnion('kind', [
  kind('text', cellShapes.text),
  kind('longText', cellShapes.longText),
  kind('number', cellShapes.number),
  kind('money', cellShapes.money),
  kind('date', cellShapes.date),
  kind('choice', cellShapes.choice),
  kind('choices', cellShapes.choices),
  kind('yesNo', cellShapes.yesNo),
  kind('person', cellShapes.person),
  kind('organisation', cellShapes.organisation),
  kind('table', {
    columns: z.array(Column).min(1).max(20),
    minRows: z.int().nonnegative().default(0),
    maxRows: z.int().positive().max(200),
    /** Rows that are given (years, quarters, items): their first column is filled in and fixed. */
    fixedRows: z.array(z.string()).optional(),
    /** Column keys that together must not repeat. */
    unique: z.array(FieldKey).optional(),
    /** Columns of numbers or money whose sums are shown under the table. */
    totals: z.array(FieldKey).optional(),
  }),
  kind('file', {
    accept: z.array(z.enum(['pdf', 'image', 'word', 'excel', 'video', 'archive'])).min(1),
    maxBytes: z.int().positive(),
    minCount: z.int().nonnegative().default(0),
    maxCount: z.int().positive().max(20).default(1),
  }),
  kind('heading', {}),
])
export type Field = z.infer<typeof Field>
export type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>

/** A rule over the whole form or a section: the expression must be true, else the message stands at the named field. */
export const Rule = z.strictObject({ key: FieldKey, holds: Expression, at: FieldKey, message: TextIn2 })
export type Rule = z.infer<typeof Rule>

export const Section = z.strictObject({
  key: FieldKey,
  title: TextIn2,
  intro: TextIn2.optional(),
  clause: Clause.optional(),
  visibleIf: Expression.optional(),
  fields: z.array(Field).min(1).max(60),
  rules: z.array(Rule).default([]),
})
export type Section = z.infer<typeof Section>

export const Form = z.strictObject({
  title: TextIn2,
  sections: z.array(Section).min(1).max(20),
  /** Rules across sections; values are reached as `section.field`. */
  rules: z.array(z.strictObject({ ...Rule.shape, section: FieldKey })).default([]),
})
export type Form = z.infer<typeof Form>
/** A form as an author writes it, defaults left out. */
export type FormSource = z.input<typeof Form>

export const Person = z.strictObject({
  name: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  post: z.string().optional(),
  unit: z.string().optional(),
})
export type Person = z.infer<typeof Person>
export const FileRef = z.strictObject({
  id: z.ulid(),
  name: z.string(),
  bytes: z.int().nonnegative(),
  type: z.string(),
  caption: z.string().optional(),
})
export type FileRef = z.infer<typeof FileRef>

/** What a cell or field may hold: text and choice → string; number → number; money → fen; date → `2024-09-08`, `2024-09` or `2024`; organisation → `{code,name}`. */
export type Cell = string | number | boolean | null
export type Value = Cell | string[] | Person | { code: string; name: string } | FileRef[] | Record<string, Cell>[]
/** One section's values by field key; absent means not filled in. */
export type SectionValues = Record<string, Value | undefined>
/** All values by section key. */
export type FormValues = Record<string, SectionValues | undefined>

/** One thing wrong: `path` is `section.field`, in tables `section.field.row.column` (rows from 0). `details` fill the message. */
export type Problem = { path: string; code: ProblemCode | RegisterCode; message: { zh: string; en: string } }
const problemCodes = [
  'required',
  'too-short',
  'too-long',
  'not-a-number',
  'too-small',
  'too-large',
  'too-precise',
  'not-a-date',
  'too-early',
  'too-late',
  'not-a-choice',
  'too-few',
  'too-many',
  'bad-format',
  'not-unique',
  'wrong-type',
  'unknown-field',
  'file-kind',
  'file-size',
  'rule',
] as const
/** What is found only where the register of units is: on the server. */
export type RegisterCode = 'unit-unknown' | 'unit-closed'
export type ProblemCode = (typeof problemCodes)[number]
