import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { allDecided } from '../../shared/notices/rules.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { environment } from '../aws/environment.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { newToken, tokenRow } from '../aws/tokens.ts'
import { sheetStates } from '../notices/sheets.ts'
import { decideStage } from '../workflow/signals.ts'
import type { Sheet } from './store.ts'

const linkDays = 400

/** Asks the approver by mail; the link opens only this batch's sheet. */
export async function mailApprover(fact: Recorded<FactOf<'sheet.sent-for-approval'>>): Promise<void> {
  const [batchRow, row] = await table.getMany([key.batch(fact.batch), key.sheet(fact.batch, fact.category)])
  const batch = batchRow as unknown as Batch | undefined
  const sheet = row as unknown as Sheet | undefined
  if (!batch || !sheet?.approver || sheet.approver.id !== fact.approver) return
  const template = templateOf(batch.template.key, batch.template.version)
  const { token, hash } = newToken()
  await table.put(
    tokenRow(
      hash,
      { holder: { kind: 'approver', batch: fact.batch, category: fact.category, approver: fact.approver } },
      fact.at,
      linkDays,
    ),
  )
  await send({
    job: 'mail',
    mail: 'approval-request',
    to: sheet.approver.email,
    id: fact.request,
    batch: fact.batch,
    data: {
      name: sheet.approver.name,
      batch: batch.title,
      host: batch.host.name,
      category: categoryTitle(template, fact.category),
      link: `${environment().PUBLIC_ORIGIN}/r#t=${token}`,
    },
  })
}

/** When the sheets of all categories are approved, the deliberation is over and the workflow goes on. */
export async function leaveDeliberation(fact: Recorded<FactOf<'sheet.approved'>>): Promise<void> {
  const batch = await table.get<Batch>(key.batch(fact.batch))
  if (!batch) return
  const decided = allDecided({ sheets: await sheetStates(batch) })
  const stage = batch.stages.findIndex(({ kind, on }) => kind === 'deliberate' && on)
  if (decided.ok && stage >= 0) await decideStage(batch.id, stage)
}
