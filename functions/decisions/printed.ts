import type { Batch } from '../../shared/batches/schema.ts'
import type { Language } from '../../shared/text.ts'
import { downloadOf, look } from '../aws/files.ts'
import { send } from '../aws/jobs.ts'
import { type Line, sheetHash } from './lines.ts'
import type { Sheet } from './store.ts'

export type Printed = { batch: Batch; category: string; sheet: Sheet | undefined; lines: readonly Line[] }

/** The printed sheet of exactly these lines in this state; another decision makes another document. */
export const documentOf = ({ sheet, lines }: Printed, language: Language) =>
  `documents/sheets/${sheetHash(lines)}-${sheet?.state ?? 'open'}-${language}.pdf`

/** A link to the sheet as PDF; asked for the first time, it is made and the asker comes again. */
export async function sheetDocument(printed: Printed, language: Language): Promise<{ ready: true; url: string } | { ready: false }> {
  const object = documentOf(printed, language)
  if (await look(object)) return { ready: true, url: await downloadOf(object) }
  await send({ job: 'sheet-pdf', batch: printed.batch.id, category: printed.category, language })
  return { ready: false }
}
