import type { Award } from '../../shared/awards/schema.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { say } from '../../shared/text.ts'
import { sha256 } from '../aws/chain.ts'
import { now } from '../aws/clock.ts'
import { environment } from '../aws/environment.ts'
import type { Job } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { publishFile } from '../aws/site.ts'
import { table } from '../aws/table.ts'
import { certificatePdf } from '../documents/pdf/certificate.ts'

/** Makes the certificate of an award where its call gives one. Made again it is the same file under the same name, and the fact stands once. */
export async function makeCertificate({ award: id }: Extract<Job, { job: 'certificate' }>): Promise<void> {
  const award = await table.get<Award>(key.award(id))
  const batch = award && (await table.get<Batch>(key.batch(award.batch)))
  const template = batch && templateOf(batch.template.key, batch.template.version)
  if (!award || !template) return
  const { certificate } = template
  if (!certificate) return
  const doing = { by: { kind: 'system', cause: 'certificate' } as const, at: now(), request: `${award.id}-certificate` }
  const holder = award.unit.id === award.institution.id ? award.unit.name : `${award.institution.name}${award.unit.name}`
  const details = {
    unit: award.unit.name,
    title: award.title,
    category: categoryTitle(template, award.category).zh,
    batch: award.batchTitle,
    number: award.number,
    date: beijing.formatDate(award.grantedAt, 'zh'),
    host: award.host.name,
    grade: award.grade ?? '',
  }
  const pdf = await certificatePdf({
    title: say(certificate.title, 'zh', details),
    text: say(certificate.text, 'zh', details),
    number: award.number,
    holder,
    host: award.host.name,
    date: award.grantedAt,
    checkUrl: `${environment().PUBLIC_ORIGIN}${addressOf(publicPath.certificate(award.number, 'zh'))}`,
    at: award.grantedAt,
  })
  const hash = sha256(pdf)
  const path = publicPath.certificateFile(award.number)
  await publishFile(path, pdf)
  await table.commit(doing, [
    {
      key: key.award(award.id),
      head: award,
      fact: { type: 'award.certified', award: award.id, key: path, sha256: hash },
      set: { certificate: path, certificateSha256: hash },
    },
  ])
}
