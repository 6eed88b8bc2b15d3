import { describe, expect, test } from 'vitest'
import { png as pngOf } from '../malware/makers.ts'
import { withoutTraces } from './pictures.ts'

const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)))
const has = (content: Uint8Array, word: string) => Buffer.from(content).includes(word)

/** A JPEG as a phone held upright makes it: 40 wide and 30 high in the file, turned, with its place in EXIF, and a comment. */
function photo(turn = 6): Uint8Array {
  const exif = bytes(
    'Exif',
    [0, 0],
    'II',
    [42, 0, 8, 0, 0, 0, 2, 0],
    [0x12, 1, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0],
    [0x25, 0x88, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0],
    'GPS 39.9042N',
  )
  return bytes(
    [0xff, 0xd8],
    [0xff, 0xe0, 0, 4, 1, 1],
    [0xff, 0xe1, 0, exif.length + 2],
    [...exif],
    [0xff, 0xfe, 0, 9],
    'by Wang',
    [0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0],
    [0xff, 0xda, 0, 2],
    'picture data',
    [0xff, 0xd9],
  )
}

describe('a picture that is shown to everybody', () => {
  test('does not say where it was taken, and stands upright', () => {
    const shown = withoutTraces(photo(), 'image/jpeg')
    expect(shown).toMatchObject({ width: 30, height: 40 })
    expect(has(shown?.bytes ?? photo(), 'GPS')).toBe(false)
    expect(has(shown?.bytes ?? photo(), 'Wang')).toBe(false)
    expect(has(shown?.bytes ?? photo(), 'picture data')).toBe(true)
  })
  test('keeps its turn when it is cleaned once more', () => {
    const once = withoutTraces(photo(), 'image/jpeg')
    const twice = withoutTraces(once?.bytes ?? photo(), 'image/jpeg')
    expect(twice).toEqual(once)
  })
  test('that needs no turning carries no EXIF at all', () =>
    expect(has(withoutTraces(photo(1), 'image/jpeg')?.bytes ?? photo(1), 'Exif')).toBe(false))
  test('of the web keeps what draws it', () => {
    const picture = Uint8Array.from(pngOf())
    const text = bytes([0, 0, 0, 9], 'tEXtAuthor', [0], 'Wu', [0, 0, 0, 0])
    const told = Uint8Array.from([...picture.subarray(0, 33), ...text, ...picture.subarray(33)])
    const shown = withoutTraces(told, 'image/png')
    expect(Buffer.from(shown?.bytes ?? told)).toEqual(Buffer.from(picture))
    expect(shown?.width).toBeGreaterThan(0)
  })
  test('as WebP says its size and loses its EXIF', () => {
    const extended = bytes('VP8X', [10, 0, 0, 0, 0b1000, 0, 0, 0, 99, 0, 0, 49, 0, 0])
    const content = [...extended, ...bytes('EXIF', [4, 0, 0, 0], 'GPS!')]
    const shown = withoutTraces(bytes('RIFF', [content.length + 4, 0, 0, 0], 'WEBP', content), 'image/webp')
    expect(shown).toMatchObject({ width: 100, height: 50 })
    expect(has(shown?.bytes ?? Uint8Array.of(), 'GPS!')).toBe(false)
    expect(shown?.bytes[20]).toBe(0)
    expect(shown?.bytes[4]).toBe((shown?.bytes.length ?? 0) - 8)
  })
  test('is not shown when it breaks off or is something else', () => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp'])
      for (const content of [
        photo().subarray(0, 30),
        Uint8Array.from(pngOf()).subarray(0, 20),
        bytes('RIFF'),
        Uint8Array.of(),
        bytes('<svg>'),
      ])
        expect(withoutTraces(content, type)).toBeUndefined()
    expect(withoutTraces(photo(), 'image/svg+xml')).toBeUndefined()
  })
})
