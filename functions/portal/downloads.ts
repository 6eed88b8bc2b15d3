import type { AwardLine, AwardList } from '../../shared/portal/pages.ts'
import { provinceOf } from '../../shared/register/provinces.ts'
import { writeCsv } from '../documents/csv/write.ts'
import { type TableColumn, table } from '../documents/excel/write.ts'
import { words } from './words.ts'

const columns: readonly TableColumn<AwardLine>[] = [
  { heading: words.category, width: 24, value: ({ category }) => category.title.zh },
  { heading: words.title, width: 50, value: ({ title }) => title },
  { heading: words.unit, width: 40, value: ({ unit }) => unit },
  { heading: words.institution, width: 30, value: ({ institution }) => institution.name },
  { heading: words.province, width: 12, value: ({ province }) => (province ? provinceOf(province)?.name : undefined) },
  { heading: words.certificateNo, width: 32, value: ({ number }) => number },
]

/** The list as an Excel file, headings in both languages. */
export const awardListSheet = ({ awards }: AwardList): Promise<Buffer> =>
  table(columns, awards, { language: 'both', sheet: '入选名单 Awards' })

/** The same as text that any program reads. */
export const awardListCsv = ({ awards }: AwardList): string =>
  writeCsv([
    columns.map(({ heading }) => `${heading.zh} ${heading.en}`),
    ...awards.map((award) => columns.map(({ value }) => String(value(award) ?? ''))),
  ])
