import type { Submission } from '../../shared/submissions/schema.ts'
import type { SubmissionState } from '../../shared/submissions/states.ts'
import { type Key, key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'

/** What came in one minute (`2026-11-27T16:58`, UTC): started, and handed in for the first time or again. */
export type Minute = { minute: string; started: number; submitted: number }
type PulseRow = Key & { started?: number; submitted?: number }

const minuteOf = (instant: string) => instant.slice(0, 16)

/** The minute in which a submission was started or handed in counts one more; in the same transaction that counts the submission, so never twice. */
export function pulseWrite({ batch, state, createdAt, submittedAt }: Submission, before: SubmissionState | undefined): Write[] {
  const handedIn = state === 'submitted' && (before === undefined || before === 'draft' || before === 'returned')
  if (handedIn && submittedAt) return [writes.add(key.pulse(batch, minuteOf(submittedAt)), { submitted: 1 }, 'done', null)]
  if (state === 'draft' && before === undefined) return [writes.add(key.pulse(batch, minuteOf(createdAt)), { started: 1 }, 'done', null)]
  return []
}

/** Since when pulses are shown, up to a moment; the minutes between, each with what came. */
export async function pulseOf(batch: string, at: string, minutes: number): Promise<Minute[]> {
  const from = minuteOf(new Date(Date.parse(at) - (minutes - 1) * 60_000).toISOString())
  const { rows } = await table.query<PulseRow>({ pk: key.pulse(batch, '').pk, between: [from, minuteOf(at)], limit: minutes })
  const found = new Map(rows.map((row) => [row.sk, row]))
  return Array.from({ length: minutes }, (_, i) => {
    const minute = minuteOf(new Date(Date.parse(at) - (minutes - 1 - i) * 60_000).toISOString())
    const row = found.get(minute)
    return { minute, started: row?.started ?? 0, submitted: row?.submitted ?? 0 }
  })
}
