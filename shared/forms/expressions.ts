import { type CelEnv, celEnv, isCelError, parse, plan } from '@bufbuild/cel'
import type { Text } from '../text.ts'
import type { Judge, Scope, Seen } from './bindings.ts'
import { functions, knownFunctions } from './functions.ts'
import { namesIn, type Syntax, sizeOf } from './syntax.ts'

/**
 * Expressions of forms and templates: CEL, with the functions of `functions.ts`. Each is compiled once per process. Its length, its size and the depth of its loops
 * are bounded, patterns are matched in linear time, and whatever goes wrong is an answer, never an exception.
 */

export const limits = { characters: 500, nodes: 150, loopDepth: 2, loops: 4, brackets: 20 } as const
/** Bounds the memory held by compiled expressions; templates in use have some hundreds. */
const keep = 2000

/** A compiled expression: what it names, and its answer for what is seen. */
export type Compiled = {
  /** `field`, `section.field`, without those that stand inside `filled()`. */
  needs: string[]
  /** Every name used, including those inside `filled()`. */
  names: string[]
  evaluate: (scope: Scope) => { ok: true; value: unknown } | { ok: false; problem: string }
}
type NotCompiled = { problem: Text }

const environment: CelEnv = celEnv({ funcs: functions })
const compiled = new Map<string, Compiled | NotCompiled>()

/** The compiled expression, or why it cannot be one. */
export function compile(expression: string): Compiled | NotCompiled {
  const known = compiled.get(expression)
  if (known) return known
  const fresh = compileFresh(expression)
  const [oldest] = compiled.keys()
  if (compiled.size >= keep && oldest !== undefined) compiled.delete(oldest)
  if (expression.length <= limits.characters) compiled.set(expression, fresh)
  return fresh
}

function compileFresh(expression: string): Compiled | NotCompiled {
  if (expression.length > limits.characters) return tooLarge
  if (deepestBracket(expression) > limits.brackets) return tooLarge
  try {
    const { expr } = parse(expression)
    const size = sizeOf(expr)
    if (size.nodes > limits.nodes || size.loopDepth > limits.loopDepth || size.loops > limits.loops) return tooLarge
    return check(expr) ?? ready(expr)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { problem: { zh: `表达式无法解析：${reason}`, en: `The expression cannot be read: ${reason}` } }
  }
}

const tooLarge: NotCompiled = {
  problem: {
    zh: '表达式过长或过于复杂，请拆分为几条规则。',
    en: 'The expression is too long or too complex; split it into several rules.',
  },
}

function deepestBracket(expression: string): number {
  let depth = 0
  let deepest = 0
  for (const character of expression) {
    if ('([{'.includes(character)) deepest = Math.max(deepest, ++depth)
    else if (')]}'.includes(character)) depth--
  }
  return deepest
}

function check(expr: Syntax): NotCompiled | undefined {
  const { calls, openPattern } = namesIn(expr)
  const unknown = calls.find((name) => !knownFunctions.has(name))
  if (unknown !== undefined) return { problem: { zh: `没有函数“${unknown}”。`, en: `There is no function “${unknown}”.` } }
  if (openPattern)
    return {
      problem: { zh: 'matches 的模式必须是写在表达式里的文本。', en: 'The pattern of matches must be a text written in the expression.' },
    }
  return undefined
}

function ready(expr: Syntax): Compiled {
  const run = plan(environment, expr)
  const { names, guarded } = namesIn(expr)
  return {
    names,
    needs: names.filter((name) => !guarded.has(name)),
    evaluate: (scope) => {
      try {
        const value = run(withoutInheritance(scope) as Parameters<typeof run>[0])
        return isCelError(value) ? { ok: false, problem: value.message } : { ok: true, value }
      } catch (error) {
        return { ok: false, problem: String(error) }
      }
    },
  }
}

/** An expression sees what it is given, not what every object inherits. */
const withoutInheritance = (scope: Scope): Scope =>
  Object.getPrototypeOf(scope) === null ? scope : Object.assign(Object.create(null), scope)

/**
 * True or false as the expression says; undefined when it is not a matter of yes and no, cannot be evaluated, or is false while something that it names
 * is still empty.
 */
export const judge: Judge = (expression, scope) => {
  const known = compile(expression)
  if ('problem' in known) return undefined
  const answer = known.evaluate(scope)
  if (!answer.ok || typeof answer.value !== 'boolean') return undefined
  return answer.value || known.needs.every((name) => isThere(scope, name)) ? answer.value : undefined
}

function isThere(scope: Scope, name: string): boolean {
  const [root = '', ...rest] = name.split('.')
  let value: Seen | undefined = Object.hasOwn(scope, root) ? scope[root] : undefined
  for (const part of rest) value = value instanceof Map ? value.get(part) : undefined
  return value !== undefined && value !== null
}
