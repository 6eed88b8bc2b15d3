import type { Opening } from '../../shell/opening.ts'

export const openings = {
  batch: {
    path: '/batches/:batch',
    other: ['/batches/new'],
    reads: ({ batch }) => [`/batches/${batch}`],
  },
} satisfies Record<string, Opening>
