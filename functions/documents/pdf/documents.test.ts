import { describe, expect, test } from 'vitest'
import { Form, type FormSource, type FormValues } from '../../../shared/forms/schema.ts'
import type { Rubric } from '../../../shared/templates/schema.ts'
import { applicationPdf } from './application.ts'
import { certificatePdf } from './certificate.ts'
import { readPdf } from './reading.ts'
import { recommendationListPdf } from './recommendationList.ts'
import { reviewSheetPdf } from './reviewSheet.ts'
import { sayMoney, sayValue } from './values.ts'

const at = '2024-10-08T09:00:00.000Z'
const two = (zh: string, en = zh) => ({ zh, en })
const label = (zh: string) => ({ key: 'x', label: two(zh, `${zh} en`) })
const source: FormSource = {
  title: two('演示申报表', 'Demonstration form'),
  sections: [
    {
      key: 'basics',
      title: two('基本情况', 'Basics'),
      fields: [
        { ...label('名称'), key: 'name', kind: 'text', max: 40 },
        { ...label('人数'), key: 'people', kind: 'number', unit: two('人', 'people') },
        { ...label('经费'), key: 'money', kind: 'money', unit: 'wan' },
        { ...label('成立'), key: 'founded', kind: 'date', precision: 'month' },
        {
          ...label('类型'),
          key: 'type',
          kind: 'choice',
          choices: [
            { value: 'a', label: two('教师') },
            { value: 'b', label: two('学生') },
          ],
        },
        {
          ...label('领域'),
          key: 'fields',
          kind: 'choices',
          choices: [
            { value: 'a', label: two('理论武装') },
            { value: 'b', label: two('文化育人') },
          ],
        },
        { ...label('先进'), key: 'model', kind: 'yesNo' },
        { ...label('书记'), key: 'secretary', kind: 'person' },
        { ...label('高校'), key: 'university', kind: 'organisation' },
        { ...label('学生人数'), key: 'students', kind: 'number', visibleIf: "type == 'b'" },
        { ...label('工作'), key: 'h', kind: 'heading' },
        { ...label('工作基础'), key: 'base', kind: 'longText', max: 3000 },
        {
          ...label('预算'),
          key: 'budget',
          kind: 'table',
          maxRows: 100,
          totals: ['sum'],
          columns: [
            { ...label('事项'), key: 'item', kind: 'text', max: 40 },
            { ...label('金额'), key: 'sum', kind: 'money' },
          ],
        },
        { ...label('附件'), key: 'files', kind: 'file', accept: ['pdf'], maxBytes: 1000, maxCount: 3 },
      ],
    },
  ],
}
const form = Form.parse(source)
const basics = {
  name: '演示支部',
  people: 32,
  money: 1_250_000,
  founded: '2023-09',
  type: 'a',
  fields: ['a', 'b'],
  model: true,
  secretary: { name: '演示·李老师', phone: '010-00000000' },
  university: { code: '4132099001', name: '演示湖滨大学' },
  students: 77,
  base: '支部坚持立德树人。'.repeat(120),
  budget: Array.from({ length: 60 }, (_, i) => ({ item: `事项${i + 1}`, sum: 100_000 })),
  files: [{ id: '01J9ZX4N6T0000000000000000', name: '佐证材料.pdf', bytes: 5_300_000, type: 'application/pdf', caption: '近三年考核' }],
}
const head = {
  title: '演示申报',
  batch: '演示批次',
  category: '样板支部',
  unit: '演示支部',
  institution: '演示湖滨大学',
  receipt: 'SC4-32-000127',
  sha256: `abcdef0123456789${'x'.repeat(27)}`,
  submittedAt: at,
  at,
}
const pagesOf = async (change: FormValues['basics'] = {}, heads: Partial<typeof head> = {}) =>
  readPdf(await applicationPdf({ form, values: { basics: { ...basics, ...change } }, head: { ...head, ...heads } })).pages

describe('the application form as printed', () => {
  test('shows an answer of every kind of field', async () => {
    const all = (await pagesOf()).join('\n')
    for (const said of [
      '演示支部',
      '32人',
      '1.25 万元',
      '2023年9月',
      '教师',
      '理论武装、文化育人',
      '是',
      '演示·李老师，010-00000000',
      '演示湖滨大学（4132099001）',
      '佐证材料.pdf',
      '5.1 MB',
      '近三年考核',
      '60,000.00 元',
    ])
      expect(all).toContain(said)
  })
  test('leaves out what is not asked', async () => {
    expect((await pagesOf()).join()).not.toContain('学生人数')
    expect((await pagesOf({ type: 'b' })).join()).toContain('学生人数')
  })
  test('carries receipt number and check value on every page, repeats table headers, counts its pages', async () => {
    const pages = await pagesOf()
    expect(pages.length).toBeGreaterThan(2)
    for (const [i, page] of pages.entries()) {
      expect(page).toContain('SC4-32-000127')
      expect(page).toContain('abcdef0123456789…')
      expect(page).toContain(`第 ${i + 1} 页，共 ${pages.length} 页`)
    }
    for (const page of pages.filter((each) => each.includes('事项4'))) expect(page).toContain('金额')
  })
  test('without a receipt says on each page that it is a draft', async () => {
    const pages = readPdf(
      await applicationPdf({ form, values: {}, head: { title: 'x', batch: 'x', category: 'x', unit: 'x', institution: 'x', at } }),
    ).pages
    expect(pages.every((page) => page.includes('草稿') && page.includes('尚未提交'))).toBe(true)
  })
  test('prints a box for a character that the font lacks, and says which', async () => {
    const all = (await pagesOf({ name: '演示𠀀学院😀' })).join('\n')
    expect(all).toContain('演示□学院□')
    expect(all).toContain('U+20000, U+1F600')
  })
  test.each([
    ['controls', '甲\u0000乙\u0007丙\u202e丁'],
    ['a lone surrogate', '甲\ud800乙'],
    ['a very long word', 'x'.repeat(5000)],
    ['nothing but spaces', '　 \n\n '],
  ])('is made whatever somebody typed: %s', async (_, text) =>
    expect((await pagesOf({ base: text, name: text.slice(0, 40) })).length).toBeGreaterThan(0),
  )
  test('is made when stored values are of the wrong kind', async () =>
    expect(
      (await pagesOf({ people: 'many', fields: 'a', secretary: 5, budget: 'x', files: 3, university: [], base: ['a'] } as never)).length,
    ).toBeGreaterThan(0))
  test('in English has English labels', async () => {
    const pages = readPdf(await applicationPdf({ form, values: { basics }, head: { ...head, language: 'en' } })).pages
    expect(pages[0]).toContain('Demonstration form')
    expect(pages[0]).toContain('Page 1 of')
  })
  test('is the same file for the same data', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => applicationPdf({ form, values: { basics }, head })))
    expect(a?.equals(b ?? Buffer.of())).toBe(true)
  })
})

