import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { refusals } from '../../../shared/refusals.ts'

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

const room = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const domain = ['shared', 'events'].flatMap((folder) =>
  readdirSync(room(folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(room(folder), path), 'utf8') })),
)
/** What these pages take their states and kinds from: of the domain, and of the application itself. */
const knownTo = (texts: readonly string[]) =>
  [...domain, ...files.filter(({ path }) => !path.startsWith('i18n'))]
    .filter(({ path }) => texts.some((text) => text.includes(`/${path}'`)))
    .map(({ text }) => text)

/** Marks of English in a Chinese sentence; between figures and Latin words they are at home. */
const halfWidth = /[\u3400-\u9fff][,;:!?()]|[,;:!?()][\u3400-\u9fff]|[\u3400-\u9fff]\.(?!\w)/

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

  test.each(catalogues)('in $name is punctuated as its language is', ({ zh, en }) => {
    expect(Object.entries(zh).filter(([, text]) => halfWidth.test(text.replace(/\{[^}]*\}/g, '')))).toEqual([])
    expect(Object.entries(en).filter(([key, text]) => key !== 'language' && /[，。；：！？（）、]/.test(text))).toEqual([])
  })

  test.each(catalogues)('in $name is used', ({ name, zh }) => {
    const users = importersOf(name).map(({ text }) => text)
    const neighbours = files.filter(({ path }) => path.startsWith(`pages/${name.replace('.ts', '')}/`)).map(({ text }) => text)
    const shapes = users.flatMap((text) =>
      [...text.matchAll(/`([\w.-]*)\$\{[^}]*\}([\w.-]*)`/g)].filter(([, before, after]) => `${before}${after}` !== ''),
    )
    /** States and events are named by the domain; where a page says them by their name, the word need not stand in the page. */
    const says = users.some((text) => /\bt\([a-z]\w*[.()]/.test(text))
    const used = (key: string) => {
      const literal = new RegExp(`['"\`]${key.replaceAll('.', '\\.')}['"\`]|\\b${key}:`)
      return (
        users.some((text) => new RegExp(`['"\`]${key.replaceAll('.', '\\.')}['"\`]`).test(text)) ||
        shapes.some(([, before = '', after = '']) => key.startsWith(before) && key.endsWith(after)) ||
        (says && [...knownTo([...users, ...neighbours]), ...neighbours].some((text) => literal.test(text)))
      )
    }
    expect(Object.keys(zh).filter((key) => !used(key))).toEqual([])
  })
})

describe('every refusal', () => {
  const all = Object.entries(refusals)
  test('is a sentence in both languages, each punctuated as its language is', () => {
    const wrong = all.filter(
      ([, { zh, en }]) =>
        !/[。？]$/.test(zh) || !/[.?]$/.test(en) || halfWidth.test(zh.replace(/\{[^}]*\}/g, '')) || /[\u3400-\u9fff，。；：（）]/.test(en),
    )
    expect(wrong).toEqual([])
  })
  test('says what one can do now', () =>
    expect(all.filter(([, { zh }]) => !/请|可以|可在|可用|可改|可直接|无需/.test(zh)).map(([code, { zh }]) => `${code}: ${zh}`)).toEqual(
      [],
    ))
  test('has the same placeholders in both languages, or the one of each language', () => {
    const names = (text: string) =>
      placeholders(text)
        .map((name = '') => name.replace(/(En|Zh)$/, '').replace(/^(zh|en)$/, 'text'))
        .sort()
    for (const [code, { zh, en }] of all) expect({ code, names: names(en) }).toEqual({ code, names: names(zh) })
  })
})

describe('pages', () => {
  test('are announced in words every page carries: a slice’s routes do not bring its whole catalogue into the first script', () => {
    const brought = files
      .filter(({ path, text }) => /^pages\/\w+\/routes\.tsx$/.test(path) && /i18n\/(?!nav\.ts)\w/.test(text))
      .map(({ path }) => path)
    expect(brought).toEqual([])
  })

  test('hold no Chinese of their own: what is shown stands in a catalogue', () => {
    const own = files
      .filter(({ path }) => /^(ui|forms|shell|r|pages)\/.*\.tsx$/.test(path))
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
