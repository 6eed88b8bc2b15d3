import { judge } from './expressions.ts'
import { type Checking, findProblems } from './problems.ts'
import type { Form, FormValues, Problem } from './schema.ts'

/**
 * Everything that keeps these answers from being handed in, expressions included. The browser, whose first script must not carry the expression engine,
 * calls `findProblems` without a judge, and this once it has loaded.
 */
export const validate = (form: Form, values: FormValues, checking: Pick<Checking, 'section'> = {}): Problem[] =>
  findProblems(form, values, { ...checking, judge })
