import type { Batch } from '../../shared/batches/schema.ts'
import type { Language } from '../../shared/text.ts'
import { type Paper, paperAt } from '../aws/papers.ts'
import { type Line, sheetHash } from './lines.ts'
import type { Sheet } from './store.ts'

export type Printed = { batch: Batch; category: string; sheet: Sheet | undefined; lines: readonly Line[] }

/** The printed sheet of exactly these lines in this state; another decision makes another document. */
export const documentOf = ({ sheet, lines }: Printed, language: Language) =>
  `documents/sheets/${sheetHash(lines)}-${sheet?.state ?? 'open'}-${language}.pdf`

/** A link to the sheet as PDF. */
export const sheetDocument = (printed: Printed, language: Language): Promise<Paper> =>
  paperAt(documentOf(printed, language), { job: 'sheet-pdf', batch: printed.batch.id, category: printed.category, language })
