import type { Opening } from '../../shell/opening.ts'
import { written } from '../submissions/written.ts'

export const openings = {
  record: {
    path: '/batches/:batch/list/:submission',
    reads: (params) => [...written(params), `/batches/${params.batch}`],
  },
} satisfies Record<string, Opening>
