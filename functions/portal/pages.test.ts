import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { siteOf } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { provinces } from '../../shared/register/provinces.ts'
import type { Language } from '../../shared/text.ts'
import { readSpreadsheet } from '../documents/excel/read.ts'
import { workPage } from './award.ts'
import { awardListPage, awardListPages, largeList, viewsOf } from './awards.ts'
import { callPage } from './call.ts'
import { certificatePage, checkPage } from './certificate.ts'
import { columnPages, mapPage, provincePage } from './columns.ts'
import { awardListCsv, awardListSheet } from './downloads.ts'
import { feed, listMap, robots, siteMap, sitemap } from './feeds.ts'
import type { Page } from './frame.ts'
import { homePage } from './home.ts'
import { escapeHtml, html } from './html.ts'
import { institutionPage } from './institution.ts'
import { missingPage } from './missing.ts'
import { noticePage } from './notice.ts'
import { sample } from './sample.ts'
import { foundOnList, foundOnSite, searchPage, searchParts } from './searching.ts'
import { words } from './words.ts'

const fail = (): never => {
  throw new Error('the sample is empty')
}
const site = siteOf('https://shuren.example.cn')
type Sample = typeof sample
const pagesOf = (from: Sample, language: Language): Page[] => [
  homePage(from.home, language, site),
  ...columnPages(from.home, language, site),
  mapPage(from.home, language, site),
  searchPage(language, site),
  checkPage(language, site),
  callPage(from.call, language, site),
  noticePage(from.notice, language, site),
  ...viewsOf(from.list).map((view) => awardListPage(from.list, view, language, site)),
  provincePage('32', from.home.institutions, language, site),
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
    if (!page.includes('noindex')) expect(page).toContain(`<link rel="canonical" href="https://shuren.example.cn${addressOf(path)}">`)
    expect(page).toMatch(/<meta property="og:image" content="https:\/\/shuren\.example\.cn\/[\w/.-]+">/)
    const other = language === 'zh' ? `/en/${path}` : `/${path.replace(/^en\//, '')}`
    expect(page).toContain(`<a href="${other.replace(/index\.html$/, '')}" hreflang=`)
    expect(page.match(/<h1[\s>]/g)).toHaveLength(1)
    // The home page is where all ways begin; the others say the way back.
    expect(page.includes('<nav class="crumbs"')).toBe(path !== publicPath.home(language))
    expect(page).not.toMatch(/undefined|\[object|NaN|style="|onclick|javascript:/)
  })
  test.each(pages)('%s needs no script of its own', (_, page) => {
    const scripts = [...page.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes?.trim())
    expect(
      scripts.every(
        (attributes) =>
          attributes === 'type="module" src="/assets/site.js" blocking="render"' || attributes === 'type="application/ld+json"',
      ),
    ).toBe(true)
  })
  test('shows what people wrote as text, wherever it stands', () => {
    for (const { html: page } of pagesOf(hostile(sample) as Sample, language)) {
      const read = page.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '')
      expect(read).not.toMatch(/<script>|<img src=x|onerror='/)
      expect(unbalanced(page)).toEqual([])
    }
  })
})

