import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const source = fileURLToPath(new URL('..', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))

type Catalogue = { zh: Record<string, string>; en: Record<string, string> }
const catalogues = await Promise.all(
  readdirSync(here)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && /= texts\(/.test(readFileSync(join(here, name), 'utf8')))
    .map(async (name) => {
      const { t } = (await import(join(here, name))) as { t: { catalogue: Catalogue } }
      return { name, ...t.catalogue }
    }),
)
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8') }))

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort()
const importersOf = (name: string) => files.filter(({ path, text }) => !path.startsWith('i18n') && text.includes(`i18n/${name}`))

describe('every text of the screens', () => {
  test.each(catalogues)('in $name stands in both languages and is not empty', ({ zh, en }) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const text of [...Object.values(zh), ...Object.values(en)]) expect(text).not.toBe('')
  })

  test.each(catalogues)('in $name has the same placeholders in both languages', ({ zh, en }) => {
    for (const [key, text] of Object.entries(zh))
      expect({ key, names: placeholders(en[key] ?? '') }).toEqual({ key, names: placeholders(text) })
  })

  test.each(catalogues)('in $name is in its language', ({ zh, en }) => {
    expect(Object.entries(en).filter(([key, text]) => key !== 'language' && /[\u3400-\u9fff]/.test(text))).toEqual([])
    expect(
      Object.entries(zh).filter(([key, text]) => key !== 'language' && /[a-z]{3,} [a-z]{3,}/.test(text.replace(/\{[^}]*\}/g, ''))),
    ).toEqual([])
  })

  test.each(catalogues)('in $name is used', ({ name, zh }) => {
    const users = importersOf(name).map(({ text }) => text)
    const prefixes = users.flatMap((text) => [...text.matchAll(/`([\w.-]+)\$\{/g)].map(([, prefix = '']) => prefix))
    const used = (key: string) =>
      users.some((text) => new RegExp(`['"\`]${key}['"\`]`).test(text)) || prefixes.some((prefix) => key.startsWith(prefix))
    expect(Object.keys(zh).filter((key) => !used(key))).toEqual([])
  })
})

describe('pages', () => {
  test('hold no Chinese of their own: what is shown stands in a catalogue', () => {
    const own = files
      .filter(({ path }) => /^(ui|forms|shell|r|pages)\//.test(path))
      .flatMap(({ path, text }) =>
        text
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/^\s*\/\/.*$/gm, '')
          .split('\n')
          .filter((line) => /[\u3400-\u9fff]/.test(line))
          .map((line) => `${relative('.', path)}: ${line.trim()}`),
      )
    expect(own).toEqual([])
  })
})
