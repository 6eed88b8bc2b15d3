import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Participant } from '../../shared/reviews/schema.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { environment } from '../aws/environment.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { newToken, tokenRow } from '../aws/tokens.ts'

/** How long the row of a link is kept; the batch ends long before. */
const linkDays = 400

type ToExpert = Recorded<FactOf<'expert.invited' | 'expert.reminded' | 'review.reopened'>>

/** Sends the expert a mail with a new link; earlier links go on working. The token exists only in the mail, its hash in the table. */
async function write(fact: ToExpert, mail: string, more: (participant: Participant) => Record<string, unknown>): Promise<void> {
  const [batchRow, row] = await table.getMany([key.batch(fact.batch), key.participant(fact.batch, fact.expert)])
  const batch = batchRow as unknown as Batch | undefined
  const participant = row as unknown as Participant | undefined
  if (!batch || !participant || participant.revokedAt) return
  const { token, hash } = newToken()
  await table.put(tokenRow(hash, { holder: { kind: 'expert', batch: fact.batch, expert: fact.expert } }, fact.at, linkDays))
  await send({
    job: 'mail',
    mail,
    to: participant.email,
    id: `${fact.request}.${fact.expert}`,
    data: {
      name: participant.name,
      batch: batch.title,
      host: batch.host.name,
      closes: batch.stages.find(({ kind, on }) => kind === 'review' && on)?.closes ?? null,
      link: `${environment().PUBLIC_ORIGIN}/r#t=${token}`,
      ...more(participant),
    },
    batch: fact.batch,
    about: { batch: fact.batch, expert: fact.expert },
  })
}

/** An expert is invited, or reminded of what is left. */
export const mailExpert = (fact: Recorded<FactOf<'expert.invited' | 'expert.reminded'>>): Promise<void> =>
  write(fact, fact.type === 'expert.invited' ? 'expert-invitation' : 'expert-reminder', ({ assigned, submitted }) => ({
    remaining: assigned - submitted,
  }))

/** An expert learns that the office has opened a submitted review again, and why; which one only where the batch does not hide applicants. */
export async function mailReopened(fact: Recorded<FactOf<'review.reopened'>>): Promise<void> {
  const [batchRow, row] = await table.getMany([key.batch(fact.batch), key.submission(fact.submission)])
  const hidden = (batchRow as unknown as Batch | undefined)?.settings.applicantHiddenFromExpert ?? true
  const submission = row as unknown as Submission | undefined
  await write(fact, 'review-reopened', () => ({ reason: fact.reason, ...(submission && !hidden && { title: submission.title }) }))
}
