import { judge } from './expressions.ts'
import { type Checking, findProblems } from './problems.ts'
import { findUnregistered, type Register } from './register.ts'
import type { Form, FormValues, Problem } from './schema.ts'

/**
 * Everything that keeps these answers from being handed in, expressions included. The browser, whose first script must not carry the expression engine,
 * calls `findProblems` without a judge, and this once it has loaded. The units that are named are looked up where the register is; elsewhere they count as known.
 */
export function validate(form: Form, values: FormValues, { register, ...checking }: Validating = {}): Problem[] {
  const found = findProblems(form, values, { ...checking, judge })
  return register ? [...found, ...findUnregistered(form, values, register, judge, checking.section)] : found
}
type Validating = Pick<Checking, 'section'> & { register?: Register }
