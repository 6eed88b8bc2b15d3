import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import { hasLeft, takesPart } from '../../shared/reviews/rules.ts'
import type { Participant } from '../../shared/reviews/schema.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { environment } from '../aws/environment.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { newToken, tokenRow } from '../aws/tokens.ts'
import { writes } from '../aws/writes.ts'
import { mailMembers } from '../batches/telling.ts'
import { participants } from './store.ts'

/** How long the row of a link is kept; the batch ends long before. */
const linkDays = 400

type About = { batch: string; expert: string; at: string; request: string }

type Linked = { batch: string; expert: string; at: string }

/**
 * A new link for an expert; earlier ones go on working. The token exists only in the mail, its hash in the table. The door behind it asks the server nothing before
 * a press, so the link itself says whether an answer to the invitation is still asked for.
 */
async function newLink({ batch, expert, at }: Linked, { state }: Pick<Participant, 'state'>): Promise<{ link: string }> {
  const { token, hash } = newToken()
  await table.put(tokenRow(hash, { holder: { kind: 'expert', batch, expert } }, at, linkDays))
  return { link: `${environment().PUBLIC_ORIGIN}/r#t=${token}${state === 'invited' ? '&invited' : ''}` }
}

/** Sends the expert a mail, with a new link unless there is nothing more to open. */
async function write(
  about: About,
  mail: string,
  more: (participant: Participant) => Record<string, unknown>,
  linked: (about: Linked, participant: Participant) => Promise<object> = newLink,
): Promise<void> {
  const [batchRow, row] = await table.getMany([key.batch(about.batch), key.participant(about.batch, about.expert)])
  const batch = batchRow as unknown as Batch | undefined
  const participant = row as unknown as Participant | undefined
  if (!batch || !participant || participant.revokedAt) return
  await send({
    job: 'mail',
    mail,
    to: participant.email,
    id: `${about.request}.${about.expert}`,
    data: {
      name: participant.name,
      batch: batch.title,
      host: batch.host.name,
      closes: batch.stages.find(({ kind, on }) => kind === 'review' && on)?.closes ?? null,
      ...(await linked(about, participant)),
      ...more(participant),
    },
    batch: batch.id,
    about: { batch: about.batch, expert: about.expert },
  })
}

/** An expert is invited, or reminded of what is left. */
export const mailExpert = (fact: Recorded<FactOf<'expert.invited' | 'expert.reminded'>>): Promise<void> =>
  write(fact, fact.type === 'expert.invited' ? 'expert-invitation' : 'expert-reminder', ({ assigned, submitted }) => ({
    remaining: assigned - submitted,
  }))

/** The people of the host learn that an expert has declined, and whose reviews they have to give to others. */
export async function tellDeclined(fact: Recorded<FactOf<'expert.declined'>>): Promise<void> {
  const [batchRow, row] = await table.getMany([key.batch(fact.batch), key.participant(fact.batch, fact.expert)])
  const batch = batchRow as unknown as Batch | undefined
  const participant = row as unknown as Participant | undefined
  if (!batch || !participant) return
  await mailMembers(batch.host.id, {
    id: fact.request,
    mail: 'expert-declined',
    data: {
      batch: batch.title,
      expert: participant.name,
      unit: participant.unit.name,
      reason: fact.reason,
      left: participant.assigned - participant.submitted,
      link: `${environment().PUBLIC_ORIGIN}/app/batches/${batch.id}/review`,
    },
    batch: batch.id,
  })
}

/** An expert learns that the office has opened a submitted review again, and why; which one only where the batch does not hide applicants. */
export async function mailReopened(fact: Recorded<FactOf<'review.reopened'>>): Promise<void> {
  const [batchRow, row] = await table.getMany([key.batch(fact.batch), key.submission(fact.submission)])
  const hidden = (batchRow as unknown as Batch | undefined)?.settings.applicantHiddenFromExpert ?? true
  const submission = row as unknown as Submission | undefined
  await write(fact, 'review-reopened', () => ({ reason: fact.reason, ...(submission && !hidden && { title: submission.title }) }))
}

