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

type Made = { certificate: string; certificateSha256: string; certificateEn: string; certificateEnSha256: string }
/** What is certified: an award as it was granted, or its acceptance. */
type Certified = { batch: string; batchTitle: string; host: Award['host']; category: string; number: string; at: string }

/** Makes the certificates of an award or of its acceptance, where the call gives one. Made again they are the same files under the same names, and the fact stands once. */
export async function makeCertificate({ award: id, of }: Extract<Job, { job: 'certificate' }>): Promise<void> {
  const award = await table.get<Award>(key.award(id))
  const certified: Certified | undefined = of === 'acceptance' ? award?.acceptance : award && { ...award, at: award.grantedAt }
  const batch = certified && (await table.get<Batch>(key.batch(certified.batch)))
  const template = batch && templateOf(batch.template.key, batch.template.version)
  if (!award || !certified || !template?.certificate) return
  const { certificate } = template
  const [zh, en] = await Promise.all(
    languages.map(async (language) => {
      const pdf = await certificatePdf(written(award, certified, template, certificate, language))
      const path = publicPath.certificateFile(certified.number, language)
      await publishFile(path, pdf)
      return { path, hash: sha256(pdf) }
    }),
  )
  if (!zh || !en) return
  const made = { certificate: zh.path, certificateSha256: zh.hash, certificateEn: en.path, certificateEnSha256: en.hash }
  await note(award, of, made)
}

/** Says where they lie, on the award as it was read: one that has changed meanwhile throws, so that the job is done again. */
async function note(award: Award, of: 'acceptance' | undefined, made: Made): Promise<void> {
  const accepted = of === 'acceptance' ? award.acceptance : undefined
  const written = await table.commit(
    { by: { kind: 'system', cause: 'certificate' }, at: now(), request: `${award.id}-${accepted ? 'acceptance-' : ''}certificate` },
    [
      {
        key: key.award(award.id),
        head: award,
        fact: {
          type: 'award.certified',
          award: award.id,
          key: made.certificate,
          sha256: made.certificateSha256,
          english: { key: made.certificateEn, sha256: made.certificateEnSha256 },
          ...(accepted && { number: accepted.number }),
        },
        set: accepted ? { acceptance: { ...accepted, ...made } } : made,
      },
    ],
  )
  if (!written.ok) throw new Error(`a certificate was not noted: ${written.code}`)
}

/** What a certificate says in a language. Names and titles stay as they are; only the call's own words have two languages. */
function written(
  award: Award,
  { batchTitle, host, category, number, at }: Certified,
  template: Template,
  certificate: NonNullable<Template['certificate']>,
  language: Language,
): Certificate {
  const own = award.unit.id === award.institution.id
  const details = {
    unit: award.unit.name,
    title: award.title,
    category: categoryTitle(template, category)[language],
    batch: batchTitle,
    number,
    date: beijing.formatDate(at, language),
    host: host.name,
    grade: award.gradeTitle?.[language] ?? '',
  }
  return {
    title: say(certificate.title, language, details),
    text: say(certificate.text, language, details),
    number,
    holder: own ? award.unit.name : `${award.institution.name}${language === 'zh' ? '' : ' '}${award.unit.name}`,
    host: host.name,
    date: at,
    checkUrl: `${environment().PUBLIC_ORIGIN}${addressOf(publicPath.certificate(number, language))}`,
    language,
    at,
  }
}
