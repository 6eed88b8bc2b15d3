import { describe, expect, test } from 'vitest'
import type { UnitRef } from '../organisations/schema.ts'
import { countedWith } from './standing.ts'

const unit = (id: string, kind: UnitRef['kind']): UnitRef => ({ id, name: id, kind })
const [province, university, college, branch] = [unit('p', 'province'), unit('u', 'university'), unit('c', 'college'), unit('b', 'branch')]
const way = [
  { level: 'college' as const, unit: college, takesPlace: false },
  { level: 'university' as const, unit: university, takesPlace: false },
  { level: 'province' as const, unit: province, takesPlace: true },
]
const good = { way, level: 1, state: 'submitted' as const, unit: branch, institution: university }
const stands = (change: Partial<Parameters<typeof countedWith>[0]>) =>
  countedWith({ ...good, ...change }).map(({ unit: at, from, standing }) => `${at}<${from.id} ${standing}`)

describe('a submission is counted with every unit that recommends it', () => {
  test('under the unit it comes from', () => expect(stands({})).toEqual(['c<b recommended', 'u<c here', 'p<u below']))
  test('as being written before it is handed in', () =>
    expect(stands({ state: 'draft', level: null })).toEqual(['c<b writing', 'u<c writing', 'p<u writing']))
  test('as returned with the unit that returned it and those above, as recommended with those below', () =>
    expect(stands({ state: 'returned', level: null, backTo: 1 })).toEqual(['c<b recommended', 'u<c returned', 'p<u returned']))
  test('as declined with the unit that declined it, and with those above', () =>
    expect(stands({ state: 'declined', level: 1 })).toEqual(['c<b recommended', 'u<c declined', 'p<u declined']))
  test('as recommended whatever the host makes of it', () =>
    expect(stands({ state: 'disqualified', level: 3 })).toEqual(['c<b recommended', 'u<c recommended', 'p<u recommended']))
  test('nowhere once it is given up', () => expect(stands({ state: 'discarded', level: null })).toEqual([]))
  test('under itself where a unit endorses its own', () => {
    const own = [{ level: 'university' as const, unit: university, takesPlace: true }]
    expect(stands({ way: own, level: 0, unit: university })).toEqual(['u<u here'])
  })
})
