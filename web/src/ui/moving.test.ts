import { describe, expect, test } from 'vitest'
import { moved } from './moving.ts'

const rows = ['a', 'b', 'c', 'd']

describe('a row of a list', () => {
  test('moves up', () => expect(moved(rows, 2, 1)).toEqual(['a', 'c', 'b', 'd']))
  test('moves down', () => expect(moved(rows, 0, 3)).toEqual(['b', 'c', 'd', 'a']))
  test('stays where it is put on its own place', () => expect(moved(rows, 1, 1)).toBe(rows))
  test('does not leave the list', () => {
    expect(moved(rows, 0, -1)).toBe(rows)
    expect(moved(rows, 3, 4)).toBe(rows)
  })
  test('that is not there moves nothing', () => expect(moved(rows, -1, 0)).toBe(rows))
})
