import { Hono } from 'hono'
import { accept, refuse } from '../../shared/outcome.ts'
import { asMember, writerOf } from '../../shared/submissions/readers.ts'
import { viewOf } from '../../shared/submissions/summary.ts'
import { answer, body, query, refused } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { downloadOf } from '../aws/files.ts'
import { byReceipt } from './finding.ts'
import { formFor } from './form.ts'
import { versionOf } from './frozen.ts'
import { giveUp, handIn, takeBack } from './handing-in.ts'
import { hostRoutes } from './hostRoutes.ts'
import { lately } from './lately.ts'
import { batchesOf, ownList } from './lists.ts'
import { mentionedIn } from './mentioned.ts'
import { bePresent } from './presence.ts'
import { listVersions, readAnswers, readPath, readRecord, readSection, readVersion, taskList } from './reading.ts'
import { saveDraft } from './saving.ts'
import { Finding, OwnList, Presence, SaveSection, Start, VersionNumber } from './schema.ts'
import { loadStart, saveStart } from './starting.ts'
import { shown, tell } from './told.ts'

const tag = 'submissions'
const one = '/batches/:batch/submissions/:submission'

/** What an applicant does with a submission, and how it is read by those who may. */
export const submissionRoutes = new Hono()
  .get(
    '/submissions',
    on.member('submission.list-own'),
    describe(tag, 'What my institution has, in all batches'),
    query(OwnList),
    async (c) => {
      const list = await ownList(c.var.member, c.req.valid('query'))
      return c.json({ ...list, batches: await batchesOf(list) })
    },
  )

  .get(
    '/submissions/lately',
    on.member('submission.list-own'),
    describe(tag, 'What happened last to what my unit has entered'),
    async (c) => c.json({ rows: await lately(c.var.member) }),
  )

  .get(
    '/submissions/found',
    on.member('submission.find'),
    describe(tag, 'The submission with a receipt number, if I may read it'),
    query(Finding),
    async (c) => answer(c, await byReceipt(c.var.member, c.req.valid('query').receipt)),
  )

  .post('/batches/:batch/submissions', on.batch('submission.start'), describe(tag, 'Start a submission'), body(Start), async (c) => {
    const facts = await loadStart(asMember(c.var.actor), c.var.batch, c.req.valid('json'))
    const saved = facts.ok ? await saveStart(facts.value, c.var.doing) : facts
    return answer(c, saved.ok ? accept(viewOf(saved.value.submission)) : saved, 201)
  })

  .get(one, on.draft('submission.read'), describe(tag, 'A submission: its sections, what may be done with it'), (c) =>
    answer(c, taskList(c.var)),
  )

  .get(`${one}/form`, on.submission('submission.read'), describe(tag, 'The form it fills in'), (c) =>
    c.json(formFor(c.var.batch, c.var.submission.category)),
  )

  .get(`${one}/answers`, on.draft('submission.read'), describe(tag, 'All answers, with what is still wrong'), async (c) =>
    answer(c, await readAnswers(c.var)),
  )

  .get(`${one}/sections/:key`, on.draft('submission.read'), describe(tag, 'One section'), async (c) =>
    answer(c, await readSection(c.var, c.req.param('key'))),
  )

  .put(
    `${one}/sections/:key`,
    on.draft('submission.edit', (body, param) => mentionedIn(body, param('submission'))),
    describe(tag, 'Save a section over the version seen'),
    body(SaveSection),
    async (c) => tell(c, await saveDraft(c.var, c.req.param('key'), c.req.valid('json'))),
  )

  .post(
    `${one}/presence`,
    on.submission('submission.edit'),
    describe(tag, 'Say that I have it open, and hear who else has'),
    body(Presence),
    async (c) =>
      c.json({ rows: await bePresent(c.var.submission.id, asMember(c.var.actor), c.req.valid('json').section ?? null, c.var.doing.at) }),
  )

  .post(`${one}/submit`, on.draft('submission.submit'), describe(tag, 'Hand in: freeze a version and give a receipt'), async (c) =>
    tell(c, await handIn({ ...c.var, by: writerOf(c.var.actor) }, c.var.doing)),
  )

  .post(`${one}/recall`, on.submission('submission.submit'), describe(tag, 'Take back what was handed in, to correct it'), async (c) =>
    answer(c, await shown(c.var.submission.id, c.var.doing, await takeBack(c.var, c.var.doing))),
  )

  .post(`${one}/discard`, on.submission('submission.edit', true), describe(tag, 'Give up a draft'), async (c) =>
    answer(c, await shown(c.var.submission.id, c.var.doing, await giveUp(c.var, c.var.doing))),
  )

  .get(`${one}/versions`, on.submission('submission.read'), describe(tag, 'The frozen versions'), async (c) =>
    c.json({ rows: await listVersions(c.var.submission) }),
  )

  .get(`${one}/versions/:number`, on.submission('submission.read'), describe(tag, 'A frozen version as it was handed in'), async (c) => {
    const number = VersionNumber.safeParse(c.req.param('number'))
    return answer(c, number.success ? await readVersion(c.var.submission, number.data) : refuse('version.absent'))
  })

  .get(`${one}/versions/:number/pdf`, on.submission('submission.read'), describe(tag, 'A link to the application as PDF'), async (c) => {
    const number = VersionNumber.safeParse(c.req.param('number'))
    const version = number.success ? await versionOf(c.var.submission, number.data) : undefined
    if (!version) return refused(c, refuse('version.absent'))
    if (!version.document) return refused(c, refuse('document.not-ready'))
    return c.json({ url: await downloadOf(version.document.key) })
  })

  .get(`${one}/path`, on.submission('submission.read'), describe(tag, 'What happened to it, who has it, what is next'), async (c) =>
    c.json(await readPath(c.var)),
  )

  .get(`${one}/events`, on.submission('audit.read-own'), describe(tag, 'Its record, with the chain of hashes'), async (c) =>
    c.json({ rows: await readRecord(c.var.submission) }),
  )
  .route('/', hostRoutes)
