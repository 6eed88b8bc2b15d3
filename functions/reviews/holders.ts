import type { Batch } from '../../shared/batches/schema.ts'
import type { CodeState } from '../../shared/reviews/codes.ts'
import type { Participant } from '../../shared/reviews/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** The row behind a link: who holds it, for which batch. An approver's names the category's sheet too. */
export type LinkRow = {
  pk: string
  sk: string
  holder: { kind: 'expert'; batch: string; expert: string } | { kind: 'approver'; batch: string; category: string; approver: string }
} & CodeState

export type Holder = {
  kind: 'expert' | 'approver'
  id: string
  name: string
  email: string
  batch: Batch
  revoked: boolean
  category?: string
}

/** Who holds a link and whether it still opens; undefined when what it leads to is gone. */
export async function holderOf({ holder }: LinkRow): Promise<Holder | undefined> {
  const wanted = holder.kind === 'expert' ? key.participant(holder.batch, holder.expert) : key.sheet(holder.batch, holder.category)
  const [batchRow, row] = await table.getMany([key.batch(holder.batch), wanted])
  const batch = batchRow as unknown as Batch | undefined
  if (!batch || !row) return undefined
  if (holder.kind === 'expert') {
    const { name, email, revokedAt } = row as unknown as Participant
    return { kind: 'expert', id: holder.expert, name, email, batch, revoked: revokedAt !== undefined }
  }
  const { approver } = row as unknown as { approver?: { id: string; name: string; email: string } }
  if (!approver) return undefined
  return {
    kind: 'approver',
    id: approver.id,
    name: approver.name,
    email: approver.email,
    batch,
    revoked: approver.id !== holder.approver,
    category: holder.category,
  }
}
