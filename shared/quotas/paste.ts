import { readTabbed } from '../forms/paste.ts'
import type { Text } from '../text.ts'
import { unlimited } from './limits.ts'
import type { QuotaChange } from './schema.ts'

export type PastedQuotas = { rows: QuotaChange[]; problems: PasteProblem[] }
/** `line` counts from 1 as in the spreadsheet; `cell` is what stands there. */
export type PasteProblem = { line: number; cell: string; code: keyof typeof pasteProblems; message: Text }

export const pasteProblems = {
  'unknown-unit': { zh: '没有这个推荐单位', en: 'no recommending unit of this code or name' },
  'same-name': { zh: '有多个同名单位，请改用单位代码', en: 'several units have this name; use the code' },
  repeated: { zh: '该单位重复出现', en: 'this unit stands here twice' },
  'not-a-number': { zh: '名额应为不小于 0 的整数', en: 'a limit is a whole number, 0 or more' },
  'not-recommending': { zh: '该单位不推荐此类别', en: 'this unit does not recommend in this category' },
  columns: { zh: '列数与类别数不一致', en: 'there are not as many columns as categories' },
} as const satisfies Record<string, Text>

export type Recommending = { id: string; name: string; code?: string; categories: readonly string[] }

/**
 * Reads places copied from a spreadsheet: a unit's code or name, then one number for all categories, or one for each category in their order;
 * a first line of category names may order the columns otherwise. Empty cells leave the number as it is. Lines with a problem are not taken over.
 */
export function readQuotas(
  text: string,
  units: readonly Recommending[],
  categories: readonly { key: string; title: Text }[],
): PastedQuotas {
  const lines = readTabbed(text.slice(0, 500_000))
  const headed = columnsOf(lines[0] ?? [], categories)
  const order = headed ?? categories.map(({ key }) => key)
  const find = finder(units)
  const seen = new Set<string>()
  const rows: QuotaChange[] = []
  const problems: PasteProblem[] = []
  for (const [index, [name = '', ...cells]] of lines.entries()) {
    if (headed && index === 0) continue
    const found = find(name)
    const read: Read =
      typeof found === 'string' ? { code: found, cell: name } : readLine(found, cells.map(tidy), order, headed !== undefined, seen)
    if ('rows' in read) rows.push(...read.rows)
    else problems.push({ line: index + 1, cell: read.cell.slice(0, 60), code: read.code, message: pasteProblems[read.code] })
  }
  return { rows, problems }
}

type Read = { rows: QuotaChange[] } | { code: PasteProblem['code']; cell: string }

function readLine(unit: Recommending, cells: readonly string[], order: readonly string[], headed: boolean, seen: Set<string>): Read {
  if (seen.has(unit.id)) return { code: 'repeated', cell: unit.name }
  seen.add(unit.id)
  const one = !headed && cells.length === 1
  if (headed ? cells.length > order.length : !one && cells.length !== order.length) return { code: 'columns', cell: unit.name }
  const wrong = cells.find((cell) => cell !== '' && !whole(cell))
  if (wrong !== undefined) return { code: 'not-a-number', cell: wrong }
  const wanted = one ? unit.categories.map((category) => [category, cells[0] ?? ''] as const) : pairs(order, cells)
  const foreign = wanted.find(([category, cell]) => cell !== '' && !unit.categories.includes(category))
  if (foreign) return { code: 'not-recommending', cell: `${unit.name} ${foreign[0]}` }
  return { rows: wanted.flatMap(([category, cell]) => (cell === '' ? [] : [{ unit: unit.id, category, limit: Number(cell) }])) }
}

const tidy = (cell: string) => cell.normalize('NFKC').replace(/[\s,]/g, '')
const whole = (cell: string) => /^\d{1,7}$/.test(cell) && Number(cell) <= unlimited
const pairs = (order: readonly string[], cells: readonly string[]) => order.map((category, i) => [category, cells[i] ?? ''] as const)

/** The categories a heading names, in its order; undefined when the first line is no heading. */
function columnsOf([, ...cells]: readonly string[], categories: readonly { key: string; title: Text }[]): string[] | undefined {
  const found = cells.map((cell) => categories.find(({ key, title }) => [key, title.zh, title.en].includes(cell.trim()))?.key)
  return cells.length > 0 && found.every((key) => key !== undefined) ? found : undefined
}

function finder(units: readonly Recommending[]): (name: string) => Recommending | 'unknown-unit' | 'same-name' {
  const plain = (name: string) => tidy(name).toLowerCase()
  const byCode = new Map(units.flatMap((unit) => (unit.code ? [[plain(unit.code), unit]] : [])))
  const byName = Map.groupBy(units, ({ name }) => plain(name))
  return (name) => {
    const coded = byCode.get(plain(name))
    if (coded) return coded
    const [first, second] = byName.get(plain(name)) ?? []
    return first === undefined ? 'unknown-unit' : second === undefined ? first : 'same-name'
  }
}