describe('for machines, every kind of page says what it is about', () => {
  const columnsOf = ['calls', 'notices', 'results', 'stories', 'institutions'] as const
  const about: Record<string, [type: string, fields: readonly string[]]> = {
    [publicPath.home('zh')]: ['WebSite', ['name', 'publisher.name', 'potentialAction.target']],
    ...Object.fromEntries(columnsOf.map((column) => [publicPath[column]('zh'), ['CollectionPage', ['name', 'description']]])),
    [publicPath.call(sample.call.batch, 'zh')]: ['Article', ['headline', 'datePublished', 'expires', 'publisher.name']],
    [publicPath.notice(sample.notice.notice.id, 'zh')]: ['Article', ['headline', 'datePublished', 'expires', 'publisher.name']],
    ...Object.fromEntries(
      viewsOf(sample.list).map((view) => [publicPath.awards(sample.list.batch, 'zh', view), ['ItemList', ['name', 'numberOfItems']]]),
    ),
    [publicPath.work(sample.work.award.id, 'zh')]: ['Project', ['name', 'sponsor.name', 'member.name']],
    [publicPath.institution(sample.institution.id, 'zh')]: ['CollegeOrUniversity', ['name', 'identifier']],
  }
  const pages = new Map(pagesOf(sample, 'zh').map(({ path, html: page }) => [path, page]))
  test.each(Object.entries(about))('%s', (path, [type, fields]) => {
    const found = /<script type="application\/ld\+json">([^<]+)</.exec(pages.get(path) ?? '')?.[1] ?? '{}'
    const data = JSON.parse(found) as Record<string, unknown>
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': type,
      inLanguage: 'zh-CN',
      url: `https://shuren.example.cn${addressOf(path)}`,
    })
    for (const field of fields) expect(data).toHaveProperty(field, expect.anything())
  })
  test('but for those that only lead elsewhere', () => {
    const silent = [...pages].filter(([path, page]) => !(path in about) && !page.includes('ld+json')).map(([path]) => path)
    expect(silent.length + Object.keys(about).length).toBe(pages.size)
    const elsewhere = [
      publicPath.map('zh'),
      publicPath.search('zh'),
      publicPath.certificates('zh'),
      publicPath.province('32', 'zh'),
      publicPath.certificate(sample.certificate.number, 'zh'),
    ]
    expect(silent.toSorted()).toEqual(elsewhere.toSorted())
  })
})

describe('a call', () => {
  const asked = (eligibility: Sample['call']['categories'][number]['eligibility']) =>
    callPage({ ...sample.call, categories: sample.call.categories.map((each) => ({ ...each, eligibility })) }, 'zh', site).html

  test('has a column of conditions only where a category sets one', () => {
    expect(asked([{ zh: '近三年未发生责任事故', en: 'No accident in the last three years' }])).toContain('申报条件')
    expect(asked([])).not.toContain('申报条件')
  })
})

