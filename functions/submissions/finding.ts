import type { Batch } from '../../shared/batches/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Member } from '../../shared/permissions/actors.ts'
import { permit } from '../../shared/permissions/policy.ts'
import { relationsToSubmission } from '../../shared/permissions/relations.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** What is found, and what the finder has to do with it, by which the page is chosen that it is opened on. */
export type FoundSubmission = { id: string; batch: string; title: string; unit: string; as: 'own' | 'endorsing' | 'host' }

/** The submission with a receipt number, of any of its versions, for whoever may read it; to others the number is as unknown as one that was never given. */
export async function byReceipt(member: Member, receipt: string): Promise<Outcome<FoundSubmission>> {
  const known = await table.get<{ submission: string }>(key.receipt(receipt.toUpperCase()), false)
  const submission = known && (await table.get<Submission>(key.submission(known.submission)))
  const batch = submission && (await table.get<Batch>(key.batch(submission.batch)))
  if (!batch || submission.state === 'discarded') return refuse('not-found')
  const relations = relationsToSubmission(member, submission, batch)
  if (!permit('submission.read', member, relations).ok) return refuse('not-found')
  const as = (['own', 'endorsing', 'host'] as const).find((each) => relations.includes(each)) ?? 'own'
  return accept({ id: submission.id, batch: batch.id, title: submission.title, unit: submission.unit.name, as })
}
