import type { Batch } from '../../shared/batches/schema.ts'
import type { CodeState } from '../../shared/reviews/codes.ts'
import { letIn } from '../../shared/reviews/rules.ts'
import type { Participant } from '../../shared/reviews/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** The row behind a link: who holds it, for which batch. An approver's names the category's sheet too. */
export type LinkRow = {
  pk: string
  sk: string
  createdAt: string
  holder: { kind: 'expert'; batch: string; expert: string } | { kind: 'approver'; batch: string; category: string; approver: string }
} & CodeState

export type Holder = {
  kind: 'expert' | 'approver'
  id: string
  name: string
  email: string
  batch: Batch
  revoked: boolean
  linkedAt: string
  category?: string
}

/** Who holds a link and whether it still opens; undefined when what it leads to is gone. */
export async function holderOf({ holder, createdAt: linkedAt }: LinkRow): Promise<Holder | undefined> {
  const wanted = holder.kind === 'expert' ? key.participant(holder.batch, holder.expert) : key.sheet(holder.batch, holder.category)
  const [batchRow, row] = await table.getMany([key.batch(holder.batch), wanted])
  const batch = batchRow as unknown as Batch | undefined
  if (!batch || !row) return undefined
  if (holder.kind === 'expert') {
    const participant = row as unknown as Participant
    const { name, email } = participant
    return { kind: 'expert', id: holder.expert, name, email, batch, linkedAt, revoked: !letIn(participant, linkedAt).ok }
  }
  const { approver } = row as unknown as { approver?: { id: string; name: string; email: string } }
  if (!approver) return undefined
  return {
    kind: 'approver',
    id: approver.id,
    name: approver.name,
    email: approver.email,
    batch,
    linkedAt,
    revoked: approver.id !== holder.approver,
    category: holder.category,
  }
}
