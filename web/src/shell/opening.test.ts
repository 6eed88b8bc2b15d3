import { expect, test } from 'vitest'
import { routed } from '../../../tests/journeys/routed.ts'
import { type Opening, parametersIn } from './opening.ts'

const found = import.meta.glob<{ openings: Record<string, Opening> }>('../pages/*/openings.ts', { eager: true })
const openings = Object.values(found).flatMap(({ openings }) => Object.values(openings))

test('an address is read by the path of its page', () => {
  const path = '/batches/:batch/submissions/:submission/sections/:section'
  expect(parametersIn({ path }, '/batches/01B/submissions/01S/sections/team')).toEqual({ batch: '01B', submission: '01S', section: 'team' })
  for (const address of ['/', '/batches/01B', '/batches/01B/submissions/01S/sections/', '/batches/01B/submissions/01S/files/team'])
    expect(parametersIn({ path }, address)).toBeUndefined()
  expect(parametersIn({ path: '/batches/:batch', other: ['/batches/new'] }, '/batches/new')).toBeUndefined()
})

test('what is asked for ahead is of no other page', () => {
  expect(openings.length).toBeGreaterThan(3)
  const paths = routed()
  for (const opening of openings)
    expect(
      paths.filter((path) => path !== opening.path && parametersIn(opening, path)).map((path) => `${path} as ${opening.path}`),
    ).toEqual([])
})
