import { describe, expect, test } from 'vitest'
import { siteOf } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import type { Language } from '../../shared/text.ts'
import { readSpreadsheet } from '../documents/excel/read.ts'
import { certificatePage, institutionPage, workPage } from './award.ts'
import { awardListPage, awardListPages, awardListSheet } from './awards.ts'
import { feed, sitemap } from './feeds.ts'
import type { Page } from './frame.ts'
import { homePage } from './home.ts'
import { escapeHtml, html } from './html.ts'
import { noticePage } from './notice.ts'
import { sample } from './sample.ts'

const site = siteOf('https://shuren.example.cn')
type Sample = typeof sample
const pagesOf = (from: Sample, language: Language): Page[] => [
  homePage(from.home, language, site),
  noticePage(from.notice, language, site),
  ...(['list', 'province', 'institution'] as const).map((order) => awardListPage(from.list, order, language, site)),
  workPage(from.work, language, site),
  certificatePage(from.certificate, language, site),
  institutionPage(from.institution, language, site),
]

/** The same data with hostile marks put around every text. */
const mark = `"><script>alert(1)</script><img src=x onerror='x'>&`
const hostile = (value: unknown): unknown => {
  if (typeof value === 'string') return /^\d{4}-\d\d|^\/|^(open|published|\d\d)$/.test(value) ? value : `${value}${mark}`
  if (Array.isArray(value)) return value.map(hostile)
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hostile(each)]))
  return value
}

/** Tags left open or closed without being opened. */
function unbalanced(page: string): string[] {
  const alone = new Set(['meta', 'link', 'input', 'br', 'img', '!doctype'])
  const open: string[] = []
  const wrong: string[] = []
  for (const [, closing, name = ''] of page
    .replace(/<script type="application[\s\S]*?<\/script>/g, '')
    .matchAll(/<(\/?)([a-z!][a-z0-9]*)\b[^>]*>/gi)) {
    if (alone.has(name.toLowerCase())) continue
    if (!closing) open.push(name)
    else if (open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}

describe.each(['zh', 'en'] as const)('every public page in %s', (language) => {
  const pages = pagesOf(sample, language).map((page) => [page.path, page.html] as const)
  test.each(pages)('%s is whole, says its language and leads to the other', (path, page) => {
    expect(unbalanced(page)).toEqual([])
    expect(page).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`)
    expect(page).toContain(`<link rel="canonical" href="https://shuren.example.cn${addressOf(path)}">`)
    const other = language === 'zh' ? `/en/${path}` : `/${path.replace(/^en\//, '')}`
    expect(page).toContain(`<a href="${other.replace(/index\.html$/, '')}" hreflang=`)
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page).not.toMatch(/undefined|\[object|NaN|style="|onclick|javascript:/)
  })
  test.each(pages)('%s needs no script of its own', (_, page) => {
    const scripts = [...page.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes?.trim())
    expect(
      scripts.every((attributes) => attributes === 'type="module" src="/assets/site.js"' || attributes === 'type="application/ld+json"'),
    ).toBe(true)
  })
  test('shows what people wrote as text, wherever it stands', () => {
    for (const { html: page } of pagesOf(hostile(sample) as Sample, language)) {
      const read = page.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '')
      expect(read).not.toMatch(/<script>|<img|onerror='/)
      expect(unbalanced(page)).toEqual([])
    }
  })
})

describe('a notice', () => {
  test('says until when it runs, and how to object', () => {
    const { html: page } = noticePage(sample.notice, 'zh', site)
    for (const said of [
      '2024年10月14日 24:00（北京时间）',
      '5 个工作日',
      '演示·刘老师',
      '实名',
      'data-objection="/api/notices/01J9ZX4N6T0000000000000001/objections"',
    ])
      expect(page).toContain(said)
  })
  test('that has ended takes no more', () =>
    expect(noticePage({ ...sample.notice, notice: { ...sample.notice.notice, state: 'closed' } }, 'zh', site).html).not.toContain(
      'data-objection',
    ))
})

describe('the list of awards', () => {
  test('has a page for each order and language, which lead to each other', () => {
    const pages = awardListPages(sample.list, site)
    expect(new Set(pages.map(({ path }) => path)).size).toBe(6)
    expect(pages[0]?.html).toContain(`href="/${publicPath.awards(sample.list.batch, 'zh', 'province')}"`)
  })
  test('holds every award once in every order', () => {
    for (const { html: page } of awardListPages(sample.list, site))
      for (const award of sample.list.awards) expect(page.split(`>${award.number}</a>`)).toHaveLength(2)
  })
  test('by province follows the codes', () => {
    const { html: page } = awardListPage(sample.list, 'province', 'zh', site)
    expect([...page.matchAll(/id="g-(\d\d)"/g)].map(([, code]) => code)).toEqual(['11', '32', '33', '65'])
  })
  test('can be downloaded as a sheet', async () => {
    const read = await readSpreadsheet(await awardListSheet(sample.list))
    expect(read.ok && read.value).toHaveLength(sample.list.awards.length + 1)
  })
})

describe('a certificate’s page', () => {
  test('says that it is genuine, and is not for search engines', () => {
    const { html: page } = certificatePage(sample.certificate, 'zh', site)
    expect(page).toContain('此证书真实有效')
    expect(page).toContain('noindex')
  })
  test('says when the award was revoked', () => {
    const { html: page } = certificatePage({ ...sample.certificate, state: 'revoked' }, 'zh', site)
    expect(page).toContain('已被撤销')
    expect(page).not.toContain('真实有效')
  })
})

test('the foot says who runs the site, and shows where that is missing', () => {
  const foot = (words: Parameters<typeof siteOf>[1]) =>
    homePage(sample.home, 'zh', siteOf('https://x.example', words)).html.split('<footer')[1]
  expect(foot({ hostZh: '演示办公室', icp: '演示ICP备1号' })).toMatch(/演示办公室[\s\S]*演示ICP备1号/)
  expect(foot({})).toContain('（主办单位名称）')
})

describe('feeds for machines', () => {
  test('list what was published, newest first', () => {
    const { xml } = feed(sample.home, 'zh', site)
    const dates = [...xml.matchAll(/<pubDate>([^<]+)/g)].map(([, date]) => Date.parse(date ?? ''))
    expect(dates).toHaveLength(5)
    expect(dates).toEqual(dates.toSorted((a, b) => b - a))
    expect(unbalanced(xml.replace(/<\?xml[^>]*>|<atom:link[^>]*\/>/g, ''))).toEqual([])
  })
  test('name each page in both languages', () => {
    const { xml } = sitemap([{ at: publicPath.home }, { at: (language) => publicPath.notice('n1', language), changed: '2024-10-08' }], site)
    expect(xml).toContain('<loc>https://shuren.example.cn/</loc>')
    expect(xml).toContain('<loc>https://shuren.example.cn/en/notices/n1.html</loc><lastmod>2024-10-08</lastmod>')
  })
})

test('ids never lead out of their folder', () => expect(publicPath.notice('../../app/index', 'zh')).toBe('notices/------app-index.html'))
test('only what the tag made is markup', () => {
  expect(html`<p title="${'a"b'}">${['<b>', html`<i>${'&'}</i>`, false, 0]}</p>`.markup).toBe(
    '<p title="a&quot;b">&lt;b&gt;<i>&amp;</i>0</p>',
  )
  expect(escapeHtml('a\u0000\u0007\nb')).toBe('a\nb')
})
