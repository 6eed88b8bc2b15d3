import { interval } from '../../shared/decisions/interval.ts'
import { decisionOutcomes } from '../../shared/decisions/outcomes.ts'
import type { Language } from '../../shared/text.ts'
import { type TableColumn, table } from '../documents/excel/write.ts'
import type { Line } from './lines.ts'
import type { Printed } from './printed.ts'

/** The sheet as an Excel file: figures, interval, what is proposed and decided, and why. */
export function excelOfSheet({ batch, lines }: Printed, language: Language): Promise<Buffer> {
  const name = (outcome: string | undefined) => decisionOutcomes(batch).find(({ key: each }) => each === outcome)?.title[language]
  const within = (line: Line) => interval(line.scores, batch.settings.method)
  const columns: TableColumn<Line>[] = [
    { heading: { zh: '名次', en: 'Rank' }, width: 8, decimals: 0, value: ({ rank }) => rank },
    { heading: { zh: '并列', en: 'Tied' }, width: 8, decimals: 0, value: ({ tied }) => (tied > 1 ? tied : undefined) },
    { heading: { zh: '申报项目', en: 'Submission' }, width: 44, value: ({ title }) => title },
    { heading: { zh: '申报单位', en: 'Unit' }, width: 30, value: ({ unit }) => unit },
    { heading: { zh: '学校', en: 'Institution' }, width: 26, value: ({ institution }) => institution },
    { heading: { zh: '受理编号', en: 'Receipt no.' }, width: 18, value: ({ receipt }) => receipt },
    { heading: { zh: '得分', en: 'Score' }, width: 10, decimals: 2, value: ({ score }) => score },
    { heading: { zh: '平均分', en: 'Mean' }, width: 10, decimals: 2, value: ({ mean }) => mean },
    { heading: { zh: '评审数', en: 'Reviews' }, width: 8, decimals: 0, value: ({ reviews }) => reviews },
    { heading: { zh: '极差', en: 'Spread' }, width: 10, decimals: 2, value: ({ spread }) => spread },
    { heading: { zh: '区间下限', en: 'Interval from' }, width: 10, decimals: 2, value: (line) => within(line)?.low },
    { heading: { zh: '区间上限', en: 'Interval to' }, width: 10, decimals: 2, value: (line) => within(line)?.high },
    { heading: { zh: '排序建议', en: 'Proposed' }, width: 12, value: ({ proposal }) => name(proposal) },
    { heading: { zh: '审定结论', en: 'Decision' }, width: 12, value: ({ outcome }) => name(outcome) },
    { heading: { zh: '理由', en: 'Reason' }, width: 50, value: ({ reason }) => reason },
  ]
  return table(columns, lines, { language })
}
