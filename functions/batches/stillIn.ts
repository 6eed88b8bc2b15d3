import type { Batch } from '../../shared/batches/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import { key } from '../aws/keys.ts'
import { type Write, writes } from '../aws/writes.ts'

const changed = refuse('changed-meanwhile')

/**
 * The batch still runs as it did when it was read: what its office does is not done in one that is paused or ended at the same moment. What comes from those who
 * apply, recommend and review holds by the moment it was received, as it does at a closing time: they are many, and would all meet at this one row.
 */
export const stillRuns = ({ id }: Pick<Batch, 'id'>): Write =>
  writes.check(key.batch(id), { expression: '#state = :open', names: { '#state': 'state' }, values: { ':open': 'open' } }, changed)

/** The batch still runs or is paused: what the public may do in a pause too is not done in one that is ended at the same moment. */
export const notOver = (batch: string): Write =>
  writes.check(
    key.batch(batch),
    { expression: '#state IN (:open, :paused)', names: { '#state': 'state' }, values: { ':open': 'open', ':paused': 'paused' } },
    changed,
  )

/** The batch still runs and is in the stage in which it was read: what belongs to that stage is not done in one that is paused or left at the same moment. */
export const stillIn = ({ id, stage }: Pick<Batch, 'id' | 'stage'>): Write =>
  writes.check(
    key.batch(id),
    {
      expression: '#state = :open AND #stage = :stage',
      names: { '#state': 'state', '#stage': 'stage' },
      values: { ':open': 'open', ':stage': stage },
    },
    changed,
  )
