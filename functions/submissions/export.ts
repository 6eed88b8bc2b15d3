import type { Batch } from '../../shared/batches/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import type { SubmissionSummary } from '../../shared/submissions/schema.ts'
import { submissionStates } from '../../shared/submissions/states.ts'
import { categoryOf } from '../../shared/templates/index.ts'
import type { Language } from '../../shared/text.ts'
import { type TableColumn, table } from '../documents/excel/write.ts'
import { templateFor } from './form.ts'

export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Line = { id: string; summary: SubmissionSummary }

/** A list as it is shown, as an Excel file. */
export async function excelOf(batch: Batch, rows: readonly Line[], language: Language): Promise<ArrayBuffer> {
  const template = templateFor(batch)
  const columns: TableColumn<Line>[] = [
    { heading: { zh: '受理编号', en: 'Receipt no.' }, width: 18, value: ({ summary }) => summary.receipt },
    { heading: { zh: '申报名称', en: 'Title' }, width: 40, value: ({ summary }) => summary.title },
    {
      heading: { zh: '类别', en: 'Category' },
      width: 24,
      value: ({ summary }) => categoryOf(template, summary.category)?.title[language] ?? summary.category,
    },
    { heading: { zh: '申报单位', en: 'Applicant' }, width: 28, value: ({ summary }) => summary.unit.name },
    { heading: { zh: '所在高校', en: 'Institution' }, width: 28, value: ({ summary }) => summary.institution.name },
    { heading: { zh: '状态', en: 'State' }, width: 16, value: ({ summary }) => submissionStates[summary.state][language] },
    { heading: { zh: '排序', en: 'Order' }, width: 8, decimals: 0, value: ({ summary }) => summary.order },
    {
      heading: { zh: '已完成栏目', en: 'Sections done' },
      width: 12,
      value: ({ summary }) => `${summary.sectionsDone}/${summary.sections}`,
    },
    {
      heading: { zh: '提交时间', en: 'Handed in' },
      width: 26,
      value: ({ summary }) => summary.submittedAt && beijing.format(summary.submittedAt, language),
    },
  ]
  const file = await table(columns, rows, { language })
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
}
