import type { Scope } from '../forms/bindings.ts'
import { compile } from '../forms/expressions.ts'
import type { Text } from '../text.ts'

/** An invented university and an award of it, on which a call's conditions are tried before it is used; `shared/batches/eligibility.ts` says what is seen in earnest. */
const tried: Scope = {
  unit: new Map([
    ['kind', 'university'],
    ['code', '4100000000'],
    ['province', '11'],
    ['city', '演示市'],
    ['level', '本科'],
    ['ownership', 'public'],
    ['supervisor', 'province'],
  ]),
  history: [
    new Map<string, string | boolean>([
      ['event', 'failed'],
      ['programme', 'p'],
      ['category', 'c'],
      ['type', 't'],
      ['own', true],
    ]),
  ],
}

/** Why a condition of a category could never be judged; undefined when it can. */
export function conditionProblem(holds: string): Text | undefined {
  const known = compile(holds)
  if ('problem' in known) return known.problem
  const answer = known.evaluate(tried)
  if (!answer.ok) return { zh: `条件无法判断：${answer.problem}`, en: `The condition cannot be judged: ${answer.problem}` }
  return typeof answer.value === 'boolean'
    ? undefined
    : { zh: '条件的结果不是“是”或“否”。', en: 'The condition is not a matter of yes or no.' }
}
