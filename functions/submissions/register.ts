import { codesNamedIn, type Register } from '../../shared/forms/register.ts'
import type { Form, FormValues } from '../../shared/forms/schema.ts'
import { type Key, key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'

/** The rows that tell how the unit of a code stands: the code's own, and the unit's of that id. */
export const unitKeys = (code: string): Key[] => [key.code(code), key.organisation(code)]

/**
 * What must be read to know how the units named in answers stand: a unit's code with whether it is closed, and, because the picker names a unit
 * that has no code by its id, the unit of that id. All of it fits into a batch that is read anyway.
 */
export function namedUnits(
  form: Form,
  values: FormValues,
  section?: string,
): { keys: Key[]; registerFrom: (rows: readonly (Row | undefined)[]) => Register } {
  const codes = codesNamedIn(form, values, section)
  const keys = codes.flatMap(unitKeys)
  return {
    keys,
    registerFrom: (rows) => {
      const found = new Map(codes.map((code, i) => [code, standingOf(rows[2 * i], rows[2 * i + 1])]))
      return (code) => found.get(code)
    },
  }
}

function standingOf(coded: Row | undefined, unit: Row | undefined): ReturnType<Register> {
  if (coded) return coded.closed === true ? 'closed' : 'active'
  return unit?.state === 'active' || unit?.state === 'closed' ? unit.state : undefined
}

/** The register as far as these answers name it; no question to the table where they name no unit. */
export async function registerFor(form: Form, values: FormValues): Promise<Register> {
  const { keys, registerFrom } = namedUnits(form, values)
  return registerFrom(keys.length > 0 ? await table.getMany(keys, false) : [])
}
