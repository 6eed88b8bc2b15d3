import type { Batch } from '../../shared/batches/schema.ts'
import { interval } from '../../shared/decisions/interval.ts'
import { decisionOutcomes } from '../../shared/decisions/outcomes.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { now } from '../aws/clock.ts'
import { keep, look } from '../aws/files.ts'
import type { Job } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { decisionSheetPdf } from '../documents/pdf/decisionSheet.ts'
import { documentOf } from './printed.ts'
import { placesOf, sheets } from './store.ts'

/** Makes the PDF of a sheet as it stands now, once for each content. */
export async function makeSheetDocument({ batch: id, category, language }: Extract<Job, { job: 'sheet-pdf' }>): Promise<void> {
  const [batch, sheet] = await Promise.all([table.get<Batch>(key.batch(id)), sheets.get(id, category)])
  if (!batch) return
  const lines = await sheets.lines(batch, category, sheet)
  const object = documentOf({ batch, category, sheet, lines }, language)
  if (await look(object)) return
  const title = categoryTitle(templateOf(batch.template.key, batch.template.version), category)[language]
  const pdf = await decisionSheetPdf({
    batch: batch.title,
    category: title,
    host: batch.host.name,
    places: placesOf(batch, category),
    approval:
      sheet?.state === 'approved' && sheet.approver && sheet.approvedAt ? { by: sheet.approver.name, at: sheet.approvedAt } : undefined,
    sha256: sheet?.sha256,
    lines: lines.map((line) => ({
      ...line,
      outcome: decisionOutcomes(batch).find(({ key: each }) => each === line.outcome)?.title[language],
      interval: interval(line.scores, batch.settings.method),
    })),
    language,
    at: now(),
  })
  await keep(object, pdf, `${language === 'zh' ? '审定表' : 'Decision sheet'} ${title}.pdf`)
}
