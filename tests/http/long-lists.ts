import { ulid } from 'ulid'
import type { KeptSummary } from '../../shared/submissions/schema.ts'
import type { FullCall } from './full-call.ts'
import { putRows } from './put-rows.ts'

/** Lists of so many, for a province and for the host: rows as the reactions keep them. */
export async function fillLists(call: FullCall, from: number, until: number): Promise<void> {
  const { partition } = await import('../../functions/aws/keys.ts')
  const { batch, province, university, category, key } = call
  const time = '2026-09-10T00:00:00.000Z'
  const summary: KeptSummary = {
    title: '以文化浸润推动“大思政课”建设的探索与实践',
    unit: { id: university.id, name: university.name, kind: 'university' },
    category,
    state: 'submitted',
    holder: province.id,
    sectionsDone: 8,
    sections: 8,
    receipt: 'SR-7K3MP-9QXTA',
    submittedAt: time,
    seq: 1,
  }
  const one = () => {
    const id = ulid()
    const listed = {
      ...key.listed(batch.id, id),
      id,
      kind: 'listed',
      summary,
      seq: 1,
      listPk: partition.categoryList(batch.id, category),
      listSk: `submitted#${time}#${id}`,
      ownerPk: partition.categoryList(batch.id, category),
      ownerSk: `${time}#${id}`,
    }
    const submission = {
      ...key.submission(id),
      id,
      kind: 'submission',
      summary,
      seq: 1,
      listPk: partition.unitList(batch.id, province.id),
      listSk: `${category}#submitted#${time}#${id}`,
    }
    return [listed, submission]
  }
  await putRows(Array.from({ length: until - from }, one).flat())
}
