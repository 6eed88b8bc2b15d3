import type { Batch } from '../../shared/batches/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import type { ExportColumn } from '../../shared/submissions/export-columns.ts'
import type { SubmissionSummary } from '../../shared/submissions/schema.ts'
import { submissionStates } from '../../shared/submissions/states.ts'
import { categoryOf } from '../../shared/templates/index.ts'
import type { Language } from '../../shared/text.ts'
import { excelBody } from '../documents/excel/answer.ts'
import type { TableColumn } from '../documents/excel/write.ts'
import { templateFor } from './form.ts'

type Line = { id: string; summary: SubmissionSummary }

/** A list as it is shown, as an Excel file: with the columns asked for, in that order, or with all. */
export async function excelOf(
  batch: Batch,
  rows: readonly Line[],
  language: Language,
  asked?: readonly ExportColumn[],
): Promise<ArrayBuffer> {
  const template = templateFor(batch)
  const columns: (TableColumn<Line> & { key: ExportColumn })[] = [
    { key: 'receipt', heading: { zh: '受理编号', en: 'Receipt no.' }, width: 18, value: ({ summary }) => summary.receipt },
    { key: 'title', heading: { zh: '申报名称', en: 'Title' }, width: 40, value: ({ summary }) => summary.title },
    {
      key: 'category',
      heading: { zh: '类别', en: 'Category' },
      width: 24,
      value: ({ summary }) => categoryOf(template, summary.category)?.title[language] ?? summary.category,
    },
    { key: 'unit', heading: { zh: '申报单位', en: 'Applicant' }, width: 28, value: ({ summary }) => summary.unit.name },
    { key: 'institution', heading: { zh: '所在高校', en: 'Institution' }, width: 28, value: ({ summary }) => summary.institution.name },
    { key: 'state', heading: { zh: '状态', en: 'State' }, width: 16, value: ({ summary }) => submissionStates[summary.state][language] },
    { key: 'order', heading: { zh: '排序', en: 'Order' }, width: 8, decimals: 0, value: ({ summary }) => summary.order },
    {
      key: 'progress',
      heading: { zh: '已完成栏目', en: 'Sections done' },
      width: 12,
      value: ({ summary }) => `${summary.sectionsDone}/${summary.sections}`,
    },
    {
      key: 'submittedAt',
      heading: { zh: '提交时间', en: 'Handed in' },
      width: 26,
      value: ({ summary }) => summary.submittedAt && beijing.format(summary.submittedAt, language),
    },
  ]
  const chosen = asked?.flatMap((key) => columns.filter((column) => column.key === key)) ?? columns
  return excelBody(chosen, rows, language)
}
