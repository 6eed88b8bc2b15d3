import type { Details } from '../outcome.ts'
import { say, type Text } from '../text.ts'

/** What keeps a row out of the register. */
export const rowProblems = {
  'columns-missing': {
    zh: '缺少列：{columns}。请按模板补齐表头后重新上传。',
    en: 'Columns are missing: {columns}. Complete the header as in the template and upload again.',
  },
  'file-empty': { zh: '文件没有内容。请检查后重新上传。', en: 'The file is empty. Check it and upload again.' },
  'cells-missing': {
    zh: '本行列数为 {found}，应为 {expected}。请检查逗号和引号。',
    en: 'This row has {found} columns instead of {expected}. Check commas and quotes.',
  },
  'code-bad': {
    zh: '学校标识码“{value}”应为 10 位数字。请核对。',
    en: 'The institution code “{value}” must have 10 digits. Check it.',
  },
  'code-twice': {
    zh: '学校标识码“{value}”与第 {line} 行重复。请删除或更正其中一行。',
    en: 'The institution code “{value}” also stands in line {line}. Delete or correct one of them.',
  },
  'name-missing': { zh: '学校名称为空。请填写。', en: 'The name is missing. Fill it in.' },
  'name-too-long': {
    zh: '学校名称超过 {max} 个字。请核对是否混入了其他内容。',
    en: 'The name has more than {max} characters. Check whether something else got in.',
  },
  'name-twice': {
    zh: '学校名称“{value}”与第 {line} 行重复。请核对标识码和名称。',
    en: 'The name “{value}” also stands in line {line}. Check codes and names.',
  },
  'province-unknown': {
    zh: '无法识别省份“{value}”。请填写两位行政区划代码或省份全称。',
    en: 'The province “{value}” is not known. Give its two digits or full name.',
  },
  'province-other-than-code': {
    zh: '省份为“{value}”，但学校标识码第 3—4 位为“{code}”。请核对二者。',
    en: 'The province is “{value}” but digits 3–4 of the code say “{code}”. Check both.',
  },
  'department-missing': { zh: '主管部门为空。请填写。', en: 'The supervising department is missing. Fill it in.' },
  'department-unknown': {
    zh: '无法识别主管部门“{value}”。请填写省份、新疆生产建设兵团或中央部门（单位）全称。',
    en: 'The department “{value}” is not known. Give a province, the XPCC, or the full name of a central body.',
  },
  'level-unknown': { zh: '办学层次“{value}”应为“本科”或“专科”。', en: 'The level “{value}” must be 本科 or 专科.' },
} as const satisfies Record<string, Text>
export type RowProblemCode = keyof typeof rowProblems

/** What is unusual in a row that is entered nevertheless. */
export const rowOddities = {
  'lines-joined': {
    zh: '“{value}”在原文件中被换行断开，已接合。',
    en: '“{value}” was broken by a line end in the file and has been joined.',
  },
  'two-departments': {
    zh: '有两个主管部门：按“{value}”推荐，同时记录“{also}”。',
    en: 'Two departments: recommended through “{value}”; “{also}” is recorded as well.',
  },
  'department-renamed': {
    zh: '主管部门“{value}”按现用名称“{now}”登记。',
    en: 'The department “{value}” is entered under its present name “{now}”.',
  },
  'supervised-from-elsewhere': {
    zh: '所在省份与主管部门“{value}”不一致，推荐按主管部门，统计按所在省份。',
    en: 'It lies in another province than its department “{value}”: recommended by the department, counted where it lies.',
  },
  'city-missing': { zh: '所在地为空。', en: 'The city is missing.' },
  'city-in-other-province': {
    zh: '所在地“{value}”不在所填省份。请核对。',
    en: 'The city “{value}” is not in the given province. Check it.',
  },
  'code-series': {
    zh: '学校标识码以“{value}”开头，不属于常用的“41”序列。',
    en: 'The code begins with “{value}”, outside the usual series 41.',
  },
  'name-with-place': {
    zh: '名称含地点“{value}”，按独立单位登记，不与同名学校合并。',
    en: 'The name carries a place, “{value}”: entered as a unit of its own, not merged with namesakes.',
  },
  'name-unusual': { zh: '名称含有不常见的字符“{value}”。', en: 'The name holds unusual characters, “{value}”.' },
  'remark-unknown': {
    zh: '备注“{value}”无法识别，办学性质按公办登记。',
    en: 'The remark “{value}” is not known; ownership is entered as public.',
  },
} as const satisfies Record<string, Text>
export type RowOddityCode = keyof typeof rowOddities

/** Something to tell about a row: `row` is its first line in the file, as an editor shows it. */
export type Finding<Code extends string = string> = { row: number; column: string; code: Code; text: Text }
export type RowProblem = Finding<RowProblemCode>
export type RowOddity = Finding<RowOddityCode>

const fill = (text: Text, details: Details): Text => ({ zh: say(text, 'zh', details), en: say(text, 'en', details) })
export const rowProblem = (row: number, column: string, code: RowProblemCode, details: Details = {}): RowProblem => ({
  row,
  column,
  code,
  text: fill(rowProblems[code], details),
})
export const rowOddity = (row: number, column: string, code: RowOddityCode, details: Details = {}): RowOddity => ({
  row,
  column,
  code,
  text: fill(rowOddities[code], details),
})
