import { beijing } from '../../../shared/calendar/beijing.ts'
import type { Language } from '../../../shared/text.ts'
import { drawTable } from './grid.ts'
import { ink, openPaper } from './paper.ts'
import { drawTitle } from './parts.ts'

/** One unit's recommendations in one category, or in all: in the order in which it recommends them. */
export type RecommendationList = {
  batch: string
  unit: string
  category: string
  items: readonly { order: number; title: string; applicant: string; institution: string; category?: string; receipt: string }[]
  limit?: number
  /** Hash of the confirmed list; a list that has changed since carries another one. */
  sha256?: string
  confirmedAt?: string
  language?: Language
  at: string
}

const words = {
  zh: {
    title: '推荐汇总表',
    unit: '推荐单位',
    category: '类别',
    order: '排序',
    name: '申报名称',
    applicant: '申报单位',
    institution: '所在高校',
    receipt: '受理编号',
    count: (n: number, limit?: number) => `共推荐 ${n} 项${limit === undefined ? '' : `（名额 ${limit} 项）`}`,
    none: '（本单位在本类别没有推荐）',
    sign: ['负责人（签字）：', '推荐单位（盖章）：', '日期：　　　　　年　　　月　　　日'],
    hash: '名单校验码',
    note: '请核对名单后打印、签字、盖章，扫描上传。名单调整后校验码随之改变，原盖章件作废。',
    draft: '未确认',
    confirmed: '确认时间',
  },
  en: {
    title: 'List of recommendations',
    unit: 'Recommending unit',
    category: 'Category',
    order: 'Order',
    name: 'Title',
    applicant: 'Applicant',
    institution: 'Institution',
    receipt: 'Receipt no.',
    count: (n: number, limit?: number) => `${n} recommended${limit === undefined ? '' : ` of ${limit} places`}`,
    none: '(No recommendation by this unit in this category)',
    sign: ['Signed by:', 'Recommending unit (stamp):', 'Date:'],
    hash: 'Check value of the list',
    note: 'Check the list, print, sign and stamp it, and upload the scan. When the list changes, so does its check value, and the stamped scan no longer counts.',
    draft: 'NOT CONFIRMED',
    confirmed: 'Confirmed',
  },
} as const

/** The list a unit signs and stamps: ordered, with its check value on each page and room for signature and stamp. */
export function recommendationListPdf(list: RecommendationList): Promise<Buffer> {
  const language = list.language ?? 'zh'
  const say = words[language]
  const paper = openPaper({
    title: `${say.title} · ${list.unit}`,
    language,
    at: list.at,
    layout: 'landscape',
    head: `${say.title}　${list.unit}　${list.category}`,
    foot: { left: list.unit, ...(list.sha256 ? { right: `${say.hash} ${list.sha256.slice(0, 16)}…` } : {}) },
    ...(list.sha256 ? {} : { watermark: say.draft }),
  })
  drawTitle(paper, say.title, list.batch)
  const facts = [`${say.unit}：${list.unit}`, `${say.category}：${list.category}`, say.count(list.items.length, list.limit)]
  if (list.confirmedAt) facts.push(`${say.confirmed}：${beijing.format(list.confirmedAt, language)}`)
  paper.paragraph(facts.join('　　').replaceAll('：', language === 'zh' ? '：' : ': '), { size: 10.5 })
  const several = list.items.some(({ category }) => category !== undefined)
  const columns = [
    { title: say.order, share: 5, align: 'center' as const },
    { title: say.name, share: 26 },
    ...(several ? [{ title: say.category, share: 10 }] : []),
    { title: say.applicant, share: 20 },
    { title: say.institution, share: 14 },
    { title: say.receipt, share: 12, align: 'center' as const },
  ]
  const rows = list.items.map((item) => [
    String(item.order),
    item.title,
    ...(several ? [item.category ?? ''] : []),
    item.applicant,
    item.institution,
    item.receipt,
  ])
  if (rows.length === 0) paper.paragraph(say.none, { size: 10.5 })
  // Room for signature and stamp stays with the last row: a stamp on an empty page would prove nothing.
  else drawTable(paper, columns, rows, { size: 9.5, below: 150 })
  paper.y += 26
  const third = paper.width / 3
  for (const [i, text] of say.sign.entries()) paper.write(text, paper.left + i * third, paper.y, third, { size: 11 })
  paper.y += 74
  if (list.sha256) paper.paragraph(`${say.hash}（SHA-256）：${list.sha256}`, { size: 8.5, colour: ink.soft, after: 0 })
  paper.paragraph(say.note, { size: 8.5, colour: ink.soft })
  return paper.finish()
}
