import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Award, Obligation } from '../../shared/awards/schema.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { environment } from '../aws/environment.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { mailMembers } from '../batches/telling.ts'

const pageOf = (award: string) => `${environment().PUBLIC_ORIGIN}/app/awards/${award}`

/** Tells the unit that its submission was awarded. */
export async function tellGranted(fact: Recorded<FactOf<'award.granted'>>): Promise<void> {
  const award = await table.get<Award>(key.award(fact.award))
  const batch = award && (await table.get<Batch>(key.batch(award.batch)))
  if (!award || !batch) return
  const category = categoryTitle(templateOf(batch.template.key, batch.template.version), award.category)
  await mailMembers(award.unit.id, {
    id: `${fact.request}.${fact.award}`,
    mail: 'award-granted',
    batch: award.batch,
    data: { batch: award.batchTitle, title: award.title, category, number: award.number, ends: award.ends, link: pageOf(award.id) },
  })
}

/** Tells the unit what a check has found, and what becomes of its award by it; what was met without a check needs no mail. */
export async function tellChecked(fact: Recorded<FactOf<'award.closed' | 'award.extended' | 'obligation.met'>>): Promise<void> {
  if (fact.batch === undefined || fact.grade === undefined) return
  const [awardRow, batchRow] = await table.getMany([key.award(fact.award), key.batch(fact.batch)])
  const award = awardRow as unknown as Award | undefined
  const batch = batchRow as unknown as Batch | undefined
  const given = batch && templateOf(batch.template.key, batch.template.version)?.grades?.find((grade) => grade.key === fact.grade)
  if (!award || !batch || !given) return
  await mailMembers(award.unit.id, {
    id: `${fact.request}.${fact.award}`,
    mail: 'award-checked',
    batch: batch.id,
    data: {
      batch: batch.title,
      title: award.title,
      grade: given.title,
      outcome: given.outcome,
      number: award.number,
      ...(fact.type === 'award.extended' && { until: fact.until }),
      link: pageOf(award.id),
    },
  })
}

/** Recalls what an award owes. */
export async function tellDue(fact: Recorded<FactOf<'obligation.reminded'>>): Promise<void> {
  const [awardRow, row] = await table.getMany([key.award(fact.award), key.obligation(fact.award, fact.obligation)])
  const award = awardRow as unknown as Award | undefined
  const obligation = row as unknown as Obligation | undefined
  if (!award || obligation?.state !== 'open') return
  await mailMembers(award.unit.id, {
    id: `${fact.request}.${fact.award}`,
    mail: 'obligation-due',
    batch: award.batch,
    data: {
      batch: award.batchTitle,
      title: award.title,
      obligation: obligation.title,
      due: obligation.due,
      days: fact.days,
      link: pageOf(award.id),
    },
  })
}
