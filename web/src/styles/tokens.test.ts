import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const source = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const colours = (css: string) =>
  Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
const [daylight = '', night = ''] = source.split('prefers-color-scheme: dark')
const light = colours(daylight)
const lights = { light, dark: { ...light, ...colours(night) } }

/** Relative luminance of a colour by WCAG 2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}

const grounds = ['canvas', 'surface', 'sunken']
/** Who is written on what. */
const written = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong', 'good', 'warn', 'bad'].flatMap((text) =>
    grounds.map((ground) => [text, ground]),
  ),
  ...['ink', 'ink-soft', 'accent', 'accent-strong'].map((text) => [text, 'accent-ground']),
  ...['good', 'warn', 'bad'].flatMap((tone) => ['ink', tone].map((text) => [text, `${tone}-ground`])),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
]
/** What must be seen to be used: the edge of a box to write in, the ring of the focus. */
const seen = ['edge', 'focus'].flatMap((name) => grounds.map((ground) => [name, ground]))

describe.each(Object.entries(lights))('the colours by %s', (_, colour) => {
  const below = (pairs: string[][], least: number) =>
    pairs.flatMap(([a = '', b = '']) => {
      const found = contrast(colour[a] ?? '', colour[b] ?? '')
      return found >= least ? [] : [`${a} on ${b}: ${found.toFixed(2)}`]
    })
  test('of every text reach 4.5 to 1 on every ground it stands on', () => expect(below(written, 4.5)).toEqual([]))
  test('of every edge of a control and of the focus reach 3 to 1', () => expect(below(seen, 3)).toEqual([]))
})
