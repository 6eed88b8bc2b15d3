import type { Text } from '../text.ts'

/** The columns of a register and what their headings may be called. */
export const columnNames = {
  code: { zh: '学校标识码', en: 'code', also: ['标识码', '学校代码', '代码'] },
  name: { zh: '学校名称', en: 'name', also: ['名称', '单位名称'] },
  province: { zh: '省份', en: 'province', also: ['所在省份', '省', '省份代码'] },
  department: { zh: '主管部门', en: 'department', also: ['主管单位'] },
  city: { zh: '所在地', en: 'city', also: ['城市', '所在城市'] },
  level: { zh: '办学层次', en: 'level', also: ['层次'] },
  remarks: { zh: '备注', en: 'remarks', also: ['办学性质'] },
} as const satisfies Record<string, Text & { also: readonly string[] }>
export type RegisterColumn = keyof typeof columnNames
export const registerColumns = Object.keys(columnNames) as RegisterColumn[]

/** At which place of a row each column stands. `city` and `remarks` may be absent. */
export type Headings = { at: Partial<Record<RegisterColumn, number>>; width: number }
const optional: readonly RegisterColumn[] = ['city', 'remarks']

/** Headings are recognised in either language, in any order; further columns are left aside. */
export function readHeadings(cells: readonly string[]): Headings | { missing: RegisterColumn[] } {
  const said = cells.map((cell) => cell.trim().toLowerCase())
  const at: Headings['at'] = {}
  for (const column of registerColumns) {
    const { zh, en, also } = columnNames[column]
    const names: readonly string[] = [zh, en, ...also]
    const index = said.findIndex((cell) => names.includes(cell))
    if (index >= 0) at[column] = index
  }
  const missing = registerColumns.filter((column) => at[column] === undefined && !optional.includes(column))
  return missing.length > 0 ? { missing } : { at, width: cells.length }
}
