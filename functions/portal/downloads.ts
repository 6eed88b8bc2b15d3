import type { AwardLine, AwardList } from '../../shared/portal/pages.ts'
import { provinceOf } from '../../shared/register/provinces.ts'
import { writeCsv } from '../documents/csv/write.ts'
import { type TableColumn, table } from '../documents/excel/write.ts'
import { byGrade } from './awards.ts'
import { words } from './words.ts'

const columns: readonly TableColumn<AwardLine>[] = [
  { heading: words.category, width: 24, value: ({ category }) => category.title.zh },
  { heading: words.title, width: 50, value: ({ title }) => title },
  { heading: words.unit, width: 40, value: ({ unit }) => unit },
  { heading: words.institution, width: 30, value: ({ institution }) => institution.name },
  { heading: words.province, width: 12, value: ({ province }) => (province ? provinceOf(province)?.name : undefined) },
  { heading: words.certificateNo, width: 32, value: ({ number }) => number },
]

/** Of a list of results the grade stands first. */
const columnsOf = ({ grades }: AwardList): readonly TableColumn<AwardLine>[] =>
  grades ? [{ heading: words.result, width: 14, value: ({ grade }) => grade?.title.zh }, ...columns] : columns

const inOrder = ({ awards, grades }: AwardList): readonly AwardLine[] =>
  grades ? byGrade(awards, grades).flatMap((group) => group.awards) : awards

/** The list as an Excel file, headings in both languages. */
export const awardListSheet = (list: AwardList): Promise<Buffer> =>
  table(columnsOf(list), inOrder(list), { language: 'both', sheet: list.grades ? '结果名单 Results' : '入选名单 Awards' })

/** The same as text that any program reads. */
export const awardListCsv = (list: AwardList): string =>
  writeCsv([
    columnsOf(list).map(({ heading }) => `${heading.zh} ${heading.en}`),
    ...inOrder(list).map((award) => columnsOf(list).map(({ value }) => String(value(award) ?? ''))),
  ])
