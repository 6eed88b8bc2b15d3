import { expect, test } from 'vitest'
import { groupOf } from './record.ts'

test('a fact of the record is of the kind that its type begins with', () => {
  expect(['batch.opened', 'stage.left', 'objection.answered', 'work.posted'].map(groupOf)).toEqual(['run', 'stages', 'notices', 'awards'])
})

test('a fact of no kind is refused, because no page of the record would show it', () => {
  expect(() => groupOf('session.ended')).toThrow('session.ended')
})
