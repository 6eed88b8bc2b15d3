import { type CelFunc, CelScalar, type CelValue, celFunc, isCelList, isCelMap } from '@bufbuild/cel'
import { countCharacters } from './count.ts'
import { monthsBetween } from './dates.ts'

/** What expressions may use besides comparison, arithmetic, `in`, `all`, `exists`, `filter` and `map`. */
const { BOOL, DOUBLE, DYN, INT, STRING } = CelScalar

function filled(value: CelValue): boolean {
  if (value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  return isCelList(value) ? value.size > 0 : true
}

/** Cells hold at most six decimals; adding binary fractions must not show in the seventh. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6

function sum(rows: CelValue, column: string): number {
  if (!isCelList(rows)) return 0
  let total = 0
  for (const row of rows) {
    const cell = isCelMap(row) ? row.get(column) : undefined
    if (typeof cell === 'number') total += cell
  }
  return tidy(total)
}

/** A date that is none makes the expression say nothing, like every other error. */
function months(from: string, to: string): number {
  const between = monthsBetween(from, to)
  if (between === undefined) throw new Error('not a date')
  return between
}

const mixed = (
  [
    ['_+_', (a, b) => a + b],
    ['_-_', (a, b) => a - b],
    ['_*_', (a, b) => a * b],
    ['_/_', (a, b) => a / b],
  ] as const satisfies readonly (readonly [string, (a: number, b: number) => number])[]
).flatMap(([name, of]) => [
  celFunc(name, [DOUBLE, INT], DOUBLE, (a, b) => tidy(of(a, Number(b)))),
  celFunc(name, [INT, DOUBLE], DOUBLE, (a, b) => tidy(of(Number(a), b))),
  celFunc(name, [DOUBLE, DOUBLE], DOUBLE, (a, b) => tidy(of(a, b))),
])

export const functions: CelFunc[] = [
  ...mixed,
  /** Whether anything was entered. */
  celFunc('filled', [DYN], BOOL, (value) => filled(value as CelValue)),
  /** Sum of a column of a table; empty cells count nothing. */
  celFunc('sum', [DYN, STRING], DOUBLE, (rows, column) => sum(rows as CelValue, column)),
  /** Rows of a table or files of a field; none is zero. */
  celFunc('count', [DYN], DOUBLE, (list) => (isCelList(list) ? list.size : 0)),
  /** Characters as people count them. */
  celFunc('chars', [STRING], DOUBLE, countCharacters),
  /** Whole years and months from one date to another; dates of a month or a year count from its first day. */
  celFunc('yearsBetween', [STRING, STRING], DOUBLE, (from, to) => Math.trunc(months(from, to) / 12)),
  celFunc('monthsBetween', [STRING, STRING], DOUBLE, months),
]

/** Names of the operators and functions that an expression may call; the underscored ones are CEL's names for operators. */
export const knownFunctions: ReadonlySet<string> = new Set([
  ...functions.map(({ name }) => name),
  ...['_==_', '_!=_', '_<_', '_<=_', '_>_', '_>=_', '_&&_', '_||_', '!_', '-_', '_%_', '_?_:_', '_[_]', '@in', '@not_strictly_false'],
  ...['size', 'startsWith', 'endsWith', 'contains', 'matches', 'double', 'int', 'string'],
])
