import type { Opening } from '../../shell/opening.ts'
import { written } from './written.ts'

const one = '/batches/:batch/submissions/:submission'

export const openings = {
  submission: {
    path: one,
    page: () => import('./submission.tsx'),
    reads: (params) => [...written(params), `/batches/${params.batch}`],
    lasts: 'kept',
  },
  section: { path: `${one}/sections/:section`, reads: written, lasts: 'kept' },
  check: { path: `${one}/check`, reads: written, lasts: 'kept' },
} satisfies Record<string, Opening>
