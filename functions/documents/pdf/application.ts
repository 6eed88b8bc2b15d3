import { beijing } from '../../../shared/calendar/beijing.ts'
import { judge } from '../../../shared/forms/expressions.ts'
import type { Field, FieldOf, FileRef, Form, FormValues, SectionValues, Value } from '../../../shared/forms/schema.ts'
import { visible } from '../../../shared/forms/visible.ts'
import type { Language } from '../../../shared/text.ts'
import { drawPairs, drawRow, drawTable } from './grid.ts'
import { openPaper, type Paper } from './paper.ts'
import { drawHeading, drawOpinion, drawTitle } from './parts.ts'
import { sayMoney, sayNumber, sayValue } from './values.ts'

/** What stands on an application form besides its answers. Without a receipt it is printed as a draft. */
export type ApplicationHead = {
  title: string
  batch: string
  category: string
  unit: string
  institution: string
  receipt?: string
  sha256?: string
  submittedAt?: string
  /** Boxes for the opinions of those who recommend, in order. */
  opinions?: readonly { label: string; text?: string }[]
  language?: Language
  /** Server time of printing. */
  at: string
}

const words = {
  zh: {
    category: '申报类别',
    unit: '申报单位',
    institution: '所在高校',
    receipt: '受理编号',
    submitted: '提交时间',
    hash: '校验码（SHA-256）',
    shortHash: '校验码',
    draft: '草稿',
    notYet: '尚未提交',
    number: '序号',
    file: '文件名',
    size: '大小',
    caption: '说明',
    none: '（无）',
    sum: '合计',
    sign: '负责人签字：　　　　　　　　（盖章）　　　　年　　　月　　　日',
    opinions: '审核推荐意见',
  },
  en: {
    category: 'Category',
    unit: 'Applicant',
    institution: 'Institution',
    receipt: 'Receipt no.',
    submitted: 'Submitted',
    hash: 'Check value (SHA-256)',
    shortHash: 'SHA-256',
    draft: 'DRAFT',
    notYet: 'Not yet submitted',
    number: 'No.',
    file: 'File',
    size: 'Size',
    caption: 'Caption',
    none: '(none)',
    sum: 'Total',
    sign: 'Signature:                              (Stamp)          Date:                    ',
    opinions: 'Opinions of the recommending units',
  },
} as const
type Words = (typeof words)[Language]
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** The application form as printed: all sections that are asked, every kind of field, receipt number and check value on each page. */
export function applicationPdf(application: { form: Form; values: FormValues; head: ApplicationHead }): Promise<Buffer> {
  const { form, values, head } = application
  const language = head.language ?? 'zh'
  const say = words[language]
  const paper = openPaper({
    title: `${form.title[language]} · ${head.title}`,
    language,
    at: head.at,
    head: `${form.title[language]}　${head.unit}`,
    foot: {
      left: `${say.receipt} ${head.receipt ?? say.notYet}`,
      ...(head.sha256 ? { right: `${say.shortHash} ${head.sha256.slice(0, 16)}…` } : {}),
    },
    ...(head.receipt ? {} : { watermark: say.draft }),
  })
  drawTitle(paper, form.title[language], head.batch)
  drawFacts(paper, head, say)
  const seen = visible(form, values, judge)
  const sections = form.sections.filter((section) => seen.section(section.key))
  for (const [i, section] of sections.entries()) {
    drawHeading(paper, language === 'zh' ? `${chineseNumber(i + 1)}、${section.title.zh}` : `${i + 1}. ${section.title.en}`)
    const fields = section.fields.filter((field) => seen.field(section.key, field.key))
    drawFields(paper, fields, values[section.key] ?? {}, say)
  }
  if (head.opinions && head.opinions.length > 0) {
    drawHeading(
      paper,
      language === 'zh' ? `${chineseNumber(sections.length + 1)}、${say.opinions}` : `${sections.length + 1}. ${say.opinions}`,
    )
    for (const opinion of head.opinions) drawOpinion(paper, { ...opinion, signatures: say.sign })
  }
  paper.y += 10
  return paper.finish()
}

const chineseNumber = (n: number): string => (n <= 10 ? (numerals[n - 1] ?? String(n)) : `十${numerals[n - 11] ?? ''}`)

