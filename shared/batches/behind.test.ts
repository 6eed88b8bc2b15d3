import { expect, test } from 'vitest'
import { furthestBehind } from './behind.ts'

const unit = (name: string, begun: number, handedIn: number) => ({ name, begun, handedIn })
const named = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

test('whoever has handed in the smallest part comes first, of equals whoever has more left, and no more are named than asked', () => {
  const rows = [unit('half', 4, 2), unit('none of two', 2, 0), unit('none of nine', 9, 0), unit('most', 10, 9)]
  expect(named(furthestBehind(rows, 9))).toEqual(['none of nine', 'none of two', 'half', 'most'])
  expect(named(furthestBehind(rows, 2))).toEqual(['none of nine', 'none of two'])
})

test('nobody is behind who has handed in all, or has begun nothing', () => {
  expect(furthestBehind([unit('all', 3, 3), unit('silent', 0, 0)], 9)).toEqual([])
})
