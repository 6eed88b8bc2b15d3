import type { Batch } from '../../shared/batches/schema.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import { categoryTitle } from '../../shared/templates/index.ts'
import { now } from '../aws/clock.ts'
import { keep } from '../aws/files.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { recommendationListPdf } from '../documents/pdf/recommendationList.ts'
import { templateFor } from '../submissions/form.ts'
import { documentOf } from './document.ts'
import { loadList } from './lists.ts'

/** Makes the document of a list as it stands now. Made again, it is the same under the same key. */
export async function makeListDocument(asked: { batch: string; unit: string; category: string }): Promise<void> {
  const [batch, unit] = await Promise.all([table.get<Batch>(key.batch(asked.batch)), table.get<Organisation>(key.organisation(asked.unit))])
  if (!batch || !unit) return
  const at = now()
  const loaded = await loadList(batch, unit, asked.category, at)
  if (!loaded.ok) return
  const { items, sha256, places } = loaded.value
  const category = categoryTitle(templateFor(batch), asked.category).zh
  const pdf = await recommendationListPdf({
    batch: batch.title,
    unit: unit.name,
    category,
    items: items.map(({ order, title, unit: applicant, institution, receipt = '' }) => ({ order, title, applicant, institution, receipt })),
    ...(places.limit !== undefined && { limit: places.limit }),
    sha256,
    ...(places.confirmedAt !== undefined && { confirmedAt: places.confirmedAt }),
    at,
  })
  await keep(documentOf(sha256, places.confirmedAt !== undefined), pdf, `${unit.name}-${category}-推荐汇总表.pdf`)
}
