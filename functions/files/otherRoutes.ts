import { Hono } from 'hono'
import type { Batch } from '../../shared/batches/schema.ts'
import { filesIn } from '../../shared/files/rules.ts'
import { FileClaim, type FileRow } from '../../shared/files/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Actor } from '../../shared/permissions/actors.ts'
import { writerOf } from '../../shared/submissions/readers.ts'
import { answer, body } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { downloadOf } from '../aws/files.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { materialOf } from '../reviews/material.ts'
import { materialSeat } from '../reviews/seat.ts'
import { type FileLinks, linksTo } from './reading.ts'
import { Parts } from './schema.ts'
import { fileShown, finish, openSlot, partsOfUpload } from './slots.ts'

const tag = 'files'
/** What may be shown on a work page: pictures, documents and short films. */
const onWorkPage = { accept: ['pdf', 'image', 'video'], maxBytes: 200 * 1024 * 1024, maxCount: 500 } as const

/** An expert reads the files that the material names, under the names it gives them: where the applicant is hidden, the name of a file would tell. */
async function asReviewed(batch: Batch, actor: Actor, submission: string, file: string): Promise<Outcome<FileLinks>> {
  const seat = await materialSeat(batch, actor, submission)
  if (!seat.ok) return seat
  const material = await materialOf(batch, seat.value.review)
  const named = material?.form.sections.flatMap(({ key: section }) => filesIn(material.form, section, material.values[section] ?? {}))
  const shown = named?.find((each) => each.file.id === file)?.file.name
  const row = shown === undefined ? undefined : await table.get<FileRow>(key.file(submission, file))
  if (shown === undefined || row?.state !== 'clean' || row.object === undefined) return refuse('not-found')
  return accept(await linksTo(row.object, shown, row.type))
}

/** Files of awards, and files as experts read them. */
export const otherFileRoutes = new Hono()
  .get(
    '/batches/:batch/desk/:submission/files/:file',
    on.batch('review.read'),
    describe(tag, 'A file of the material, for its expert'),
    async (c) => answer(c, await asReviewed(c.var.batch, c.var.actor, c.req.param('submission'), c.req.param('file'))),
  )

  .post('/awards/:award/files', on.award('award.post'), describe(tag, 'A slot for a file of the work page'), body(FileClaim), async (c) => {
    const { award, doing, actor } = c.var
    const files = await table.all<FileRow>({ pk: key.award(award.id).pk, begins: 'FILE#' })
    const already = files.filter(({ state }) => state === 'waiting' || state === 'clean').length
    return answer(
      c,
      await openSlot({ owner: 'award', of: award.id }, { ...onWorkPage, already }, c.req.valid('json'), writerOf(actor), doing),
      201,
    )
  })

  .get(
    '/awards/:award/files/:file',
    on.award('award.read'),
    describe(tag, 'A file of the work page, with the state of its check'),
    async (c) => {
      const row = await table.get<FileRow>(key.upload('award', c.var.award.id, c.req.param('file')))
      return answer(c, row ? accept(fileShown(row)) : refuse('not-found'))
    },
  )

  .get(
    '/awards/:award/files/:file/content',
    on.award('award.read'),
    describe(tag, 'A link to a checked file of the work page'),
    async (c) => {
      const row = await table.get<FileRow>(key.upload('award', c.var.award.id, c.req.param('file')))
      return answer(c, row?.object === undefined ? refuse('not-found') : accept({ url: await downloadOf(row.object) }))
    },
  )

  .post(
    '/awards/:award/files/:file/parts',
    on.award('award.post'),
    describe(tag, 'Note parts that have arrived, get addresses for others'),
    body(Parts),
    async (c) => {
      const row = await table.get<FileRow>(key.upload('award', c.var.award.id, c.req.param('file')))
      return answer(c, row ? await partsOfUpload(row, c.req.valid('json')) : refuse('not-found'))
    },
  )

  .post('/awards/:award/files/:file/complete', on.award('award.post'), describe(tag, 'All parts are sent'), async (c) => {
    const row = await table.get<FileRow>(key.upload('award', c.var.award.id, c.req.param('file')))
    return answer(c, row ? await finish(row) : refuse('not-found'))
  })
