import { Hono } from 'hono'
import { accept, refuse } from '../../shared/outcome.ts'
import { answer, body, query } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { attachment } from '../aws/disposition.ts'
import { excelType } from '../documents/excel/answer.ts'
import { eachRow } from './bulk.ts'
import { excelOf } from './export.ts'
import { allPages, exportedAtOnce, hostList, hostPage } from './lists.ts'
import { HostExport, HostList, Reason, Screening } from './schema.ts'
import { handedIn, screen, screened } from './screening.ts'
import { after, shown } from './told.ts'

const tag = 'submissions'
const one = '/batches/:batch/submissions/:submission'

/** What the host of a batch does with what was handed in. */
export const hostRoutes = new Hono()
  .get(
    '/batches/:batch/submissions',
    on.batch('batch.watch'),
    describe(tag, 'Everything handed in, filtered; with `words` of what has them, `looked`: in so many, as far as it was looked through'),
    query(HostList),
    async (c) => c.json(await hostPage(c.var.batch, c.req.valid('query'))),
  )

  .get(
    '/batches/:batch/submissions.xlsx',
    on.batch('batch.watch'),
    describe(tag, 'The same list as Excel'),
    query(HostExport),
    async (c) => {
      const { language, columns, ...asked } = c.req.valid('query')
      const rows = await allPages((cursor) => hostList(c.var.batch, { ...asked, cursor, limit: exportedAtOnce }))
      const file = await excelOf(c.var.batch, rows, language, columns)
      return c.body(file, 200, { 'content-type': excelType, 'content-disposition': attachment(`${c.var.batch.title}.xlsx`) })
    },
  )

  .post(`${one}/qualify`, on.submission('submission.screen'), describe(tag, 'Find qualified'), async (c) =>
    answer(c, await shown(c.var.submission.id, c.var.doing, await screen(c.var, { outcome: 'qualified' }, c.var.doing))),
  )

  .post(
    `${one}/disqualify`,
    on.submission('submission.screen'),
    describe(tag, 'Find not qualified, with a reason'),
    body(Reason),
    async (c) =>
      answer(
        c,
        await shown(
          c.var.submission.id,
          c.var.doing,
          await screen(c.var, { outcome: 'disqualified', ...c.req.valid('json') }, c.var.doing),
        ),
      ),
  )

  .post(
    '/batches/:batch/screening',
    on.batch('submission.screen'),
    describe(tag, 'Screen several, or say what that would do'),
    body(Screening),
    async (c) => {
      const { batch, doing } = c.var
      const { submissions, dryRun = false, ...finding } = c.req.valid('json')
      const found = await handedIn(batch, submissions)
      const result = await eachRow(submissions, dryRun, async (id) => {
        const submission = found.get(id)
        if (!submission) return refuse('not-found')
        const about = { batch, submission }
        if (!dryRun) return after(id, doing, await screen(about, finding, doing))
        const would = screened(about, finding, doing.at)
        return would.ok ? accept(null) : would
      })
      return c.json(result)
    },
  )
