import { Hono } from 'hono'
import { adjustable } from '../../shared/batches/lifecycle.ts'
import { mailFacts, mailsOf } from '../../shared/batches/mail-facts.ts'
import type { Batch, Extension } from '../../shared/batches/schema.ts'
import { mails } from '../../shared/mails/catalogue.ts'
import {
  type BatchMailKey,
  batchMailKeys,
  composeWith,
  isBatchMail,
  placeholdersOf,
  unknownPlaceholders,
} from '../../shared/mails/sentences.ts'
import { refuse } from '../../shared/outcome.ts'
import { answer, body, query, refused, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { extension } from './extension.ts'
import { MailsAsked, OwnMail } from './schema.ts'
import { ownSentences } from './sentences.ts'
import { moveBatch } from './store.ts'
import { templateOfBatch } from './views.ts'

type Shown = { own: Awaited<ReturnType<typeof ownSentences>>; at: string; prepared: Extension | null; stage: string | undefined }

/** What a mail of this batch says, with example data for people and submissions, and whose sentences it carries. */
function shown(batch: Batch, mail: BatchMailKey, { own, ...facts }: Shown) {
  const template = templateOfBatch(batch)
  const call = template.mails[mail]
  const data = { ...mails[mail].sample, ...mailFacts(mail, batch, template, facts) }
  const usual = composeWith(mail, data, call)
  return {
    key: mail,
    when: batchMailKeys[mail],
    placeholders: placeholdersOf(mail),
    own: own[mail] ?? null,
    call: call ?? null,
    usual: { subject: { zh: usual.zh.subject, en: usual.en.subject }, opening: openingOf(usual) },
    mail: composeWith(mail, data, own[mail], call),
  }
}
const openingOf = (mail: ReturnType<typeof composeWith>) => {
  const of = (language: 'zh' | 'en') => {
    const [first] = mail[language].blocks
    return first && 'paragraph' in first ? first.paragraph : ''
  }
  return { zh: of('zh'), en: of('en') }
}

/** The mails that a batch sends, and the host's own sentences in them. */
export const mailRoutes = new Hono()
  .get(
    '/batches/:batch/mails',
    on.batch('batch.watch'),
    describe('batches', 'The mails the batch sends, with its own dates and categories, and where the host has set sentences of its own'),
    query(MailsAsked),
    async (c) => {
      const { batch, doing } = c.var
      const [own, prepared] = await Promise.all([ownSentences(batch.id), extension(batch.id)])
      const facts = { own, prepared, at: doing.at, stage: c.req.valid('query').stage }
      return c.json({ rows: mailsOf(batch, templateOfBatch(batch)).map((mail) => shown(batch, mail, facts)) })
    },
  )
  .put(
    '/batches/:batch/mails/:key',
    on.batch('batch.configure'),
    describe('batches', 'Sets subject and opening of one of its mails; nothing set goes back to those of the call'),
    body(OwnMail),
    async (c) => {
      const { batch, doing } = c.var
      const mail = c.req.param('key')
      const { sentences } = c.req.valid('json')
      if (!isBatchMail(mail)) return refused(c, refuse('not-found'))
      const allowed = adjustable(batch)
      if (!allowed.ok) return answer(c, await settled(batch.pk, doing, allowed))
      const unknown = sentences ? unknownPlaceholders(mail, sentences) : []
      if (unknown.length > 0) return refused(c, refuse('batch.mail-placeholder', { names: unknown.map((name) => `{${name}}`).join(' ') }))
      const { [mail]: _, ...others } = await ownSentences(batch.id)
      const all = sentences ? { ...others, [mail]: sentences } : others
      const move = moveBatch(batch, { type: 'batch.configured', batch: batch.id, changed: [`mails.${mail}`] })
      return answer(
        c,
        await settled(batch.pk, doing, await table.commit(doing, [move], [writes.put({ ...key.mails(batch.id), mails: all })])),
      )
    },
  )
