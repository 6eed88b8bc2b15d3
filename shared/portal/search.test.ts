import { describe, expect, test } from 'vitest'
import { type Found, search, terms } from './search.ts'

const all: Found[] = [
  ['入选名单', '第四批新时代高校党建示范创建和质量创优工作', '', '/awards/a.html', '2026-01-02'],
  ['样板支部', '马克思主义学院教工第一党支部', '演示湖滨大学 · 江苏 · SHUANGCHUANG-2026-03-0008-NWA4', '/works/b.html', '2026-01-02'],
  ['样板支部', '马克思主义学院学生党支部', '演示明德大学 · 浙江 · SHUANGCHUANG-2026-03-0009-NWA4', '/works/c.html', '2026-01-03'],
  ['建设动态', '阿依古丽·买买提 班级的一天', '演示军垦大学', '/works/d.html', ''],
  ['Model branch', 'History of science', 'Demo University · Jiangsu', '/en/works/e.html', ''],
]
const addresses = (query: string) => search(all, query).map(([, , , address]) => address)

describe('a search', () => {
  test('takes Chinese in pairs of characters and other scripts in words', () =>
    expect(terms('湖滨大学 Model-branch 党建')).toEqual(['湖滨', '滨大', '大学', 'model-branch', '党建']))
  test('finds by unit, by place, by number in any case and width', () => {
    expect(addresses('湖滨大学')[0]).toBe('/works/b.html')
    expect(addresses('江苏')).toEqual(['/works/b.html'])
    expect(addresses('shuangchuang-2026-03-0009-nwa4')).toEqual(['/works/c.html'])
    expect(addresses('ｊｉａｎｇｓｕ')).toEqual(['/en/works/e.html'])
  })
  test('puts what has the words as they stand first, then the newer', () => {
    expect(addresses('马克思主义学院教工')[0]).toBe('/works/b.html')
    expect(addresses('马克思主义学院')).toEqual(['/works/c.html', '/works/b.html'])
  })
  test('forgives a word too many in Chinese, not a word of another script', () => {
    expect(addresses('马克思主义学院研究')).toContain('/works/b.html')
    expect(addresses('History physics')).toEqual([])
  })
  test('takes a name with and without its dot', () => {
    expect(addresses('阿依古丽买买提')).toEqual(['/works/d.html'])
    expect(addresses('阿依古丽·买买提')).toEqual(['/works/d.html'])
  })
  test('of nothing finds nothing', () => {
    for (const query of ['', '   ', '，。', '·']) expect(addresses(query)).toEqual([])
  })
})
