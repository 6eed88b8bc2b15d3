import { expect, test } from 'vitest'
import type { Batch } from '../batches/schema.ts'
import type { Timed } from '../batches/timing.ts'
import { reviewIsPast, reviewsWanted, shownOnBoard } from './reviewable.ts'

const screened = { stages: [{ kind: 'screen', on: true }], settings: { expertsPerSubmission: 3 } } as Pick<Batch, 'stages' | 'settings'>

test('a batch asks for so many reviews of each submission that went to the experts, also of those decided since', () =>
  expect(reviewsWanted(screened, [{ states: { qualified: 2, recommended: 5 } }, { states: { qualified: 1, awarded: 1, draft: 9 } }])).toBe(
    12,
  ))

test('where nothing is screened, what was recommended went to them', () =>
  expect(reviewsWanted({ ...screened, stages: [] }, [{ states: { recommended: 2 } }])).toBe(6))

const stages = [{ kind: 'screen' }, { kind: 'review' }, { kind: 'deliberate' }] as Batch['stages']
const stands = (stage: number | null, state: Batch['state'] = 'open'): Timed => ({ state, stages, stage })

test('nothing more comes to the experts once a batch has left its review or is over; until then something may', () => {
  expect([stands(null, 'draft'), stands(0), stands(1), stands(1, 'paused')].map(reviewIsPast)).toEqual([false, false, false, false])
  expect([stands(2), stands(2, 'paused'), stands(0, 'cancelled'), stands(2, 'completed')].map(reviewIsPast)).toEqual([
    true,
    true,
    true,
    true,
  ])
})

test('a board shows what is with the experts, and once the review is past also what was decided since', () => {
  expect([shownOnBoard(stands(1)), shownOnBoard(stands(1, 'paused'))]).toEqual([['recommended'], ['recommended']])
  expect(shownOnBoard(stands(2, 'completed'))).toEqual(['recommended', 'awarded', 'unsuccessful'])
})