function drawFacts(paper: Paper, head: ApplicationHead, say: Words) {
  const pair = (label: string, value: string, wide = false) => ({ label, value, wide })
  drawPairs(paper, [
    pair({ zh: '名称', en: 'Title' }[paper.language], head.title, true),
    pair(say.category, head.category),
    pair(say.unit, head.unit),
    ...(head.institution === head.unit ? [] : [pair(say.institution, head.institution)]),
    pair(say.receipt, head.receipt ?? say.notYet),
    ...(head.submittedAt ? [pair(say.submitted, beijing.format(head.submittedAt, paper.language))] : []),
    ...(head.sha256 ? [pair(say.hash, head.sha256, true)] : []),
  ])
}

/** Short answers stand in pairs, in the order of the form; long texts, tables and files take the whole width. */
function drawFields(paper: Paper, fields: readonly Field[], values: SectionValues, say: Words) {
  let pairs: { label: string; value: string; wide?: boolean }[] = []
  const flush = () => {
    drawPairs(paper, pairs)
    pairs = []
  }
  for (const field of fields) {
    const value = values[field.key]
    if (field.kind === 'heading' || field.kind === 'longText' || field.kind === 'table' || field.kind === 'file') flush()
    if (field.kind === 'heading') drawHeading(paper, field.label[paper.language], 2)
    else if (field.kind === 'longText') drawLongText(paper, field, value)
    else if (field.kind === 'table') drawTableField(paper, field, value, say)
    else if (field.kind === 'file') drawFiles(paper, field, value, say)
    else pairs.push({ label: field.label[paper.language], value: sayValue(field, value, paper.language) })
  }
  flush()
}

/** A label over the whole width, with room for some lines of what it stands over. */
function drawLabel(paper: Paper, text: string) {
  paper.need(90)
  drawRow(paper, [{ text, width: paper.width, label: true, align: 'left' }])
}

function drawLongText(paper: Paper, field: FieldOf<'longText'>, value: Value | undefined) {
  drawLabel(paper, field.label[paper.language])
  drawRow(paper, [{ text: sayValue(field, value, paper.language), width: paper.width, indent: value ? 2 : 0, size: 10 }])
}

function drawTableField(paper: Paper, field: FieldOf<'table'>, value: Value | undefined, say: Words) {
  const { language } = paper
  drawLabel(paper, field.label[language])
  const rows = Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : []
  if (rows.length === 0) return drawRow(paper, [{ text: say.none, width: paper.width }])
  const cells = rows.map((row) =>
    field.columns.map((column) => sayValue(column, (row as Record<string, Value>)[column.key] ?? undefined, language)),
  )
  const columns = field.columns.map((column, i) => {
    const title = column.label[language]
    const widest = Math.max(title.length, ...cells.map((row) => Math.min(40, [...(row[i] ?? '')].length)))
    const figures = column.kind === 'number' || column.kind === 'money'
    return { title, share: Math.max(5, Math.min(26, widest)), align: figures ? ('right' as const) : ('left' as const) }
  })
  drawTable(paper, columns, cells, { size: columns.length > 7 ? 8 : 9, ...sums(field, rows as Record<string, Value>[], say, language) })
}

function sums(field: FieldOf<'table'>, rows: readonly Record<string, Value>[], say: Words, language: Language) {
  const totals = field.totals
  if (!totals || totals.length === 0) return {}
  const cells = field.columns.map((column, i) => {
    if (!totals.includes(column.key)) return i === 0 ? say.sum : ''
    const sum = rows.reduce((all, row) => all + (typeof row[column.key] === 'number' ? Number(row[column.key]) : 0), 0)
    if (column.kind === 'money') return sayMoney(sum, column.unit, language)
    return sayNumber(sum, column.kind === 'number' ? column.decimals : 0, language)
  })
  return { sums: cells }
}

function drawFiles(paper: Paper, field: FieldOf<'file'>, value: Value | undefined, say: Words) {
  drawLabel(paper, field.label[paper.language])
  const files = (Array.isArray(value) ? value : []) as FileRef[]
  if (files.length === 0) return drawRow(paper, [{ text: say.none, width: paper.width }])
  const columns = [
    { title: say.number, share: 4, align: 'center' as const },
    { title: say.file, share: 26 },
    { title: say.size, share: 8, align: 'right' as const },
    { title: say.caption, share: 18 },
  ]
  drawTable(
    paper,
    columns,
    files.map((file, i) => [String(i + 1), file.name, saySize(file.bytes), file.caption ?? '']),
  )
}

export const saySize = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
