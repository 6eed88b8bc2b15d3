import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Participant } from '../../shared/reviews/schema.ts'
import { environment } from '../aws/environment.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { newToken, tokenRow } from '../aws/tokens.ts'

/** How long the row of a link is kept; the batch ends long before. */
const linkDays = 400

/** Sends the expert a new link; earlier links go on working. The token exists only in the mail, its hash in the table. */
export async function mailExpert(fact: Recorded<FactOf<'expert.invited' | 'expert.reminded'>>): Promise<void> {
  const [batchRow, row] = await table.getMany([key.batch(fact.batch), key.participant(fact.batch, fact.expert)])
  const batch = batchRow as unknown as Batch | undefined
  const participant = row as unknown as Participant | undefined
  if (!batch || !participant || participant.revokedAt) return
  const { token, hash } = newToken()
  await table.put(tokenRow(hash, { holder: { kind: 'expert', batch: fact.batch, expert: fact.expert } }, fact.at, linkDays))
  await send({
    job: 'mail',
    mail: fact.type === 'expert.invited' ? 'expert-invitation' : 'expert-reminder',
    to: participant.email,
    id: `${fact.request}.${fact.expert}`,
    data: {
      name: participant.name,
      batch: batch.title,
      host: batch.host.name,
      closes: batch.stages.find(({ kind, on }) => kind === 'review' && on)?.closes ?? null,
      remaining: participant.assigned - participant.submitted,
      link: `${environment().PUBLIC_ORIGIN}/r#t=${token}`,
    },
    about: { batch: fact.batch, expert: fact.expert },
  })
}
