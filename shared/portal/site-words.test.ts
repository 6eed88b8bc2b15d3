import { describe, expect, test } from 'vitest'
import { withSiteWords } from './site-words.ts'

const page = '<!doctype html><html><head><meta charset="utf-8" /><title>树人</title></head></html>'

describe('a page is told who runs the site', () => {
  test('in its head, after the character set', () => {
    expect(withSiteWords(page, { hostZh: '某某厅' })).toContain(
      '<meta charset="utf-8" />\n    <meta name="site" content="{&quot;hostZh&quot;:&quot;某某厅&quot;}" /><title>',
    )
  })

  test('whatever the name is made of', () => {
    const told = withSiteWords(page, { hostEn: 'A & B "<$&>"' })
    const [, content = ''] = /name="site" content="([^"]*)"/.exec(told) ?? []
    const plain = content.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    expect(JSON.parse(plain)).toEqual({ hostEn: 'A & B "<$&>"' })
  })

  test('or not deployed, when it has no place for that', () => {
    expect(() => withSiteWords('<!doctype html><p>', { hostZh: '某某厅' })).toThrow('character set')
  })
})
