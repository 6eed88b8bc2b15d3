import { beijing } from '../../../shared/calendar/beijing.ts'
import type { Interval } from '../../../shared/decisions/interval.ts'
import type { Language } from '../../../shared/text.ts'
import { drawTable } from './grid.ts'
import { ink, openPaper } from './paper.ts'
import { drawTitle } from './parts.ts'

/** A category's decisions for the file: what the ranking was, what was decided of each, and why where it departs. */
export type DecisionSheet = {
  batch: string
  category: string
  host: string
  places?: number | undefined
  approval?: { by: string; at: string } | undefined
  sha256?: string | undefined
  lines: readonly {
    rank: number
    tied: number
    title: string
    institution: string
    score: number | null
    reviews: number
    interval: Interval | null
    outcome?: string | undefined
    reason?: string | undefined
  }[]
  language: Language
  at: string
}

const words = {
  zh: {
    title: '审定表',
    category: '类别',
    host: '主办单位',
    places: '名额',
    count: '项数',
    approved: '审定人',
    draft: '未经审定',
    columns: ['名次', '申报项目', '学校', '得分', '评审数', '区间', '结论', '理由'],
    tied: '并列',
    none: '–',
    hash: '校验码',
    sign: ['领导小组组长（签字）：', '成员（签字）：', '日期：'],
  },
  en: {
    title: 'Decision sheet',
    category: 'Category',
    host: 'Host',
    places: 'Places',
    count: 'Submissions',
    approved: 'Approved by',
    draft: 'Not approved',
    columns: ['Rank', 'Submission', 'Institution', 'Score', 'Reviews', 'Interval', 'Decision', 'Reason'],
    tied: 'tied',
    none: '–',
    hash: 'Fingerprint',
    sign: ['Chair (signature):', 'Members (signatures):', 'Date:'],
  },
} as const
const shares = [6, 24, 15, 7, 6, 11, 8, 23]

/** The sheet on landscape pages, with room to sign; until it is approved, every page says so. */
export function decisionSheetPdf(sheet: DecisionSheet): Promise<Buffer> {
  const { language } = sheet
  const say = words[language]
  const colon = language === 'zh' ? '：' : ': '
  const paper = openPaper({
    title: `${say.title} · ${sheet.category}`,
    language,
    at: sheet.at,
    layout: 'landscape',
    head: `${say.title}　${sheet.category}`,
    foot: { left: sheet.host, ...(sheet.sha256 && { right: `${say.hash} ${sheet.sha256.slice(0, 16)}…` }) },
    ...(sheet.approval ? {} : { watermark: say.draft }),
  })
  drawTitle(paper, say.title, sheet.batch)
  const facts: [string, string][] = [
    [say.category, sheet.category],
    [say.host, sheet.host],
    [say.count, String(sheet.lines.length)],
    ...(sheet.places === undefined ? [] : [[say.places, String(sheet.places)] as [string, string]]),
    ...(sheet.approval ? [[say.approved, `${sheet.approval.by} ${beijing.format(sheet.approval.at, language)}`] as [string, string]] : []),
  ]
  paper.paragraph(facts.map(([label, value]) => `${label}${colon}${value}`).join('　　'), { size: 10.5 })
  const figure = (value: number | null) => (value === null ? say.none : value.toFixed(2))
  drawTable(
    paper,
    say.columns.map((title, i) => ({ title, share: shares[i] ?? 10, ...([0, 3, 4, 5, 6].includes(i) && { align: 'center' as const }) })),
    sheet.lines.map((line) => [
      `${line.rank}${line.tied > 1 ? `\n${say.tied} ${line.tied}` : ''}`,
      line.title,
      line.institution,
      figure(line.score),
      String(line.reviews),
      line.interval ? `${line.interval.low.toFixed(1)}–${line.interval.high.toFixed(1)}` : say.none,
      line.outcome ?? say.none,
      line.reason ?? '',
    ]),
    { size: 9, below: 110 },
  )
  paper.y += 24
  for (const [i, text] of say.sign.entries()) paper.write(text, paper.left + (i * paper.width) / 3, paper.y, paper.width / 3, { size: 11 })
  paper.y += 60
  if (sheet.sha256) paper.paragraph(`${say.hash}${colon}${sheet.sha256}`, { size: 8.5, colour: ink.soft, after: 0 })
  return paper.finish()
}
