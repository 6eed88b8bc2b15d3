import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { levelTitles } from '../../shared/endorsements/levels.ts'
import type { Submission, Version } from '../../shared/submissions/schema.ts'
import { categoryTitle } from '../../shared/templates/index.ts'
import { sha256 } from '../aws/chain.ts'
import { now } from '../aws/clock.ts'
import { keep } from '../aws/files.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'
import { applicationPdf } from '../documents/pdf/application.ts'
import { formFor, templateFor } from './form.ts'
import { valuesOf, versionOf } from './frozen.ts'

/** Makes the application form of a frozen version as PDF, and notes where it lies and its hash. Asked again, it finds the document made. */
export async function makeApplicationPdf(asked: { submission: string; version: number }): Promise<void> {
  const submission = await table.get<Submission>(key.submission(asked.submission))
  const version = submission && (await versionOf(submission, asked.version))
  const batch = submission && (await table.get<Batch>(key.batch(submission.batch)))
  if (!submission || !version || !batch || version.document) return
  const { manifest, receipt } = version
  const content = await applicationPdf({
    form: formFor(batch, manifest.category),
    values: await valuesOf(submission.id, manifest),
    head: {
      title: manifest.title,
      batch: batch.title,
      category: categoryTitle(templateFor(batch), manifest.category).zh,
      unit: manifest.unit.name,
      institution: manifest.institution.name,
      receipt,
      sha256: version.sha256,
      submittedAt: version.at,
      opinions: await opinionsOf(submission, version),
      at: now(),
    },
  })
  const object = `documents/applications/${submission.id}-${version.number}.pdf`
  const document = { key: object, sha256: sha256(content) }
  await keep(object, content, `${receipt}-${manifest.title}.pdf`)
  const request = `${submission.id}-pdf-${version.number}`
  const saved = await table.commit({ by: { kind: 'system', cause: 'application-pdf' }, at: now(), request }, [
    {
      key: key.version(submission.id, version.number),
      head: { ...key.version(submission.id, version.number), seq: version.seq, chain: version.chain },
      fact: { type: 'document.made', submission: submission.id, version: version.number, ...document },
      set: { document },
      event: String(version.number),
    },
  ])
  if (!saved.ok && !(await versionOf(submission, version.number))?.document)
    throw new Error(`the document of ${receipt} was not noted: ${saved.code}`)
}

/** A box for each level's opinion; what was said of this version before it was printed stands in it. */
async function opinionsOf(submission: Submission, version: Version) {
  const events = await table.all<Row & Recorded>({ pk: key.submission(submission.id).pk, begins: 'EVENT#' })
  const said = events.filter((event): event is Row & Recorded<FactOf<'submission.recommended'>> => event.type === 'submission.recommended')
  return submission.way.map(({ level, unit }) => {
    const text = said.findLast((event) => event.level === level && event.at <= version.at)?.opinion
    return { label: `${levelTitles[level].zh}（${unit.name}）`, ...(text !== undefined && { text }) }
  })
}
