import type { Details } from '../outcome.ts'
import type { SheetRow } from '../sheets/row.ts'
import type { Headings, RegisterColumn } from './columns.ts'
import { type RowOddity, type RowOddityCode, type RowProblem, type RowProblemCode, rowOddity, rowProblem } from './findings.ts'
import { findProvince, provinceOf } from './provinces.ts'
import { readSupervisors, type Supervisor } from './supervisor.ts'

/** One institution of the register. Where it lies (`province`) and who supervises it (`supervisor`) are different facts. */
export type Institution = {
  code: string
  name: string
  /** GB/T 2260, two digits. */
  province: string
  supervisor: Supervisor
  /** Further departments, recorded but not asked to recommend. */
  alsoUnder: Supervisor[]
  city?: string
  level: 'undergraduate' | 'vocational'
  ownership: 'public' | 'private' | 'joint'
  /** 部省合建: it stands among the remarks. */
  jointlyBuilt: boolean
  line: number
}
export type Reading = { institution?: Institution; problems: RowProblem[]; oddities: RowOddity[] }

const longestName = 60
const levels: Record<string, Institution['level']> = {
  本科: 'undergraduate',
  职业本科: 'undergraduate',
  专科: 'vocational',
  '高职（专科）': 'vocational',
  '高职(专科)': 'vocational',
}
const ownerships: Record<string, Institution['ownership']> = {
  '': 'public',
  公办: 'public',
  民办: 'private',
  中外合作办学: 'joint',
  内地与港澳台地区合作办学: 'joint',
}

/** How a register marks a university that a ministry and its province have built jointly. */
const jointly = '部省合建'

/** Reads one row: all that is wrong with it at once, or an institution and what is unusual about it. */
export function readInstitution(row: SheetRow, headings: Headings): Reading {
  const problems: RowProblem[] = []
  const oddities: RowOddity[] = []
  const wrong = (column: RegisterColumn, code: RowProblemCode, details?: Details) =>
    problems.push(rowProblem(row.line, column, code, details))
  const odd = (column: RegisterColumn, code: RowOddityCode, details?: Details) => oddities.push(rowOddity(row.line, column, code, details))
  const raw = (column: RegisterColumn) => (row.cells[headings.at[column] ?? -1] ?? '').trim()
  const joined = (column: RegisterColumn) => raw(column).replace(/\s*[\r\n]+\s*/g, '')

  if (row.cells.length !== headings.width) {
    wrong('code', 'cells-missing', { found: row.cells.length, expected: headings.width })
    return { problems, oddities }
  }
  const code = joined('code')
  if (!/^\d{10}$/.test(code)) wrong('code', 'code-bad', { value: code })
  else if (!code.startsWith('41')) odd('code', 'code-series', { value: code.slice(0, 2) })

  const name = joined('name')
  if (name === '') wrong('name', 'name-missing')
  else if ([...name].length > longestName) wrong('name', 'name-too-long', { max: longestName })
  const place = /[（(]([^（()）]+)[)）]$/.exec(name)?.[1]
  if (place) odd('name', 'name-with-place', { value: place })
  const unusual = name.replace(/[\p{Script=Han}（）()]/gu, '')
  if (unusual) odd('name', 'name-unusual', { value: unusual })
  for (const column of ['name', 'city'] as const) if (/[\r\n]/.test(raw(column))) odd(column, 'lines-joined', { value: joined(column) })

  const province = readProvince(joined('province'), code)
  if (!province) wrong('province', 'province-unknown', { value: joined('province') })
  else if (/^\d{10}$/.test(code) && code.slice(2, 4) !== province)
    wrong('province', 'province-other-than-code', { value: joined('province'), code: code.slice(2, 4) })

  const department = raw('department')
  const named = department === '' ? [] : readSupervisors(department)
  if ('unknown' in named) wrong('department', 'department-unknown', { value: named.unknown })
  else if (named.length === 0) wrong('department', 'department-missing')
  const [main, ...others] = 'unknown' in named ? [] : named
  if (main && others.length > 0)
    odd('department', 'two-departments', { value: main.supervisor.name, also: others.map(({ supervisor }) => supervisor.name).join('、') })
  for (const { renamed } of [main, ...others].filter((one) => one !== undefined))
    if (renamed) odd('department', 'department-renamed', { value: renamed.from, now: renamed.to })
  if (main?.supervisor.kind === 'province' && province && main.supervisor.code !== province)
    odd('department', 'supervised-from-elsewhere', { value: main.supervisor.name })

  const city = joined('city')
  if (city === '') odd('city', 'city-missing')
  const municipality = city.endsWith('市') ? findProvince(city) : undefined
  if (municipality && province && municipality.code !== province) odd('city', 'city-in-other-province', { value: city })

  const level = levels[joined('level')]
  if (!level) wrong('level', 'level-unknown', { value: joined('level') })
  const remarks = joined('remarks')
  const said = remarks.split(/[、，,;；/\s]+/).filter((part) => part !== '')
  const jointlyBuilt = said.includes(jointly)
  const ownership = ownerships[said.filter((part) => part !== jointly).join('、')]
  if (!ownership) odd('remarks', 'remark-unknown', { value: remarks })

  if (problems.length > 0 || !province || !main || !level) return { problems, oddities }
  const institution: Institution = {
    code,
    name,
    province,
    supervisor: main.supervisor,
    alsoUnder: others.map(({ supervisor }) => supervisor),
    ...(city === '' ? {} : { city }),
    level,
    ownership: ownership ?? 'public',
    jointlyBuilt,
    line: row.line,
  }
  return { institution, problems, oddities }
}

/** The province as written, in digits or by name; when nothing is written, as the code says. */
function readProvince(text: string, code: string): string | undefined {
  const province = text === '' ? provinceOf(code.slice(2, 4)) : findProvince(text)
  return province?.code
}
