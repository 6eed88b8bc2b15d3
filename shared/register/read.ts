import { isBlank, type SheetRow } from '../sheets/row.ts'
import { columnNames, type Headings, readHeadings } from './columns.ts'
import { type RowOddity, type RowProblem, rowProblem } from './findings.ts'
import { type Institution, readInstitution } from './institution.ts'

/** Where every line of the file went: header + institutions + refused + continued + blank = lines. */
export type Account = {
  lines: number
  header: number
  /** Rows with content below the header. */
  records: number
  institutions: number
  refused: number
  /** Physical lines that only continue a quoted cell. */
  continued: number
  blank: number
}
export type Register = { institutions: Institution[]; problems: RowProblem[]; oddities: RowOddity[]; account: Account }

/**
 * Reads a register of institutions: a row enters it when all its facts are known and neither code nor name stands in an earlier row;
 * otherwise it is refused with the reason, and the others enter.
 */
export function readRegister(rows: readonly SheetRow[]): Register {
  const register: Register = { institutions: [], problems: [], oddities: [], account: accountOf(rows) }
  const filled = rows.filter((row) => !isBlank(row))
  const [first, ...body] = filled
  if (!first) {
    register.problems.push(rowProblem(1, 'code', 'file-empty'))
    return register
  }
  Object.assign(register.account, { header: 1, records: body.length, refused: body.length })
  const headings = readHeadings(first.cells)
  if ('missing' in headings) {
    const names = headings.missing.map((column) => columnNames[column].zh).join('、')
    register.problems.push(rowProblem(first.line, headings.missing[0] ?? 'code', 'columns-missing', { columns: names }))
    return register
  }
  fill(register, body, headings)
  register.account.institutions = register.institutions.length
  register.account.refused = body.length - register.institutions.length
  return register
}

function fill(register: Register, body: readonly SheetRow[], headings: Headings) {
  const codes = new Map<string, number>()
  const names = new Map<string, number>()
  for (const row of body) {
    const { institution, problems, oddities } = readInstitution(row, headings)
    if (institution) {
      const { code, name } = institution
      const codeLine = codes.get(code)
      const nameLine = names.get(name)
      if (codeLine !== undefined) problems.push(rowProblem(row.line, 'code', 'code-twice', { value: code, line: codeLine }))
      else codes.set(code, row.line)
      if (nameLine !== undefined) problems.push(rowProblem(row.line, 'name', 'name-twice', { value: name, line: nameLine }))
      else names.set(name, row.line)
    }
    register.problems.push(...problems)
    if (institution && problems.length === 0) {
      register.institutions.push(institution)
      register.oddities.push(...oddities)
    }
  }
}

function accountOf(rows: readonly SheetRow[]): Account {
  const lines = rows.reduce((sum, row) => sum + row.lines, 0)
  const blank = rows.filter(isBlank).reduce((sum, row) => sum + row.lines, 0)
  const continued = rows.filter((row) => !isBlank(row)).reduce((sum, row) => sum + row.lines - 1, 0)
  return { lines, header: 0, records: 0, institutions: 0, refused: 0, continued, blank }
}
