import { Hono } from 'hono'
import { fileField } from '../../shared/files/rules.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import { accept, refuse } from '../../shared/outcome.ts'
import { writes as isWriter, writerOf } from '../../shared/submissions/readers.ts'
import { mayWrite } from '../../shared/submissions/rules.ts'
import { answer, body, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { formFor } from '../submissions/form.ts'
import { linksToOwn, mayDownload } from './reading.ts'
import { removeFile } from './removal.ts'
import { Parts, Slot } from './schema.ts'
import { fileShown, finish, openSlot, partsOfUpload } from './slots.ts'

const tag = 'files'
const files = '/batches/:batch/submissions/:submission/files'
const fileOf = (submission: string, file: string) => table.get<FileRow>(key.file(submission, file))

/** Files of a submission: sent straight to the store, checked on arrival, read by signed links. */
export const fileRoutes = new Hono()
  .get(files, on.submission('submission.edit'), describe(tag, 'Files with the state of their check'), async (c) => {
    const rows = await table.all<FileRow>({ pk: key.submission(c.var.submission.id).pk, begins: 'FILE#', consistent: true })
    return c.json({ rows: rows.filter(({ state }) => state !== 'removed').map(fileShown) })
  })

  .post(files, on.submission('submission.edit'), describe(tag, 'A slot for one file'), body(Slot), async (c) => {
    const { batch, submission, doing, actor } = c.var
    const { section, field, ...claim } = c.req.valid('json')
    const may = mayWrite({ batch, submission, at: doing.at })
    if (!may.ok) return answer(c, may)
    const asked = fileField(formFor(batch, submission.category), section, field)
    const kept = await table.all<FileRow>({ pk: key.submission(submission.id).pk, begins: 'FILE#', consistent: true })
    const already = kept.filter(
      (file) => file.section === section && file.field === field && (file.state === 'waiting' || file.state === 'clean'),
    ).length
    const room = asked && { accept: asked.accept, maxBytes: asked.maxBytes, maxCount: asked.maxCount, already }
    return answer(c, await openSlot({ owner: 'sub', of: submission.id, section, field }, room, claim, writerOf(actor), doing), 201)
  })

  .get(`${files}/:file`, on.submission('submission.edit'), describe(tag, 'One file'), async (c) => {
    const row = await fileOf(c.var.submission.id, c.req.param('file'))
    return answer(c, row ? accept(fileShown(row)) : refuse('not-found'))
  })

  .get(`${files}/:file/parts`, on.submission('submission.edit'), describe(tag, 'Which parts have arrived'), async (c) => {
    const row = await fileOf(c.var.submission.id, c.req.param('file'))
    return answer(c, row ? await partsOfUpload(row, {}) : refuse('not-found'))
  })

  .post(
    `${files}/:file/parts`,
    on.submission('submission.edit'),
    describe(tag, 'Note parts that have arrived, get addresses for others'),
    body(Parts),
    async (c) => {
      const { batch, submission, doing } = c.var
      const may = mayWrite({ batch, submission, at: doing.at })
      const row = may.ok ? await fileOf(submission.id, c.req.param('file')) : undefined
      return answer(c, !may.ok ? may : row ? await partsOfUpload(row, c.req.valid('json')) : refuse('not-found'))
    },
  )

  .post(`${files}/:file/complete`, on.submission('submission.edit'), describe(tag, 'All parts are sent'), async (c) => {
    const { batch, submission, doing } = c.var
    const may = mayWrite({ batch, submission, at: doing.at })
    const row = may.ok ? await fileOf(submission.id, c.req.param('file')) : undefined
    return answer(c, !may.ok ? may : row ? await finish(row) : refuse('not-found'))
  })

  .delete(`${files}/:file`, on.submission('submission.edit'), describe(tag, 'Remove a file'), async (c) => {
    const { batch, submission, doing } = c.var
    const may = mayWrite({ batch, submission, at: doing.at })
    const row = may.ok ? await fileOf(submission.id, c.req.param('file')) : undefined
    const removed = !may.ok ? may : row ? await removeFile(row, doing) : refuse('not-found')
    return answer(c, await settled(key.submission(submission.id).pk, doing, removed))
  })

  .get(
    `${files}/:file/content`,
    on.submission('submission.read'),
    describe(tag, 'Links to a checked file, for five minutes: to keep it, and, where it is a document or a picture, to look at it'),
    async (c) => {
      const row = await mayDownload(c.var.submission, isWriter(c.var.actor, c.var.submission), c.req.param('file'))
      return answer(c, row.ok ? accept(await linksToOwn(row.value)) : row)
    },
  )
