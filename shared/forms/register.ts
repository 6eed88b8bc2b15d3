import { say, type Text } from '../text.ts'
import type { Judge } from './bindings.ts'
import { isOrganisation } from './plain.ts'
import type { FieldOf, Form, FormValues, Problem, RegisterCode } from './schema.ts'
import { visible } from './visible.ts'

/** How the unit of a code stands in the register; undefined where there is none. */
export type Register = (code: string) => 'active' | 'closed' | undefined

const messages = {
  'unit-unknown': {
    zh: '“{label}”所填单位（代码 {unit}）不在单位名册中，请重新选择。',
    en: 'The unit given for “{label}” (code {unit}) is not in the register. Choose again.',
  },
  'unit-closed': {
    zh: '“{label}”所填的“{unit}”已撤销，请改选其他单位。',
    en: 'The unit given for “{label}”, {unit}, has been closed. Choose another.',
  },
} as const satisfies Record<RegisterCode, Text>

type Named = { section: string; field: FieldOf<'organisation'>; unit: { code: string; name: string } }

/** All units that the answers name; in one section only, if it is given. */
function unitsNamedIn(form: Form, values: FormValues, only?: string): Named[] {
  return form.sections
    .filter(({ key }) => only === undefined || key === only)
    .flatMap(({ key, fields }) =>
      fields.flatMap((field): Named[] => {
        if (field.kind !== 'organisation') return []
        const unit = values[key]?.[field.key]
        return unit && isOrganisation(unit) ? [{ section: key, field, unit }] : []
      }),
    )
}

/** The codes that must be looked up to judge these answers. */
export const codesNamedIn = (form: Form, values: FormValues, only?: string): string[] => [
  ...new Set(unitsNamedIn(form, values, only).map(({ unit }) => unit.code)),
]

/** A unit that is named where it is asked for must stand in the register and be at work. */
export function findUnregistered(form: Form, values: FormValues, register: Register, judge: Judge, only?: string): Problem[] {
  const named = unitsNamedIn(form, values, only).filter(({ unit }) => register(unit.code) !== 'active')
  if (named.length === 0) return []
  const seen = visible(form, values, judge)
  return named
    .filter(({ section, field }) => seen.section(section) && seen.field(section, field.key))
    .map(({ section, field: { key, label }, unit }): Problem => {
      const closed = register(unit.code) === 'closed'
      const code = closed ? 'unit-closed' : 'unit-unknown'
      const said = closed ? unit.name : unit.code
      return {
        path: `${section}.${key}`,
        code,
        message: {
          zh: say(messages[code], 'zh', { label: label.zh, unit: said }),
          en: say(messages[code], 'en', { label: label.en, unit: said }),
        },
      }
    })
}