/** So long after a mail about new submissions no other is sent: assigning is done in many small steps. Minutes. */
const quietMinutes = 15

/** An expert at work gets new submissions: one mail however many they are, a little later, so that all are there when it is read. */
export async function mailAssigned(fact: Recorded<FactOf<'review.assigned'>>): Promise<void> {
  const participant = await table.get<Participant>(key.participant(fact.batch, fact.expert))
  if (participant?.state !== 'accepted') return
  const since = new Date(Date.parse(fact.at) - quietMinutes * 60_000).toISOString()
  if (participant.toldAt !== undefined && participant.toldAt > since) return
  const noted = await table.write(
    writes.update(
      participant,
      { toldAt: fact.at },
      participant.toldAt === undefined
        ? { expression: 'attribute_not_exists(#told)', names: { '#told': 'toldAt' } }
        : { expression: '#told = :was', names: { '#told': 'toldAt' }, values: { ':was': participant.toldAt } },
      refuse('changed-meanwhile'),
    ),
  )
  if (noted.ok) await write(fact, 'review-assigned', () => ({}))
}

/** The review is about to close: whoever has something left is reminded, each with an event of their own. */
export async function remindOfClosing(fact: Recorded<FactOf<'stage.closing-soon'>>): Promise<void> {
  const batch = await table.get<Batch>(key.batch(fact.batch))
  const stage = batch?.stages[fact.stage]
  if (!batch || stage?.kind !== 'review' || stage.closes !== fact.closes) return
  for (const participant of (await participants.all(fact.batch)).filter(hasLeft))
    await participants.remind(batch, participant, {
      by: { kind: 'system', cause: fact.request },
      at: fact.at,
      request: `${fact.request}.${participant.expert}`,
    })
}

/** Those who are still reviewing learn that the review closes at another time, or has closed, and why. */
export async function tellExpertsMoved(fact: Recorded<FactOf<'batch.deadline-moved'>>): Promise<void> {
  const stage = (await table.get<Batch>(key.batch(fact.batch)))?.stages[fact.stage]
  if (stage?.kind !== 'review') return
  const { from, to, reason } = fact
  if (to <= fact.at) return tellEnded(fact, reason)
  for (const { expert } of (await participants.all(fact.batch)).filter(hasLeft))
    await write({ ...fact, expert }, 'deadline-moved', () => ({ stage: stage.title, from, to, reason }))
}

/** A review that is ended by decision is over for whoever has something left; for the others nothing changes. */
export async function tellExpertsEnded(fact: Recorded<FactOf<'stage.decided'>>): Promise<void> {
  if (fact.stageKind === 'review') await tellEnded(fact, fact.reason)
}

async function tellEnded(fact: { batch: string; at: string; request: string }, reason: string | undefined): Promise<void> {
  for (const { expert } of (await participants.all(fact.batch)).filter(hasLeft))
    await write(
      { ...fact, expert },
      'review-ended',
      ({ assigned, submitted }) => ({ submitted, left: assigned - submitted, ...(reason !== undefined && { reason }) }),
      async () => ({}),
    )
}

const mailOf = { 'batch.paused': 'batch-paused', 'batch.resumed': 'batch-resumed' } as const

/** A pause and its end reach the experts who have something left, with the reason. */
export async function tellExperts(fact: Recorded<FactOf<keyof typeof mailOf>>): Promise<void> {
  for (const { expert } of (await participants.all(fact.batch)).filter(hasLeft))
    await write({ ...fact, expert }, mailOf[fact.type], () => ({ reason: fact.reason }))
}

/** A cancellation reaches every expert who was asked and has not declined, also those who have finished; no link leads anywhere any more. */
export async function tellExpertsCancelled(fact: Recorded<FactOf<'batch.cancelled'>>): Promise<void> {
  for (const { expert } of (await participants.all(fact.batch)).filter(takesPart))
    await write(
      { ...fact, expert },
      'batch-cancelled',
      () => ({ reason: fact.reason }),
      async () => ({}),
    )
}
