import { Hono } from 'hono'
import { arranged, totalsOf } from '../../shared/batches/completeness.ts'
import { adjustable } from '../../shared/batches/lifecycle.ts'
import { drainSeconds } from '../../shared/batches/timing.ts'
import { accept, refuse } from '../../shared/outcome.ts'
import { answer, body, query, refused, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { attachment } from '../aws/disposition.ts'
import { healthOf } from '../aws/health.ts'
import { table } from '../aws/table.ts'
import { excelType } from '../documents/excel/answer.ts'
import { checkRecords } from './checking.ts'
import { completeness } from './completeness.ts'
import { countsOf, talliesOf } from './counts.ts'
import { excelOfCompleteness, excelOfTrail } from './exports.ts'
import { extension, preparedWrite } from './extension.ts'
import { pulseOf } from './pulse.ts'
import { Checking, Completeness, CompletenessExport, Prepared, Trail, TrailExport } from './schema.ts'
import { moveBatch } from './store.ts'
import { trailPage, wholeTrail } from './trail.ts'

const tag = 'batches'
const minutesOfPulse = 60
const minutesOfHealth = 15

/** How a batch stands, and what has happened to it. */
export const watchRoutes = new Hono()
  .get(
    '/batches/:batch/progress',
    on.batch('batch.watch'),
    describe(tag, 'How many submissions are in which state, by unit and category'),
    async (c) => {
      const rows = await countsOf(c.var.batch.id)
      return c.json({ rows, totals: totalsOf(rows) })
    },
  )
  .get(
    '/batches/:batch/live',
    on.batch('batch.watch'),
    describe(
      tag,
      'What comes in by the minute, what is not yet handed in by unit, and how the service does; cheap enough to be asked every few seconds',
    ),
    async (c) => {
      const { batch, doing } = c.var
      const [minutes, units, health, prepared] = await Promise.all([
        pulseOf(batch.id, doing.at, minutesOfPulse),
        talliesOf(batch.id),
        healthOf(doing.at, minutesOfHealth),
        extension(batch.id),
      ])
      return c.json({ at: doing.at, drainSeconds, minutes, units, totals: totalsOf(units), health, prepared })
    },
  )
  .put(
    '/batches/:batch/extension',
    on.batch('batch.run'),
    describe(tag, 'Keeps an extension ready for the night of a deadline, or forgets it'),
    body(Prepared),
    async (c) => {
      const { batch, doing } = c.var
      const { prepared } = c.req.valid('json')
      const allowed = adjustable(batch)
      if (!allowed.ok) return answer(c, await settled(batch.pk, doing, allowed))
      if (prepared && !batch.stages.some(({ key, on: used, closes }) => key === prepared.stage && used && closes !== null))
        return refused(c, refuse('stage.undated'))
      const move = moveBatch(batch, { type: 'batch.configured', batch: batch.id, changed: ['extension'] })
      return answer(c, await settled(batch.pk, doing, await table.commit(doing, [move], [preparedWrite(batch.id, prepared)])))
    },
  )
  .get(
    '/batches/:batch/completeness',
    on.batch('batch.watch'),
    describe(tag, 'Who is expected, has begun and has handed in: the units right below the host, or those below one of them'),
    query(Completeness),
    async (c) => answer(c, await completeness(c.var.batch, c.req.valid('query').unit)),
  )
  .get(
    '/batches/:batch/completeness.xlsx',
    on.batch('batch.watch'),
    describe(tag, 'The same as Excel'),
    query(CompletenessExport),
    async (c) => {
      const { unit, language, ...shown } = c.req.valid('query')
      const found = await completeness(c.var.batch, unit)
      if (!found.ok) return refused(c, found)
      const file = await excelOfCompleteness(arranged(found.value.rows, shown), language)
      return c.body(file, 200, { 'content-type': excelType, 'content-disposition': attachment(`${c.var.batch.title}.xlsx`) })
    },
  )
  .get(
    '/batches/:batch/events',
    on.batch('audit.read'),
    describe(
      tag,
      'Everything that was done to the batch, its decision sheets, notices and awards, and by whom, newest first, each with the hash that chains it to the one before. `about`: what it concerns beside the batch itself',
    ),
    query(Trail),
    async (c) => c.json(await trailPage(c.var.batch, c.req.valid('query'))),
  )
  .get(
    '/batches/:batch/events/check',
    on.batch('audit.read'),
    describe(
      tag,
      'Recomputes the hashes of everything recorded in it (the batch, sheets, submissions with their reviews, notices, awards), page by page, and says where they do not hold',
    ),
    query(Checking),
    async (c) => answer(c, accept(await checkRecords(c.var.batch, c.req.valid('query').cursor))),
  )
  .get(
    '/batches/:batch/events.xlsx',
    on.batch('audit.read'),
    describe(tag, 'The record as Excel, or one kind of it'),
    query(TrailExport),
    async (c) => {
      const { language, about } = c.req.valid('query')
      const file = await excelOfTrail(c.var.batch, await wholeTrail(c.var.batch, about), language)
      return c.body(file, 200, { 'content-type': excelType, 'content-disposition': attachment(`${c.var.batch.title}.xlsx`) })
    },
  )
