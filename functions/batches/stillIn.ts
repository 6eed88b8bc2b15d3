import type { Batch } from '../../shared/batches/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import { key } from '../aws/keys.ts'
import { type Write, writes } from '../aws/writes.ts'

/** The batch still runs and is in the stage in which it was read: what belongs to that stage is not done in one that is paused or left at the same moment. */
export const stillIn = ({ id, stage }: Pick<Batch, 'id' | 'stage'>): Write =>
  writes.check(
    key.batch(id),
    {
      expression: '#state = :open AND #stage = :stage',
      names: { '#state': 'state', '#stage': 'stage' },
      values: { ':open': 'open', ':stage': stage },
    },
    refuse('changed-meanwhile'),
  )
