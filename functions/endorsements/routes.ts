import { Hono } from 'hono'
import { worksOnLists } from '../../shared/endorsements/lists.ts'
import { arranged } from '../../shared/endorsements/progress.ts'
import { levelOfKind } from '../../shared/endorsements/way.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import { onePiece } from '../../shared/files/schema.ts'
import { accept, refuse, yielding } from '../../shared/outcome.ts'
import type { Actor } from '../../shared/permissions/actors.ts'
import { asMember, writerOf } from '../../shared/submissions/readers.ts'
import { answer, body, query, refused, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { attachment } from '../aws/disposition.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { excelType } from '../documents/excel/answer.ts'
import { linksToOwn } from '../files/reading.ts'
import { fileShown, openSlot } from '../files/slots.ts'
import { excelOf } from '../submissions/export.ts'
import { allPages, exportedAtOnce, unitList, unitPage } from '../submissions/lists.ts'
import { UnitExport, UnitList } from '../submissions/schema.ts'
import { shown } from '../submissions/told.ts'
import { sayOfMany } from './bulk.ts'
import { listDocument } from './document.ts'
import { bindScan, confirm, listShown, loadList, overview, reopen, reorder } from './lists.ts'
import { Bulk, Confirmation, Correction, Order, Recommendation, Return, ScanBinding, ScanSlot, StandingsExport, Why } from './schema.ts'
import { progressBelow } from './standings.ts'
import { excelOfStandings } from './standingsSheet.ts'
import { endorse } from './store.ts'
import { ownUnit, seenUnit } from './units.ts'

const tag = 'endorsements'
const one = '/batches/:batch/submissions/:submission'
const unit = '/batches/:batch/units/:organisation'
const list = `${unit}/lists/:key`
/** What may be sent as a stamped scan. */
const scans = { accept: ['pdf', 'image'], maxBytes: onePiece, maxCount: 20, already: 0 } as const
const scanOf = (batch: string, file: string) => table.get<FileRow>(key.upload('list', batch, file))

type Asking = Omit<Parameters<typeof endorse>[0], 'unit'> & { actor: Actor; doing: Doing }
/** Carries out what the unit of whoever asks says of a submission; answered with how it stands then. */
const said = async ({ actor, doing, ...about }: Asking, saying: Parameters<typeof endorse>[1]) =>
  shown(about.submission.id, doing, await endorse({ ...about, unit: asMember(actor).organisation.id }, saying, doing))

/** What a recommending unit does with one submission. */
const onSubmissions = new Hono()
  .post(`${one}/recommend`, on.submission('submission.endorse'), describe(tag, 'Recommend'), body(Recommendation), async (c) =>
    answer(c, await said(c.var, { action: 'recommend', ...c.req.valid('json') })),
  )
  .post(`${one}/return`, on.submission('submission.endorse'), describe(tag, 'Return for correction'), body(Return), async (c) =>
    answer(c, await said(c.var, { action: 'return', ...c.req.valid('json') })),
  )
  .post(
    `${one}/correction`,
    on.submission('submission.endorse'),
    describe(tag, 'Set the date of a correction anew'),
    body(Correction),
    async (c) => answer(c, await said(c.var, { action: 'correction', ...c.req.valid('json') })),
  )
  .post(
    `${one}/take-up`,
    on.submission('submission.endorse'),
    describe(tag, 'Take up again what was returned, as it was handed in'),
    body(Why),
    async (c) => answer(c, await said(c.var, { action: 'take-up', ...c.req.valid('json') })),
  )
  .post(`${one}/decline`, on.submission('submission.endorse'), describe(tag, 'Do not recommend'), body(Why), async (c) =>
    answer(c, await said(c.var, { action: 'decline', ...c.req.valid('json') })),
  )
  .post(`${one}/undo`, on.submission('submission.endorse'), describe(tag, 'Take a recommendation back'), body(Why), async (c) =>
    answer(c, await said(c.var, { action: 'undo', ...c.req.valid('json') })),
  )

/** What a unit sees of a batch, drafts included; the host has a list of its own, of what was handed in. */
const onUnits = new Hono()
  .get(
    `${unit}/submissions`,
    on.batch('list.read'),
    describe(tag, 'What passes through a unit; with `words` of what has them, `looked`: in so many, as far as it was looked through'),
    query(UnitList),
    async (c) => {
      const seen = ownUnit(c.var.actor, c.req.param('organisation'))
      return seen.ok ? c.json(await unitPage({ organisation: seen.value }, c.var.batch, c.req.valid('query'))) : refused(c, seen)
    },
  )
  .get(`${unit}/submissions.xlsx`, on.batch('list.read'), describe(tag, 'The same as Excel'), query(UnitExport), async (c) => {
    const { language, columns, ...asked } = c.req.valid('query')
    const seen = ownUnit(c.var.actor, c.req.param('organisation'))
    if (!seen.ok) return refused(c, seen)
    const rows = await allPages((cursor) =>
      unitList({ organisation: seen.value }, c.var.batch, { ...asked, cursor, limit: exportedAtOnce }),
    )
    const file = await excelOf(c.var.batch, rows, language, columns)
    return c.body(file, 200, {
      'content-type': excelType,
      'content-disposition': attachment(`${seen.value.name}-${c.var.batch.title}.xlsx`),
    })
  })
  .post(
    `${unit}/bulk`,
    on.batch('list.manage'),
    describe(tag, 'Say the same of several, or tell what that would do'),
    body(Bulk),
    async (c) => {
      const own = ownUnit(c.var.actor, c.req.param('organisation'))
      if (!own.ok) return refused(c, own)
      const { submissions, dryRun, taken, ...saying } = c.req.valid('json')
      return c.json(await sayOfMany({ batch: c.var.batch, unit: own.value.id, submissions, saying, dryRun, taken }, c.var.doing))
    },
  )
  .get(`${unit}/lists`, on.batch('list.read'), describe(tag, 'Places and lists in all categories'), async (c) => {
    const seen = await seenUnit(c.var.actor, c.var.batch, c.req.param('organisation'))
    return seen.ok ? c.json({ rows: await overview(c.var.batch, seen.value, c.var.doing.at) }) : refused(c, seen)
  })
  .get(
    `${unit}/standings`,
    on.batch('list.read'),
    describe(tag, 'How far each unit right below is: how many are being written, wait, are returned, recommended, declined'),
    async (c) => {
      const seen = await seenUnit(c.var.actor, c.var.batch, c.req.param('organisation'))
      return seen.ok ? c.json({ rows: await progressBelow(c.var.batch, seen.value) }) : refused(c, seen)
    },
  )
  .get(`${unit}/standings.xlsx`, on.batch('list.read'), describe(tag, 'The same as Excel'), query(StandingsExport), async (c) => {
    const { language, ...shown } = c.req.valid('query')
    const seen = await seenUnit(c.var.actor, c.var.batch, c.req.param('organisation'))
    if (!seen.ok) return refused(c, seen)
    const file = await excelOfStandings(arranged(await progressBelow(c.var.batch, seen.value), shown), language)
    return c.body(file, 200, {
      'content-type': excelType,
      'content-disposition': attachment(`${seen.value.name}-${c.var.batch.title}.xlsx`),
    })
  })

const onLists = new Hono()
  .get(list, on.batch('list.read'), describe(tag, 'A list in its order'), async (c) => {
    const seen = await seenUnit(c.var.actor, c.var.batch, c.req.param('organisation'))
    const loaded = seen.ok ? await loadList(c.var.batch, seen.value, c.req.param('key'), c.var.doing.at) : seen
    return answer(c, loaded.ok ? accept(listShown(loaded.value)) : loaded)
  })
  .put(`${list}/order`, on.batch('list.manage'), describe(tag, 'Put the list in order'), body(Order), async (c) => {
    const { batch, doing, actor } = c.var
    const own = ownUnit(actor, c.req.param('organisation'))
    const loaded = own.ok ? await loadList(batch, own.value, c.req.param('key'), doing.at) : own
    const saved = loaded.ok ? await reorder(loaded.value, c.req.valid('json'), doing) : loaded
    return answer(c, yielding(await settled(batch.pk, doing, saved), { done: true }))
  })
  .get(`${list}/document`, on.batch('list.read'), describe(tag, 'The list as PDF, to sign and stamp'), async (c) => {
    const seen = await seenUnit(c.var.actor, c.var.batch, c.req.param('organisation'))
    const loaded = seen.ok ? await loadList(c.var.batch, seen.value, c.req.param('key'), c.var.doing.at) : seen
    return answer(c, loaded.ok ? accept(await listDocument(loaded.value)) : loaded)
  })
  .post(`${list}/files`, on.batch('list.manage'), describe(tag, 'A slot for the stamped scan'), body(ScanSlot), async (c) => {
    const { batch, doing, actor } = c.var
    const own = ownUnit(actor, c.req.param('organisation'))
    if (!own.ok) return refused(c, own)
    const level = levelOfKind(own.value.kind)
    const may = level ? worksOnLists({ batch, level, at: doing.at }) : refuse('not-found')
    if (!may.ok) return refused(c, may)
    const place = { owner: 'list', of: batch.id, section: own.value.id, field: c.req.param('key') } as const
    return answer(c, await openSlot(place, scans, c.req.valid('json'), writerOf(actor), doing), 201)
  })
  .get(`${list}/files/:file`, on.batch('list.read'), describe(tag, 'The state of a scan’s check'), async (c) => {
    const seen = await seenUnit(c.var.actor, c.var.batch, c.req.param('organisation'))
    const row = seen.ok ? await scanOf(c.var.batch.id, c.req.param('file')) : undefined
    return answer(c, row && row.section === c.req.param('organisation') ? accept(fileShown(row)) : refuse('not-found'))
  })
  .get(
    `${list}/files/:file/content`,
    on.batch('list.read'),
    describe(tag, 'Links to a checked scan, to keep it and to look at it'),
    async (c) => {
      const seen = await seenUnit(c.var.actor, c.var.batch, c.req.param('organisation'))
      const row = seen.ok ? await scanOf(c.var.batch.id, c.req.param('file')) : undefined
      if (row?.object === undefined || row.section !== c.req.param('organisation')) return refused(c, refuse('not-found'))
      return answer(c, accept(await linksToOwn({ ...row, object: row.object })))
    },
  )
  .put(
    `${list}/scan`,
    on.batch('list.manage'),
    describe(tag, 'Bind a stamped scan to the list that was printed'),
    body(ScanBinding),
    async (c) => {
      const { batch, doing, actor } = c.var
      const own = ownUnit(actor, c.req.param('organisation'))
      const { file, sha256 } = c.req.valid('json')
      const loaded = own.ok ? await loadList(batch, own.value, c.req.param('key'), doing.at) : own
      const row = loaded.ok ? await scanOf(batch.id, file) : undefined
      const saved = loaded.ok ? (row ? await bindScan(loaded.value, row, sha256, doing) : refuse('not-found')) : loaded
      return answer(c, yielding(await settled(batch.pk, doing, saved), { done: true }))
    },
  )
  .post(
    `${list}/confirm`,
    on.batch('list.confirm'),
    describe(tag, 'Confirm the list as it was seen; it is final then'),
    body(Confirmation),
    async (c) => {
      const { batch, doing, actor } = c.var
      const own = ownUnit(actor, c.req.param('organisation'))
      const loaded = own.ok ? await loadList(batch, own.value, c.req.param('key'), doing.at) : own
      const saved = loaded.ok ? await confirm(loaded.value, c.req.valid('json').sha256, doing) : loaded
      return answer(c, yielding(await settled(batch.pk, doing, saved), { done: true }))
    },
  )
  .post(`${list}/reopen`, on.batch('list.reopen'), describe(tag, 'The host gives a confirmed list back'), body(Why), async (c) => {
    const { batch, doing, actor } = c.var
    const seen = await seenUnit(actor, batch, c.req.param('organisation'))
    const loaded = seen.ok ? await loadList(batch, seen.value, c.req.param('key'), doing.at) : seen
    const saved = loaded.ok ? await reopen(loaded.value, c.req.valid('json').reason, doing) : loaded
    return answer(c, yielding(await settled(batch.pk, doing, saved), { done: true }))
  })

/** Checking and recommending, level by level. */
export const endorsementRoutes = new Hono().route('/', onSubmissions).route('/', onUnits).route('/', onLists)
