import { expect, test } from 'vitest'
import { type Given, panel } from './panel.ts'

const scores = (submission: string, given: Record<string, number>): Given[] =>
  Object.entries(given).map(([expert, score]) => ({ submission, expert, score }))
const two = [...scores('a', { x: 80, y: 90, z: 70, w: 80 }), ...scores('b', { x: 60, y: 90, z: 50, w: 60 })]

test('a panel’s spread is that of a submission on average, and who is far apart is counted', () =>
  expect(panel(two)).toMatchObject({ experts: 4, reviews: 8, spread: 30, apart: 1 }))
test('a leaning is the distance to what the others gave the same submissions; no name goes with it', () => {
  const { leanings } = panel(two)
  expect(leanings.map(({ by }) => by)).toEqual([-16.67, -3.33, -3.33, 23.33])
  expect(JSON.stringify(leanings)).not.toMatch(/"[xyzw]"/)
})
test('three experts could be told apart, so that nothing is said of them', () =>
  expect(panel(two.filter(({ expert }) => expert !== 'w')).leanings).toEqual([]))
test('a single review says nothing about agreement', () =>
  expect(panel(scores('a', { x: 80 }))).toMatchObject({ spread: null, leanings: [] }))
