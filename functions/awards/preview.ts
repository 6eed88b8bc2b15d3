import { categoriesOn } from '../../shared/batches/categories.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import type { AwardList, AwardView } from '../../shared/portal/pages.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { templateOf } from '../../shared/templates/index.ts'
import type { Template } from '../../shared/templates/schema.ts'
import type { Language } from '../../shared/text.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { approvedLines } from '../decisions/lines.ts'
import { awardListPage } from '../portal/awards.ts'
import { awardListOf, resultListData, type ToList } from '../portal/gathering.ts'
import { publicSite } from '../portal/site.ts'
import { numberOf } from './granting.ts'

/** A page of the list as the public would see it were it published at a moment; none where nobody would be on it. Nothing is written. */
export async function listPreview(batch: Batch, view: AwardView, language: Language, at: string) {
  const template = templateOf(batch.template.key, batch.template.version)
  const list = template && (await foreseenList(batch, template, at))
  const listed = list?.awards.length ?? 0
  return { listed, html: list && listed > 0 ? awardListPage(list, view, language, publicSite()).html : null }
}

/** In a check the list is of its results. */
const foreseenList = async (batch: Batch, template: Template, at: string): Promise<AwardList | undefined> =>
  template.grades ? resultListData(batch, template, at) : awardListOf(batch, await toBeGranted(batch, template, at))

/** What the approved sheets award, in the order of the list, with the numbers the certificates would bear. */
async function toBeGranted(batch: Batch, template: Template, at: string): Promise<ToList[]> {
  const lists = await Promise.all(
    categoriesOn(batch).map(async (category) => {
      const awarded = (await approvedLines(batch.id, category)).filter(({ outcome }) => outcome === 'award')
      return awarded.map(({ submission }, i) => ({ submission, number: numberOf(batch, template, { category }, i + 1, beijing.date(at)) }))
    }),
  )
  const lines = lists.flat()
  const rows = (await table.getMany(lines.map(({ submission }) => key.submission(submission)))) as unknown as (Submission | undefined)[]
  const found = lines.flatMap(({ number }, i): ToList[] => {
    const { id, title, category, unit, institution } = rows[i] ?? {}
    if (!id || title === undefined || !category || !unit || !institution) return []
    const publicWorkPage = batch.settings.publicWorkPage
    return [{ id, title, category, unit, institution, number, publicWorkPage, state: 'open', grantedAt: at }]
  })
  const place = ({ category, number }: ToList) => `${category}#${number}`
  return found.sort((a, b) => (place(a) < place(b) ? -1 : 1))
}
