import { expect, test } from 'vitest'
import type { SubmissionState } from '../../../../shared/submissions/states.ts'
import { asTold, tell } from './as-told.ts'
import type { Row } from './submission-api.ts'

const unit = { id: 'u', name: '演示大学', kind: 'university' as const }
const row = (id: string, state: SubmissionState, seq: number): Row => ({
  id,
  summary: { title: id, unit, institution: unit, batch: 'b', category: 'c', state, holder: 'host', sectionsDone: 1, sections: 1, seq },
})
const answered = (...rows: Row[]) => tell(rows.map(({ id, summary }) => ({ id, ok: true, summary })))
const drawn = (rows: readonly Row[], state?: SubmissionState) => asTold(rows, state).map(({ id, summary }) => [id, summary.state])

test('a list that was not yet written when it was read shows what an act has answered, until it is read as new or newer', () => {
  const read = [row('a', 'recommended', 4), row('b', 'recommended', 4)]
  expect(asTold(read, undefined)).toEqual(read)
  answered(row('a', 'disqualified', 5))
  expect(drawn(read)).toEqual([
    ['a', 'disqualified'],
    ['b', 'recommended'],
  ])
  answered(row('a', 'qualified', 6))
  expect(drawn([row('a', 'disqualified', 5)])).toEqual([['a', 'qualified']])
  expect(drawn([row('a', 'disqualified', 7)])).toEqual([['a', 'disqualified']])
})

test('what no longer is of the state that the list is narrowed to has left it', () => {
  answered(row('c', 'qualified', 5))
  expect(drawn([row('c', 'recommended', 4), row('d', 'recommended', 4)], 'recommended')).toEqual([['d', 'recommended']])
})

test('a row that was only looked at, or refused, stays as it was read', () => {
  tell([
    { id: 'e', ok: true },
    { id: 'f', ok: false, code: 'not-found', zh: '不存在', en: 'Not found' },
  ])
  const read = [row('e', 'recommended', 4), row('f', 'recommended', 4)]
  expect(asTold(read, undefined)).toEqual(read)
})
