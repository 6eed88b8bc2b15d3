import { decodeTime } from 'ulid'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { actId } from './act-id.ts'

test('the id of an act is a ULID that the server accepts, made at its time, and never the same twice', () => {
  const at = Date.parse('2024-10-10T06:32:00Z')
  const ids = Array.from({ length: 2000 }, () => actId(at))
  expect(new Set(ids).size).toBe(2000)
  for (const id of ids.slice(0, 20)) {
    expect(z.ulid().safeParse(id).success).toBe(true)
    expect(decodeTime(id)).toBe(at)
  }
})
