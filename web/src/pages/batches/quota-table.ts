import { readTabbed } from '../../../../shared/forms/paste.ts'
import { toldLimit, unlimited } from '../../../../shared/quotas/limits.ts'
import { readQuotas } from '../../../../shared/quotas/paste.ts'
import type { Denominator, QuotaChange, QuotaRow } from '../../../../shared/quotas/schema.ts'
import type { Text } from '../../../../shared/text.ts'

export type SheetCategory = { key: string; title: Text }
export type SheetUnit = { id: string; name: string; code?: string; cells: ReadonlyMap<string, QuotaRow> }
/** Numbers that are written but not saved, by `unit#category`. */
export type Changes = ReadonlyMap<string, QuotaChange>
export const cellKey = (unit: string, category: string): string => `${unit}#${category}`

/** One line for each unit, in the order of their codes. */
export function unitsOf(rows: readonly QuotaRow[]): SheetUnit[] {
  const units = [...Map.groupBy(rows, ({ unit }) => unit.id).values()].flatMap((places): SheetUnit[] => {
    const [first] = places
    if (!first) return []
    const { unit, code } = first
    return [
      { id: unit.id, name: unit.name, ...(code !== undefined && { code }), cells: new Map(places.map((place) => [place.category, place])) },
    ]
  })
  return units.toSorted((a, b) => (a.code ?? '').localeCompare(b.code ?? '') || a.name.localeCompare(b.name, 'zh-CN'))
}

/** What a cell says: its number, a number that is not saved yet, nothing where the unit does not recommend. */
export const limitOf = (unit: SheetUnit, category: string, changes: Changes): number | undefined =>
  changes.get(cellKey(unit.id, category))?.limit ?? unit.cells.get(category)?.limit

/** Whether a place has its number by this very share already. */
export function standsBy({ limit, basis }: QuotaRow, change: QuotaChange, denominator: Denominator | undefined): boolean {
  if (!change.share || !denominator || limit !== change.limit || basis.kind !== 'ratio') return false
  const { of = 'university', universities, ratio, rounding } = basis
  const { share } = change
  return of === denominator.of && universities === denominator.count && ratio === share.ratio && rounding === share.rounding
}

/** A number typed into a cell: empty and words for it mean that there is no limit. Undefined when it is none. */
export function readLimit(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  if (plain === '' || plain === '不限' || /^(no)?limit$/i.test(plain)) return unlimited
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined
}

export type Pasted = { changes: QuotaChange[]; problems: { line: number; cell: string; message: Text }[] }
const outside = { zh: '超出表格范围，或该单位不推荐此类别', en: 'beyond the sheet, or this unit does not recommend in this category' }
const noNumber = { zh: '名额应为不小于 0 的整数', en: 'a limit is a whole number, 0 or more' }

/**
 * Cells copied from a spreadsheet: lines that begin with a unit's code or name go to that unit; a plain block of numbers goes where the cursor is.
 */
export function pasteInto(
  text: string,
  units: readonly SheetUnit[],
  categories: readonly SheetCategory[],
  at: { row: number; column: number },
): Pasted {
  const lines = readTabbed(text)
  const named =
    lines.some(([first = '', ...rest]) => rest.length > 0 && readLimit(first) === undefined) ||
    lines.some(([first = '']) =>
      units.some(({ code, name }) => (first.trim() !== '' && first.trim() === code && lines[0]?.length !== 1) || first.trim() === name),
    )
  if (named) {
    const known = units.map(({ id, name, code, cells }) => ({
      id,
      name,
      ...(code !== undefined && { code }),
      categories: [...cells.keys()],
    }))
    const { rows, problems } = readQuotas(text, known, categories)
    return { changes: rows, problems }
  }
  const changes: QuotaChange[] = []
  const problems: Pasted['problems'] = []
  for (const [i, cells] of lines.entries())
    for (const [j, cell] of cells.entries()) {
      const unit = units[at.row + i]
      const category = categories[at.column + j]
      const limit = readLimit(cell)
      if (!unit || !category || !unit.cells.has(category.key)) problems.push({ line: i + 1, cell, message: outside })
      else if (limit === undefined) problems.push({ line: i + 1, cell, message: noNumber })
      else changes.push({ unit: unit.id, category: category.key, limit })
    }
  return { changes, problems }
}

/** The sheet as text that a spreadsheet takes, and that pasting here understands. */
export function copyOf(
  units: readonly SheetUnit[],
  categories: readonly SheetCategory[],
  changes: Changes,
  heading: string,
  language: 'zh' | 'en',
): string {
  const head = [heading, ...categories.map(({ title }) => title[language])]
  const lines = units.map((unit) => [
    unit.code ?? unit.name,
    ...categories.map(({ key }) => String(toldLimit(limitOf(unit, key, changes)) ?? '')),
  ])
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n')
}
