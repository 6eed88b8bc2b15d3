import type { Award } from '../../shared/awards/schema.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { type Language, languages, say } from '../../shared/text.ts'
import { sha256 } from '../aws/chain.ts'
import { now } from '../aws/clock.ts'
import { environment } from '../aws/environment.ts'
import type { Job } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { publishFile } from '../aws/site.ts'
import { table } from '../aws/table.ts'
import { type Certificate, certificatePdf } from '../documents/pdf/certificate.ts'

/** Makes the certificates of an award, where its call gives one. Made again they are the same files under the same names, and the fact stands once. */
export async function makeCertificate({ award: id }: Extract<Job, { job: 'certificate' }>): Promise<void> {
  const award = await table.get<Award>(key.award(id))
  const batch = award && (await table.get<Batch>(key.batch(award.batch)))
  const template = batch && templateOf(batch.template.key, batch.template.version)
  if (!award || !template?.certificate) return
  const { certificate } = template
  const [zh, en] = await Promise.all(
    languages.map(async (language) => {
      const pdf = await certificatePdf(written(award, template, certificate, language))
      const path = publicPath.certificateFile(award.number, language)
      await publishFile(path, pdf)
      return { path, hash: sha256(pdf) }
    }),
  )
  if (!zh || !en) return
  const doing = { by: { kind: 'system', cause: 'certificate' } as const, at: now(), request: `${award.id}-certificate` }
  await table.commit(doing, [
    {
      key: key.award(award.id),
      head: award,
      fact: { type: 'award.certified', award: award.id, key: zh.path, sha256: zh.hash, english: { key: en.path, sha256: en.hash } },
      set: { certificate: zh.path, certificateSha256: zh.hash, certificateEn: en.path, certificateEnSha256: en.hash },
    },
  ])
}

/** What a certificate says in a language. Names and titles stay as they are; only the call's own words have two languages. */
function written(award: Award, template: Template, certificate: NonNullable<Template['certificate']>, language: Language): Certificate {
  const own = award.unit.id === award.institution.id
  const details = {
    unit: award.unit.name,
    title: award.title,
    category: categoryTitle(template, award.category)[language],
    batch: award.batchTitle,
    number: award.number,
    date: beijing.formatDate(award.grantedAt, language),
    host: award.host.name,
    grade: award.gradeTitle?.[language] ?? '',
  }
  return {
    title: say(certificate.title, language, details),
    text: say(certificate.text, language, details),
    number: award.number,
    holder: own ? award.unit.name : `${award.institution.name}${language === 'zh' ? '' : ' '}${award.unit.name}`,
    host: award.host.name,
    date: award.grantedAt,
    checkUrl: `${environment().PUBLIC_ORIGIN}${addressOf(publicPath.certificate(award.number, language))}`,
    language,
    at: award.grantedAt,
  }
}
