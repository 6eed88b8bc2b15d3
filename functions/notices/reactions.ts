import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Notice, Objection } from '../../shared/notices/schema.ts'
import { environment } from '../aws/environment.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { mailMembers } from '../batches/telling.ts'
import { keptLines } from '../decisions/lines.ts'
import { noticesOf } from './announced.ts'
import { notices } from './store.ts'

/** The notice's page is rendered, and the columns with it. */
export async function showNotice(fact: Recorded<FactOf<'notice.published' | 'notice.amended' | 'notice.ended'>>): Promise<void> {
  await send({ job: 'publish', page: 'notice', id: fact.notice })
}

/** The notices of a batch that was cancelled say so, and take no objections any more. */
export async function stopNotices(fact: Recorded<FactOf<'batch.cancelled'>>): Promise<void> {
  const running = (await noticesOf(fact.batch)).filter(({ state }) => state === 'published')
  for (const { id } of running) await send({ job: 'publish', page: 'notice', id })
}

/** A sheet that was opened again and approved anew corrects the running notice of its batch. */
export async function amendNotice(fact: Recorded<FactOf<'sheet.approved'>>): Promise<void> {
  const sheet = await table.get<{ amends?: { at: string; reason: string } }>(key.sheet(fact.batch, fact.category))
  if (!sheet?.amends) return
  const { at, reason } = sheet.amends
  const notice = (await noticesOf(fact.batch)).sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))[0]
  if (!notice) return
  const anew = (await keptLines(fact.batch, fact.category)).filter(({ again }) => again?.at === at)
  const added = anew.filter(({ outcome, again }) => outcome === 'award' && again?.was !== 'award').length
  const doing = { by: { kind: 'system', cause: 'sheet.approved' } as const, at: fact.at, request: fact.request }
  const amended = await notices.amend(notice, fact.category, reason, added, doing)
  if (!amended.ok) throw new Error(`a notice was not amended: ${amended.code}`)
}

/** Who raised an objection gets a receipt, the host's officers are told; who raised it stays in the record. */
export async function receiveObjection(fact: Recorded<FactOf<'objection.raised'>>): Promise<void> {
  const [noticeRow, row] = await table.getMany([key.notice(fact.notice), key.objection(fact.notice, fact.objection)])
  const notice = noticeRow as unknown as Notice | undefined
  const objection = row as unknown as Objection | undefined
  if (!notice || !objection) return
  await send({
    job: 'mail',
    mail: 'objection-received',
    to: objection.email,
    id: `${fact.request}.received`,
    data: { name: objection.name, notice: notice.title, number: objection.id, at: fact.at },
  })
  await mailMembers(notice.host.id, {
    id: fact.request,
    mail: 'objection-raised',
    data: {
      notice: notice.title,
      at: fact.at,
      ends: notice.ends,
      link: `${environment().PUBLIC_ORIGIN}/app/batches/${notice.batch}/notice`,
    },
  })
}

/** Who raised an objection is told what came of it. */
export async function answerObjection(fact: Recorded<FactOf<'objection.settled'>>): Promise<void> {
  const [noticeRow, row] = await table.getMany([key.notice(fact.notice), key.objection(fact.notice, fact.objection)])
  const notice = noticeRow as unknown as Notice | undefined
  const objection = row as unknown as Objection | undefined
  if (!notice || !objection) return
  await send({
    job: 'mail',
    mail: 'objection-settled',
    to: objection.email,
    id: fact.request,
    data: { name: objection.name, notice: notice.title, outcome: fact.outcome, reason: fact.reason, host: notice.host.name },
  })
}
