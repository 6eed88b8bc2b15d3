import { randomInt } from 'node:crypto'
import { Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import type { Batch } from '../../shared/batches/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { longestHours } from '../../shared/people/sessions.ts'
import type { Actor } from '../../shared/permissions/actors.ts'
import { askForCode, codeLetsIn, codeMinutes, maskedAddress } from '../../shared/reviews/codes.ts'
import { answer, body, refused } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { linkCookie, on } from '../api/subject.ts'
import { sha256 } from '../aws/chain.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { newToken } from '../aws/tokens.ts'
import { writes } from '../aws/writes.ts'
import { type Holder, holderOf, type LinkRow } from './holders.ts'
import { participants } from './store.ts'

const Opening = z.strictObject({
  token: z.string().regex(/^[\w-]{43}$/),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
})
/**
 * A link from a mail. Loading the page calls nothing; only a person's press of the button posts the token here.
 * The link works again and again until the host revokes it; once the batch is completed it shows what has become of it.
 */
export const linkRoutes = new Hono()
  .post(
    '/link/open',
    on.anyone('link.open'),
    describe('link', 'Opens an expert’s or approver’s link; may ask for a six-digit code sent by mail'),
    body(Opening),
    async (c) => {
      const { token, code } = c.req.valid('json')
      const hash = sha256(token)
      const link = await table.get<LinkRow>(key.token(hash))
      const holder = link && (await holderOf(link))
      if (!link || !holder) return refused(c, refuse('link.invalid'))
      if (holder.revoked) return refused(c, refuse('link.revoked'))
      if (holder.batch.state === 'cancelled') return refused(c, refuse('batch.cancelled'))
      if (holder.batch.settings.secondStep) {
        if (!code) return answer(c, await sendCode(link, holder, c.var.doing))
        const right = await tryCode(link, code, c.var.doing.at)
        if (!right.ok) return refused(c, right)
      }
      if (holder.kind === 'expert') await participants.opened(holder.batch.id, holder.id, c.var.doing.at)
      const session = newToken()
      await table.put({
        ...key.session(session.hash),
        actor: { ...actorOf(holder, session.hash) },
        createdAt: c.var.doing.at,
        lastSeenAt: c.var.doing.at,
        ttl: Math.floor(Date.parse(c.var.doing.at) / 1000) + longestHours * 3600,
      })
      setCookie(c, linkCookie, session.token, { httpOnly: true, secure: true, sameSite: 'Strict', path: '/', maxAge: longestHours * 3600 })
      return c.json(opened(holder))
    },
  )
  .post('/link/close', on.anyone('link.open'), describe('link', 'Ends the session that a link opened'), async (c) => {
    const { actor } = c.var
    if (actor.kind === 'expert' || actor.kind === 'approver') await table.remove(key.session(actor.session))
    deleteCookie(c, linkCookie, { path: '/', secure: true })
    return c.json({ closed: true })
  })

const opened = (holder: Holder) => ({
  kind: holder.kind,
  id: holder.id,
  batch: holder.batch.id,
  title: holder.batch.title,
  name: holder.name,
  category: holder.category,
})
function actorOf(holder: Holder, session: string): Actor {
  const common = { name: holder.name, batch: holder.batch.id, session }
  return holder.kind === 'expert'
    ? { kind: 'expert', expert: holder.id, linkedAt: holder.linkedAt, ...common }
    : { kind: 'approver', approver: holder.id, ...common }
}

async function sendCode(
  link: LinkRow,
  holder: { name: string; email: string; batch: Batch },
  doing: Doing,
): Promise<Outcome<{ codeSent: true; to: string }>> {
  const may = askForCode(link, doing.at)
  if (!may.ok) return may
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const until = new Date(Date.parse(doing.at) + codeMinutes * 60_000).toISOString()
  const before = link.asked?.at(-1)
  const kept = await table.write(
    writes.update(
      link,
      { code: sha256(`${link.pk}${code}`), codeUntil: until, tries: 0, asked: may.value.asked },
      before === undefined
        ? { expression: 'attribute_exists(pk) AND attribute_not_exists(#asked)', names: { '#asked': 'asked' } }
        : { expression: '#asked = :was', names: { '#asked': 'asked' }, values: { ':was': link.asked } },
      refuse('changed-meanwhile'),
    ),
  )
  if (!kept.ok) return kept
  await send({
    job: 'mail',
    mail: 'link-code',
    to: holder.email,
    id: doing.request,
    data: { name: holder.name, batch: holder.batch.title, code, minutes: codeMinutes },
  })
  return accept({ codeSent: true, to: maskedAddress(holder.email) })
}

/** Every try is counted before it is judged; one that lets in spends the code. */
async function tryCode(link: LinkRow, code: string, at: string): Promise<Outcome<unknown>> {
  const right = codeLetsIn(link, sha256(`${link.pk}${code}`), at)
  const counted = await table.write(
    writes.update(
      link,
      { tries: (link.tries ?? 0) + 1, ...(right.ok && { codeUntil: at }) },
      { expression: '#tries = :was', names: { '#tries': 'tries' }, values: { ':was': link.tries ?? 0 } },
      refuse('link.code-wrong'),
    ),
  )
  return counted.ok ? right : counted
}
