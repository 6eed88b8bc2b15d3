import { isDated } from '../../../../shared/batches/timing.ts'
import type { HostView } from './batch-api.ts'

type Stage = Pick<HostView['stages'][number], 'kind' | 'closes'>

/**
 * The instants whose days a stage lasted from and to. It is left a little after it has closed, when what came in time is written: its last day is that of its
 * closing, and for one that closes at 24:00 the day before the clock says so.
 */
export function spanOf({ kind, closes }: Stage, from: string, leftAt: string | undefined): { from: string; to: string | undefined } {
  if (leftAt === undefined) return { from, to: undefined }
  const to = isDated({ kind }) && closes !== null && leftAt >= closes ? new Date(Date.parse(closes) - 1).toISOString() : leftAt
  return { from, to: to < from ? from : to }
}
