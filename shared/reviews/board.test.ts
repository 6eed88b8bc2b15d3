import { describe, expect, test } from 'vitest'
import { mayTake, seatOf, sitting } from './board.ts'

const expert = { expert: 'e1', unit: { name: '演示研究院' }, fields: [] as string[], state: 'accepted' }
const submission = {
  category: 'case',
  unit: { id: 'u1', name: '演示大学', kind: 'university' as const },
  institution: { id: 'u1', name: '演示大学', kind: 'university' as const },
  reviews: [] as { expert: string; state: string }[],
}
const settled = { ...submission, settled: true }
const held = (state: string) => ({ ...submission, reviews: [{ expert: 'e1', state }] })

describe('between an expert and a submission', () => {
  test.each([
    ['free when nothing bars it', expert, submission, 'free'],
    ['outside when the expert has named other fields', { ...expert, fields: ['other'] }, submission, 'outside'],
    ['free when the category is one of the expert’s fields', { ...expert, fields: ['other', 'case'] }, submission, 'free'],
    ['held while a review is assigned', expert, held('assigned'), 'held'],
    ['held while it is being written', expert, held('draft'), 'held'],
    ['held when it was reopened', expert, held('reopened'), 'held'],
    ['submitted when it is', expert, held('submitted'), 'submitted'],
    ['declared when the expert has stepped aside', expert, held('conflict'), 'declared'],
    ['withdrawn when the office has taken it back', expert, held('withdrawn'), 'withdrawn'],
    ['a conflict when both are of one institution by name', { ...expert, unit: { name: '演示 大学' } }, submission, 'own-unit'],
    ['a conflict by the register whatever the name', { ...expert, unit: { name: '某校', id: 'u1' } }, submission, 'own-unit'],
    ['away when the expert has declined', { ...expert, state: 'declined' }, submission, 'away'],
    ['away when the links were stopped', { ...expert, revokedAt: '2026-01-01T00:00:00Z' }, submission, 'away'],
    ['still held by an expert who is away', { ...expert, state: 'declined' }, held('draft'), 'held'],
    ['submitted when all is settled', expert, { ...held('submitted'), settled: true }, 'submitted'],
    ['unfinished when it was held until all was settled', expert, { ...held('draft'), settled: true }, 'unfinished'],
    ['relieved when it had been taken back by then', expert, { ...held('withdrawn'), settled: true }, 'relieved'],
    ['none when it never was by then', expert, settled, 'none'],
    ['none by then also for an expert who is away', { ...expert, state: 'declined' }, settled, 'none'],
    ['a conflict by then as before', { ...expert, unit: { name: '演示大学' } }, settled, 'own-unit'],
  ])('it is %s', (_, who, what, seat) => {
    expect(seatOf(who, what)).toBe(seat)
  })
  test('only what is free, outside the fields or was taken back may be assigned', () => {
    const all = [
      ...(['free', 'outside', 'withdrawn', 'held', 'submitted', 'own-unit', 'declared', 'away'] as const),
      ...(['unfinished', 'relieved', 'none'] as const),
    ]
    expect(all.filter(mayTake)).toEqual(['free', 'outside', 'withdrawn'])
  })
  test('who stepped aside or was relieved sits no more', () => {
    const reviews = ['assigned', 'draft', 'submitted', 'conflict', 'withdrawn'].map((state, i) => ({ expert: `e${i}`, state }))
    expect(sitting({ reviews })).toBe(3)
  })
})
