import { describe, expect, test } from 'vitest'
import { untilChecked } from './checking.ts'
import type { FileCheck } from './slots.ts'

/** A server that answers one state after the other. */
const says = (...states: FileCheck[]) => ({ state: async () => states.shift() ?? { state: 'waiting' as const } })
const at = async () => undefined

describe('a file that is checked', () => {
  test('is waited for, and told what it is', async () =>
    expect(await untilChecked(says({ state: 'waiting' }, { state: 'clean', type: 'image/png' }), 'f', () => false, at)).toEqual({
      type: 'image/png',
    }))
  test('is told why it was refused', async () =>
    expect(await untilChecked(says({ state: 'refused', reason: { zh: '有病毒', en: 'A virus' } }), 'f', () => false, at)).toEqual({
      refused: '有病毒',
    }))
  test('is not clean when it was removed while its check was answered', async () => {
    let removed = false
    const api = {
      state: async (): Promise<FileCheck> => {
        removed = true
        return { state: 'clean', type: 'image/png' }
      },
    }
    await expect(untilChecked(api, 'f', () => removed, at)).rejects.toThrow('aborted')
  })
})
