import { Hono } from 'hono'
import * as z from 'zod'
import type { Batch } from '../../shared/batches/schema.ts'
import { stageRuns } from '../../shared/batches/timing.ts'
import { decisionOutcomes } from '../../shared/decisions/outcomes.ts'
import {
  approve,
  decide,
  decidingRuns,
  drawLine,
  reopenSheet,
  sendForApproval,
  takeBack,
  unreasoned,
} from '../../shared/decisions/rules.ts'
import { accept, refuse } from '../../shared/outcome.ts'
import { isReviewed } from '../../shared/reviews/reviewable.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import type { Text } from '../../shared/text.ts'
import { answer, body, query, refused, sentences, settled } from '../api/answer.ts'
import { InLanguage, Reason } from '../api/asked.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { attachment } from '../aws/disposition.ts'
import { key as rowKey } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { excelType } from '../documents/excel/answer.ts'
import { noticeLeft, objectionTo } from '../notices/announced.ts'
import { keptLines, sheetHash } from './lines.ts'
import { panelOf } from './panel.ts'
import { sheetDocument } from './printed.ts'
import { placesOf, type Sheet, sheets } from './store.ts'

const Page = z.strictObject({
  from: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
const Decision = z.strictObject({ outcome: z.string().max(40), reason: z.string().trim().max(2000).optional() })
const Sending = z.strictObject({ approver: z.strictObject({ name: z.string().trim().min(2).max(60), email: z.email().max(200) }) })
const Approval = z.strictObject({ sha256: z.string().length(43) })
const LineDrawn = z.strictObject({ line: z.int().nonnegative().max(100_000), reason: z.string().trim().max(2000).optional() })
const Reopening = z.strictObject({ notice: z.ulid(), objection: z.ulid(), reason: z.string().trim().min(2).max(2000) })

const sheetShown = (batch: Batch, category: string, sheet: Sheet | undefined) => ({
  state: sheet?.state ?? 'open',
  places: placesOf(batch, category),
  method: batch.settings.method,
  outcomes: decisionOutcomes(batch),
  reviewed: isReviewed(batch),
  sha256: sheet?.sha256,
  sentAt: sheet?.sentAt,
  sentBy: sheet?.sentBy,
  host: batch.host.name,
  checked: batch.stages.filter(({ kind, on: used }) => used && (kind === 'endorse' || kind === 'screen')).map(({ title }) => title),
  approvedAt: sheet?.approvedAt,
  sentBack: sheet?.sentBack,
  withdrawn: sheet?.withdrawn,
  line: sheet?.line,
  lineReason: sheet?.lineReason,
  reopened: sheet?.reopened,
  approver: sheet?.approver && { name: sheet.approver.name },
})

/** From scores to a decision: the ranking of a category, what the leading group decides of it, and the approver's word. */
export const decisionRoutes = new Hono()
  .get(
    '/batches/:batch/categories/:key/sheet',
    on.batch('decisions.read'),
    describe('decisions', 'The ranking of a category with ties, the line by places, and what is decided'),
    query(Page),
    async (c) => {
      const { batch } = c.var
      const category = c.req.param('key')
      if (!has(batch, category)) return refused(c, refuse('not-found'))
      const { from, limit } = c.req.valid('query')
      const sheet = await sheets.get(batch.id, category)
      const lines = await sheets.lines(batch, category, sheet)
      const { runs } = standing(batch, sheet, c.var.doing.at)
      return c.json({
        sheet: sheetShown(batch, category, sheet),
        ...(!runs.ok && { notNow: sentences(runs) }),
        title: titleOf(batch, category),
        total: lines.length,
        awarded: lines.filter(({ outcome }) => outcome === 'award').length,
        undecided: lines.filter(({ outcome }) => !outcome).length,
        unreasoned: unreasoned(lines, isReviewed(batch)).length,
        rows: lines.slice(from, from + limit),
      })
    },
  )
  .put(
    '/batches/:batch/categories/:key/decisions/:submission',
    on.batch('decisions.make'),
    describe('decisions', 'What the leading group decides of one submission; a departure from the ranking needs its reason'),
    body(Decision),
    async (c) => {
      const { batch, doing } = c.var
      const category = c.req.param('key')
      if (!has(batch, category)) return refused(c, refuse('not-found'))
      const { outcome, reason } = c.req.valid('json')
      const sheet = await sheets.get(batch.id, category)
      const line = (await sheets.lines(batch, category, sheet)).find(({ submission }) => submission === c.req.param('submission'))
      if (!line) return refused(c, refuse('not-found'))
      const decided = decide(
        {
          ...standing(batch, sheet, doing.at),
          known: decisionOutcomes(batch).map(({ key }) => key),
          proposal: line.proposal,
          reviewed: isReviewed(batch),
          reopened: sheet?.reopened,
          line: { submission: line.submission, outcome: line.outcome },
        },
        outcome,
        reason,
      )
      return answer(c, decided.ok ? await sheets.decide(batch, category, sheet, line, outcome, reason, doing) : decided)
    },
  )
  .post(
    '/batches/:batch/categories/:key/sheet/line',
    on.batch('decisions.make'),
    describe('decisions', 'Draws the line above the last place, with the reason why places stay empty, or back at the last place'),
    body(LineDrawn),
    async (c) => {
      const { batch, doing } = c.var
      const category = c.req.param('key')
      if (!has(batch, category)) return refused(c, refuse('not-found'))
      const { line, reason } = c.req.valid('json')
      const sheet = await sheets.get(batch.id, category)
      const decided = drawLine(
        {
          ...standing(batch, sheet, doing.at),
          places: placesOf(batch, category),
          graded: templateOfBatch(batch)?.grades !== undefined,
          reopened: sheet?.reopened !== undefined,
        },
        line,
        reason,
      )
      const saved = decided.ok ? await sheets.drawLine(batch, category, sheet, line, reason, doing) : decided
      return answer(c, await settled<{ repeated: boolean }>(sheet?.pk, doing, saved))
    },
  )
  .post(
    '/batches/:batch/categories/:key/sheet/reopen',
    on.batch('decisions.make'),
    describe('decisions', 'Opens an approved sheet again for the submission that an upheld objection is about'),
    body(Reopening),
    async (c) => {
      const { batch, doing } = c.var
      const { notice, objection: id, reason } = c.req.valid('json')
      const [sheet, objection] = await Promise.all([sheets.get(batch.id, c.req.param('key')), objectionTo(notice, id)])
      if (!sheet || objection?.batch !== batch.id) return refused(c, refuse('not-found'))
      const lines = await sheets.lines(batch, sheet.category, sheet)
      const { submission } = objection
      const inSheet = lines.some((line) => line.submission === submission)
      const runs = stageRuns(batch, 'notice', doing.at)
      const decided = reopenSheet({ sheet: sheet.state, runs, published: noticeLeft(batch), objection, inSheet })
      if (!decided.ok || !submission)
        return answer(c, await settled<{ repeated: boolean }>(sheet.pk, doing, decided.ok ? refuse('objection.about-nothing') : decided))
      return answer(c, await sheets.reopen(batch, sheet, { ...objection, submission }, reason, doing))
    },
  )
  .get(
    '/batches/:batch/categories/:key/sheet/export',
    on.batch('decisions.read'),
    describe('decisions', 'The sheet with figures, decisions and reasons as an Excel file'),
    query(InLanguage),
    async (c) => {
      const printed = await printedSheet(c.var.batch, c.req.param('key'))
      if (!printed) return refused(c, refuse('not-found'))
      const { language } = c.req.valid('query')
      const { excelOfSheet } = await import('./excelSheet.ts')
      const file = await excelOfSheet(printed, language)
      const name = attachment(`${titleOf(c.var.batch, printed.category)[language]}.xlsx`)
      return c.body(new Uint8Array(file), 200, { 'content-type': excelType, 'content-disposition': name })
    },
  )
  .get(
    '/batches/:batch/categories/:key/sheet/document',
    on.batch('decisions.read'),
    describe('decisions', 'A link to the sheet as a PDF to sign; not ready the first time it is asked for'),
    query(InLanguage),
    async (c) => {
      const printed = await printedSheet(c.var.batch, c.req.param('key'))
      return printed ? c.json(await sheetDocument(printed, c.req.valid('query').language)) : refused(c, refuse('not-found'))
    },
  )
  .get(
    '/batches/:batch/categories/:key/panel',
    on.batch('reviews.watch'),
    describe('decisions', 'How far the experts of a category agree, without a word of who is who'),
    async (c) => {
      const category = c.req.param('key')
      return has(c.var.batch, category) ? c.json(await panelOf(c.var.batch.id, category)) : refused(c, refuse('not-found'))
    },
  )
  .post(
    '/batches/:batch/categories/:key/sheet/send',
    on.batch('decisions.make'),
    describe('decisions', 'Sends the sheet to an approver, who confirms through a link in a mail'),
    body(Sending),
    async (c) => {
      const { actor, batch, doing } = c.var
      const category = c.req.param('key')
      if (!has(batch, category)) return refused(c, refuse('not-found'))
      const sheet = await sheets.get(batch.id, category)
      const lines = await sheets.lines(batch, category, sheet)
      const decided = sendForApproval({
        ...standing(batch, sheet, doing.at),
        lines,
        reviewed: isReviewed(batch),
        places: placesOf(batch, category),
      })
      if (!decided.ok) return answer(c, await settled<{ repeated: boolean }>(sheet?.pk, doing, decided))
      const by = actor.kind === 'member' ? actor.name : ''
      return answer(c, await sheets.send(batch, category, sheet, lines, { approver: c.req.valid('json').approver, by }, doing))
    },
  )
  .post(
    '/batches/:batch/categories/:key/sheet/approve',
    on.batch('decisions.approve'),
    describe('decisions', 'The approver confirms exactly the sheet that was shown'),
    body(Approval),
    async (c) => {
      const { actor, batch, doing } = c.var
      const { sha256 } = c.req.valid('json')
      const sheet = await sheets.get(batch.id, c.req.param('key'))
      if (!sheet || actor.kind !== 'approver' || sheet.approver?.id !== actor.approver) return refused(c, refuse('not-found'))
      const kept = sheetHash(await keptLines(batch.id, sheet.category))
      const decided = approve({ ...standing(batch, sheet, doing.at), sha256: sheet.sha256, kept }, sha256)
      const saved = decided.ok ? await sheets.approve(batch, sheet, sha256, doing) : decided
      return answer(c, await settled<{ repeated: boolean }>(sheet.pk, doing, saved))
    },
  )
  .post(
    '/batches/:batch/categories/:key/sheet/send-back',
    on.batch('decisions.approve'),
    describe('decisions', 'The approver sends the sheet back with a reason'),
    body(Reason),
    async (c) => {
      const { actor, batch, doing } = c.var
      const sheet = await sheets.get(batch.id, c.req.param('key'))
      if (!sheet || actor.kind !== 'approver' || sheet.approver?.id !== actor.approver) return refused(c, refuse('not-found'))
      const decided = takeBack(standing(batch, sheet, doing.at))
      const saved = decided.ok ? await sheets.comeBack(batch, sheet, 'sheet.sent-back', c.req.valid('json').reason, doing) : decided
      return answer(c, await settled<{ repeated: boolean }>(sheet.pk, doing, saved))
    },
  )
  .post(
    '/batches/:batch/categories/:key/sheet/withdraw',
    on.batch('decisions.make'),
    describe('decisions', 'The host takes a sent sheet back before it is approved'),
    body(Reason),
    async (c) => {
      const { batch, doing } = c.var
      const sheet = await sheets.get(batch.id, c.req.param('key'))
      if (!sheet) return refused(c, refuse('not-found'))
      const decided = takeBack(standing(batch, sheet, doing.at))
      const saved = decided.ok ? await sheets.comeBack(batch, sheet, 'sheet.withdrawn', c.req.valid('json').reason, doing) : decided
      return answer(c, await settled<{ repeated: boolean }>(sheet.pk, doing, saved))
    },
  )
  .get(
    '/batches/:batch/sheets',
    on.batch('decisions.read'),
    describe('decisions', 'How far the sheets of all categories are'),
    async (c) => {
      const { batch } = c.var
      const on = batch.categories.filter((category) => category.on)
      const found = await table.getMany(on.map(({ key: category }) => rowKey.sheet(batch.id, category)))
      return answer(
        c,
        accept({
          rows: on.map(({ key }, i) => ({
            category: key,
            title: titleOf(batch, key),
            ...sheetShown(batch, key, found[i] as unknown as Sheet | undefined),
          })),
        }),
      )
    },
  )

/** How far a sheet is, and whether it may be worked on at this moment. */
const standing = (batch: Batch, sheet: Sheet | undefined, at: string) => ({
  sheet: sheet?.state ?? ('open' as const),
  runs: decidingRuns(batch, sheet?.reopened, at),
})
const has = (batch: Batch, category: string) => batch.categories.some(({ key, on: used }) => key === category && used)
const templateOfBatch = (batch: Batch) => templateOf(batch.template.key, batch.template.version)
const titleOf = (batch: Batch, category: string): Text => categoryTitle(templateOfBatch(batch), category)

/** A category's sheet with its lines, to be printed; undefined where the batch has no such category. */
async function printedSheet(batch: Batch, category: string) {
  if (!has(batch, category)) return undefined
  const sheet = await sheets.get(batch.id, category)
  return { batch, category, sheet, lines: await sheets.lines(batch, category, sheet) }
}