describe('a list to sign and stamp', () => {
  const item = (order: number) => ({
    order,
    title: `演示项目${order}`,
    applicant: '演示学院',
    institution: '演示湖滨大学',
    receipt: `JP-${order}`,
  })
  const list = {
    batch: '演示批次',
    unit: '演示省',
    category: '精品项目',
    items: Array.from({ length: 40 }, (_, i) => item(i + 1)),
    sha256: `0123456789abcdef${'y'.repeat(27)}`,
    at,
  }
  test('keeps its order, its check value on each page, and the last row with the stamp', async () => {
    const { pages } = readPdf(await recommendationListPdf(list))
    const orders = [...pages.join('\n').matchAll(/演示项目(\d+)\n/g)].map((match) => Number(match[1]))
    expect(orders).toEqual(list.items.map(({ order }) => order))
    expect(pages.every((page) => page.includes('0123456789abcdef…'))).toBe(true)
    expect(pages.at(-1)).toMatch(/JP-40\n[\s\S]*推荐单位（盖章）/)
  })
  test.each([8, 9, 10, 11, 12, 13])('of %i rows never puts the stamp on a page without a row', async (rows) => {
    const { pages } = readPdf(await recommendationListPdf({ ...list, items: list.items.slice(0, rows) }))
    expect(pages.at(-1)).toContain(`JP-${rows}\n`)
  })
  test('that is not confirmed says so', async () => {
    const { sha256: _, ...open } = list
    expect(readPdf(await recommendationListPdf(open)).pages[0]).toContain('未确认')
  })
})

describe('a certificate', () => {
  const certificate = {
    title: '立项证书',
    text: '你单位申报的项目入选。',
    number: 'JP2024-32-0007',
    holder: '演示湖滨大学',
    host: '演示办公室',
    date: at,
    checkUrl: 'https://example.cn/certificates/JP2024-32-0007.html',
    at,
  }
  test('is one page with number, holder, host, date and the address of its check', async () => {
    const { pages } = readPdf(await certificatePdf(certificate))
    expect(pages).toHaveLength(1)
    for (const said of ['立项证书', '演示湖滨大学：', 'JP2024-32-0007', '演示办公室', '2024年10月8日', certificate.checkUrl])
      expect(pages[0]).toContain(said)
  })
  test('stays one page with long names and a long text', async () =>
    expect(
      readPdf(await certificatePdf({ ...certificate, holder: '很长的名称'.repeat(20), text: '很长的文字。'.repeat(60) })).pages,
    ).toHaveLength(1))
})

test('a review sheet shows each score, and says where one is missing', async () => {
  const criterion = (key: string, title: string, weight: number) => ({
    key,
    title: two(title),
    help: two('说明'),
    min: 0,
    max: 10,
    step: 1,
    weight,
  })
  const rubric: Rubric = { criteria: [criterion('a', '工作基础', 60), criterion('b', '示范价值', 40)], commentMin: 0, commentMax: 500 }
  const { pages } = readPdf(
    await reviewSheetPdf({
      batch: '演示批次',
      category: '样板支部',
      submission: { title: '演示项目', receipt: 'JP-1' },
      expert: '专家 07',
      rubric,
      scores: { a: 9 },
      total: 54.004,
      comment: '特色鲜明。',
      submittedAt: at,
      at,
    }),
  )
  for (const said of ['专家 07', '工作基础', '60%', '未评', '54\n', '特色鲜明。']) expect(pages[0]).toContain(said)
})

test('money is said in yuan or ten thousand yuan without losing a fen', () => {
  expect(sayMoney(123_456_789, 'yuan', 'zh')).toBe('1,234,567.89 元')
  expect(sayMoney(123_456_789, 'wan', 'zh')).toBe('123.456789 万元')
  expect(sayValue({ ...label('x'), kind: 'yesNo' }, false, 'zh')).toBe('否')
  expect(sayValue({ ...label('x'), kind: 'yesNo' }, undefined, 'zh')).toBe('—')
})
