import type { FactOf, Recorded } from '../../events/catalogue.ts'
import { categoriesOn } from '../../shared/batches/categories.ts'
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

type Sent = { batch: string; category: string; approver: string; at: string }

/** A link that opens only this batch's sheet; earlier ones go on working. */
async function newLink({ batch, category, approver, at }: Sent): Promise<string> {
  const { token, hash } = newToken()
  await table.put(tokenRow(hash, { holder: { kind: 'approver', batch, category, approver } }, at, linkDays))
  return `${environment().PUBLIC_ORIGIN}/r#t=${token}`
}

/** Asks the approver by mail. */
export async function mailApprover(fact: Recorded<FactOf<'sheet.sent-for-approval'>>): Promise<void> {
  const [batchRow, row] = await table.getMany([key.batch(fact.batch), key.sheet(fact.batch, fact.category)])
  const batch = batchRow as unknown as Batch | undefined
  const sheet = row as unknown as Sheet | undefined
  if (!batch || !sheet?.approver || sheet.approver.id !== fact.approver) return
  const template = templateOf(batch.template.key, batch.template.version)
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
      link: await newLink(fact),
    },
  })
}

const mailOf = { 'batch.paused': 'batch-paused', 'batch.resumed': 'batch-resumed', 'batch.cancelled': 'batch-cancelled' } as const

/**
 * A pause, its end and a cancellation reach those who have a sheet in hand, with the reason: one mail each, however many sheets. After a cancellation there
 * is nothing left to open.
 */
export async function tellApprovers(fact: Recorded<FactOf<keyof typeof mailOf>>): Promise<void> {
  const batch = await table.get<Batch>(key.batch(fact.batch))
  if (!batch) return
  const sheets = (await table.getMany(categoriesOn(batch).map((category) => key.sheet(batch.id, category)))) as unknown as (
    | Sheet
    | undefined
  )[]
  const asked = new Set<string>()
  for (const sheet of sheets) {
    const { approver, category } = sheet ?? {}
    if (sheet?.state !== 'sent' || !approver || !category || asked.has(approver.email)) continue
    asked.add(approver.email)
    await send({
      job: 'mail',
      mail: mailOf[fact.type],
      to: approver.email,
      id: `${fact.request}.${approver.id}`,
      batch: batch.id,
      data: {
        name: approver.name,
        batch: batch.title,
        host: batch.host.name,
        reason: fact.reason,
        ...(fact.type === 'batch.cancelled'
          ? { asked: 'approval' }
          : { link: await newLink({ batch: batch.id, category, approver: approver.id, at: fact.at }) }),
      },
    })
  }
}

/** Whoever was to approve a sheet learns that the host has taken it back, and why. It may have been sent to somebody else since. */
export async function tellWithdrawn(fact: Recorded<FactOf<'sheet.withdrawn'>>): Promise<void> {
  const [batchRow, row] = await table.getMany([key.batch(fact.batch), key.sheet(fact.batch, fact.category)])
  const batch = batchRow as unknown as Batch | undefined
  const approver = (row as unknown as Sheet | undefined)?.takenFrom
  if (!batch || !approver || approver.id !== fact.approver) return
  await send({
    job: 'mail',
    mail: 'approval-withdrawn',
    to: approver.email,
    id: `${fact.request}.${approver.id}`,
    batch: batch.id,
    data: {
      name: approver.name,
      batch: batch.title,
      host: batch.host.name,
      category: categoryTitle(templateOf(batch.template.key, batch.template.version), fact.category),
      reason: fact.reason,
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
