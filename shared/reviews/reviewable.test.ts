import { expect, test } from 'vitest'
import type { Batch } from '../batches/schema.ts'
import { reviewsWanted } from './reviewable.ts'

const screened = { stages: [{ kind: 'screen', on: true }], settings: { expertsPerSubmission: 3 } } as Pick<Batch, 'stages' | 'settings'>

test('a batch asks for so many reviews of each submission that went to the experts, also of those decided since', () =>
  expect(reviewsWanted(screened, [{ states: { qualified: 2, recommended: 5 } }, { states: { qualified: 1, awarded: 1, draft: 9 } }])).toBe(
    12,
  ))

test('where nothing is screened, what was recommended went to them', () =>
  expect(reviewsWanted({ ...screened, stages: [] }, [{ states: { recommended: 2 } }])).toBe(6))