describe('a notice', () => {
  test('of a batch that was cancelled says so, and asks for no objections', () => {
    for (const [language, text] of [
      ['zh', '本批次已取消'],
      ['en', 'The batch was cancelled'],
    ] as const) {
      const { html: page } = noticePage({ ...sample.notice, cancelled: true }, language, site)
      expect(page).toContain(text)
      expect(page).not.toMatch(/data-objection|data-until|id="object"/)
      expect(noticePage(sample.notice, language, site).html).not.toContain(text)
    }
  })
  test('says until when it runs, and how to object', () => {
    const { html: page } = noticePage(sample.notice, 'zh', site)
    for (const said of [
      '2024年10月14日\u00a024:00<span class="zone">（北京时间）</span>',
      '5 个工作日',
      '演示·古丽·阿卜杜热西提·麦麦提明',
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

describe('the list of what a check has found', () => {
  const grades = [
    { key: 'excellent', title: { zh: '优秀', en: 'Excellent' } },
    { key: 'passed', title: { zh: '合格', en: 'Passed' } },
    { key: 'deferred', title: { zh: '暂缓通过', en: 'Deferred' } },
    { key: 'failed', title: { zh: '不合格', en: 'Failed' } },
  ]
  /** Nobody has failed. */
  const given = sample.list.awards.map((award, i) => ({ ...award, grade: grades[[1, 0, 2][i % 3] ?? 0] ?? fail() }))
  const list = { ...sample.list, grades, awards: given }
  const headings = (page: string) => [...page.matchAll(/<section id="g-([\w-]+)"><h2>([^<]+)/g)].map(([, key, title]) => `${key} ${title}`)

  test('is read by grade, the best first, in both languages', () => {
    const [zh, en] = (['zh', 'en'] as const).map((language) => awardListPage(list, { order: 'list' }, language, site).html)
    expect(headings(zh ?? '')).toEqual(['excellent 优秀（5）', 'passed 合格（5）', 'deferred 暂缓通过（4）'])
    expect(headings(en ?? '')).toEqual(['excellent Excellent (5)', 'passed Passed (5)', 'deferred Deferred (4)'])
    expect(zh).toContain('结果名单')
    expect(zh).not.toContain('入选名单</p>')
    expect(en).toContain('14 results')
  })
  test('says the grade of each wherever the heading does not', () => {
    for (const view of [{ order: 'province' }, { order: 'institution' }, { kind: 'culture' }, { province: '32' }] as const) {
      const page = awardListPage(list, view, 'zh', site).html
      expect(page).toContain('<th scope="col">结论</th>')
      if (!('province' in view)) expect(page).not.toMatch(/data-without="[^"]*grade/)
    }
    expect(awardListPage(sample.list, { order: 'list' }, 'zh', site).html).not.toContain('结论')
  })
  test('has a page of each grade that was given, which the others lead to', () => {
    const pages = awardListPages(list, site).filter(({ path }) => !path.startsWith('en/'))
    expect(pages).toHaveLength(3 + 3 + 2 + 4)
    const passed = publicPath.awards(list.batch, 'zh', { grade: 'passed' })
    for (const { path, html: page } of pages) if (path !== passed) expect(page).toContain(`href="/${passed}"`)
    const numbers = given.filter(({ grade }) => grade.key === 'passed').map(({ number }) => number)
    const page = pages.find(({ path }) => path === passed)?.html ?? ''
    expect(given.filter(({ number }) => page.includes(`>${number}</a>`)).map(({ number }) => number)).toEqual(numbers)
  })
  test('when it is long, begins with how many have which grade in which province', () => {
    const long = { ...list, awards: Array.from({ length: largeList }, (_, i) => ({ ...(given[i % given.length] ?? fail()), id: `a${i}` })) }
    const page = awardListPage(long, { order: 'list' }, 'zh', site).html
    expect(page).toContain(`href="/${publicPath.awards(list.batch, 'zh', { province: '32' })}#g-excellent"`)
    expect(awardListPage(long, { province: '32' }, 'zh', site).html).toContain('<section id="g-excellent">')
  })
  test('can be downloaded by grade, and found by it', async () => {
    const rows = awardListCsv(list).split('\r\n')
    expect(rows[0]).toContain('结论 Result')
    expect(rows.slice(1, -1).map((row) => row.split(',')[0])).toEqual([
      ...Array.from({ length: 5 }, () => '优秀'),
      ...Array.from({ length: 5 }, () => '合格'),
      ...Array.from({ length: 4 }, () => '暂缓通过'),
    ])
    const read = await readSpreadsheet(await awardListSheet(list))
    expect(read.ok && read.value.map(({ cells }) => cells[0]).slice(0, 2)).toEqual(['结论\nResult', '优秀'])
    expect(foundOnList(list, 'en').filter(([kind]) => kind.includes('Deferred'))).toHaveLength(4)
    const none = foundOnList({ ...list, awards: given.map((award) => ({ ...award, number: '', hasWorkPage: false })) }, 'zh')
    expect(new Set(none.map((found) => found[3]))).toEqual(new Set([`/${publicPath.awards(list.batch, 'zh')}`]))
  })
  test('names no work page in its part of the sitemap: the list on which they were awarded does', () => {
    expect(listMap(list, site).text).toContain(`${list.batch}-grade-passed.html`)
    expect(listMap(list, site).text).not.toContain('/works/')
  })
  test('and its notice proposes results, not awards', () => {
    const { html: page } = noticePage({ ...sample.notice, graded: true }, 'zh', site)
    expect(page).toContain('拟定结果')
    expect(page).not.toContain('拟入选名单</h2>')
  })
})

describe('the list of awards', () => {
  const { list } = sample
  const views = viewsOf(list)
  const shownOn = (page: string) => list.awards.filter(({ number }) => page.includes(`>${number}</a>`))

  test('has a page of each order, kind and province in both languages, which lead to each other', () => {
    const pages = awardListPages(list, site)
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length)
    expect(pages).toHaveLength(2 * (3 + 2 + 4))
    const zh = pages.filter(({ path }) => !path.startsWith('en/'))
    for (const { path, html: page } of zh) for (const other of zh) if (other.path !== path) expect(page).toContain(`href="/${other.path}"`)
  })
  test('holds every award once in every order, and once over all kinds or provinces', () => {
    const pageOf = (view: (typeof views)[number]) => awardListPage(list, view, 'zh', site).html
    for (const view of views.filter((each) => 'order' in each)) expect(shownOn(pageOf(view))).toHaveLength(list.awards.length)
    for (const part of ['kind', 'province']) {
      const numbers = views.filter((view) => part in view).flatMap((view) => shownOn(pageOf(view)).map(({ number }) => number))
      expect(numbers.toSorted()).toEqual(list.awards.map(({ number }) => number).toSorted())
    }
  })
  test('does not say again in every row what the heading of its table says, or what another column does', () => {
    const without = (view: Parameters<typeof awardListPage>[1], awards = list.awards) =>
      [
        ...awardListPage({ ...list, awards }, view, 'zh', site).html.matchAll(
          /<table class="awards"[^>]*?(?: data-without="([^"]*)")?(?: data-sort="[^"]*")?>/g,
        ),
      ].map(([, columns]) => columns)
    const alike = list.awards.map((award) => ({ ...award, unit: award.title }))
    const apart = list.awards.map((award) => ({ ...award, unit: `${award.title}的承担单位` }))
    expect(new Set(without({ order: 'list' }, apart))).toEqual(new Set(['kind']))
    expect(new Set(without({ order: 'province' }, apart))).toEqual(new Set(['province']))
    expect(without({ order: 'institution' }, apart)).toEqual([undefined])
    expect(without({ order: 'institution' }, alike)).toEqual(['unit'])
    expect(new Set(without({ order: 'list' }, alike))).toEqual(new Set(['kind unit']))
  })
  test('by province follows the codes', () => {
    const { html: page } = awardListPage(list, { order: 'province' }, 'zh', site)
    expect([...page.matchAll(/<section id="g-(\d\d)"/g)].map(([, code]) => code)).toEqual(['11', '32', '33', '65'])
  })
  test('can be downloaded as a sheet and as text', async () => {
    const read = await readSpreadsheet(await awardListSheet(list))
    expect(read.ok && read.value).toHaveLength(list.awards.length + 1)
    expect(awardListCsv(list).split('\r\n')).toHaveLength(list.awards.length + 2)
  })

  const thousand: typeof list.awards = Array.from({ length: 1111 }, (_, i) => {
    const award = list.awards[i % list.awards.length] ?? fail()
    const kind = i < 10 ? 'demonstration-university' : i < 110 ? 'benchmark-college' : 'model-branch'
    const id = `01J9ZX4N6T${String(i * 7919).padStart(16, '0')}`
    return {
      ...award,
      id,
      title: `演示第${i}大学马克思主义学院学生第${i % 9}党支部`,
      category: { key: kind, title: { zh: kind, en: kind } },
      institution: { id: `01J9ZX4N6T${String((i % 700) * 104729).padStart(16, '0')}`, name: `演示第${i % 700}大学` },
      province: String(provinces[i % 31]?.code),
      number: `SHUANGCHUANG-2026-03-${String(i).padStart(4, '0')}-TX8G`,
    }
  })
  test('of a national call begins with an overview, and no page of it is heavy', () => {
    const large = { ...list, awards: thousand }
    expect(thousand.length).toBeGreaterThan(largeList)
    const pages = awardListPages(large, site)
    const first = pages.find(({ path }) => path === publicPath.awards(list.batch, 'zh'))?.html ?? ''
    expect(shownOn(first)).toEqual([])
    expect(first).toContain('href="/' + publicPath.awards(list.batch, 'zh', { province: '32' }) + '#g-model-branch"')
    const weights = pages.map(({ html: page }) => gzipSync(page).length / 1024)
    expect(gzipSync(first).length / 1024).toBeLessThan(12)
    expect(Math.max(...weights)).toBeLessThan(120)
    expect(weights.filter((weight) => weight > 20)).toHaveLength(2 * 3)
  })
})

test.each(['zh', 'en'] as const)('a line of facts begins with no dot, and no date breaks before its hour (%s)', (language) => {
  for (const { path, html: page } of pagesOf(sample, language)) {
    const body = page.slice(page.indexOf('<main'))
    expect([path, body.match(/.{20} · /g)]).toEqual([path, null])
    expect([path, body.match(/<time[^>]*>[^<]* \d\d:\d\d/g)]).toEqual([path, null])
  }
})

describe('a number of things', () => {
  test('is counted as each language counts, one as one', () => {
    const one = sample.home.institutions.slice(0, 1).map((each) => ({ ...each, awards: 1 }))
    expect(provincePage('32', one, 'en', site).html).toContain('1 institution\u00a0· 1 award<')
    expect(provincePage('32', one, 'zh', site).html).toContain('1 所高校\u00a0· 1 项<')
    expect(
      columnPages({ ...sample.home, results: [{ batch: 'b', title: 't', publishedAt: sample.home.at, awards: 1111 }] }, 'en', site)[2]
        ?.html,
    ).toContain('>1,111 awards<')
    expect(noticePage(sample.notice, 'en', site).html).toContain('5 working days')
  })
  test('is sorted from two on, filtered from six on', () => {
    const of = (count: number) =>
      awardListPage({ ...sample.list, awards: sample.list.awards.slice(0, count) }, { order: 'institution' }, 'zh', site).html
    expect([1, 2, 5, 6].map((count) => [of(count).includes(' data-sort='), of(count).includes(' data-sift')])).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ])
  })
})

test('every fixed word stands on some page', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !/^words|\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  expect(
    Object.keys(words).filter((key) => !sources.some((text) => new RegExp(`words(\\.${key}\\b|\\[[^\\]]*'${key}')`).test(text))),
  ).toEqual([])
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

describe('what machines read', () => {
  const bare = (text: string) => unbalanced(text.replace(/<\?xml[^>]*>|<atom:link[^>]*\/>|<xhtml:link[^>]*\/>/g, ''))
  test('the feed lists what was published, newest first', () => {
    const { text } = feed(sample.home, 'zh', site)
    const dates = [...text.matchAll(/<pubDate>([^<]+)/g)].map(([, date]) => Date.parse(date ?? ''))
    expect(dates).toHaveLength(6)
    expect(dates).toEqual(dates.toSorted((a, b) => b - a))
    expect(bare(text)).toEqual([])
  })
  test('the sitemap names its parts, and each page in both languages', () => {
    expect(sitemap(sample.home, site).text).toContain(`<loc>https://shuren.example.cn/sitemaps/awards-${sample.list.batch}.xml</loc>`)
    const { text } = siteMap(sample.home, site)
    expect(text).toContain('<loc>https://shuren.example.cn/</loc>')
    expect(text).toContain(`<loc>https://shuren.example.cn/en/notices/${sample.notice.notice.id}.html</loc><lastmod>2024-10-08`)
    expect(listMap(sample.list, site).text).toContain('/works/award-1.html')
    for (const part of [text, listMap(sample.list, site).text, sitemap(sample.home, site).text]) expect(bare(part)).toEqual([])
  })
  test('robots are told what is public', () =>
    expect(robots(site).text).toMatch(/Disallow: \/app\/[\s\S]*Sitemap: https:\/\/shuren\.example\.cn\/sitemap\.xml/))
  test('the parts of the search hold everything once, with its address', () => {
    expect(searchParts(sample.home, 'en').parts).toEqual(['/en/search/site.json', `/en/search/awards-${sample.list.batch}.json`])
    expect(foundOnSite(sample.home, 'zh')).toHaveLength(1 + 1 + 1 + 3 + 4)
    const found = foundOnList(sample.list, 'zh')
    expect(found).toHaveLength(sample.list.awards.length)
    expect(found[0]?.[3]).toBe('/works/award-1.html')
    expect(found.find(([, title]) => title.includes('演示5'))?.[3]).toMatch(/^\/certificates\//)
  })
})

test('a missing page says so in both languages, and is not for search engines', () => {
  const { path, html: page } = missingPage(site)
  expect(path).toBe('404.html')
  for (const said of ['没有找到这个页面', 'There is no such page', 'noindex', 'href="/search.html"', 'href="/en/search.html"'])
    expect(page).toContain(said)
})

test('ids never lead out of their folder', () => expect(publicPath.notice('../../app/index', 'zh')).toBe('notices/------app-index.html'))
test('only what the tag made is markup', () => {
  expect(html`<p title="${'a"b'}">${['<b>', html`<i>${'&'}</i>`, false, 0]}</p>`.markup).toBe(
    '<p title="a&quot;b">&lt;b&gt;<i>&amp;</i>0</p>',
  )
  expect(escapeHtml('a\u0000\u0007\nb')).toBe('a\nb')
})
