import { beijing } from '../../../shared/calendar/beijing.ts'
import type { Rubric } from '../../../shared/templates/schema.ts'
import type { Language } from '../../../shared/text.ts'
import { drawPairs, drawRow, drawTable } from './grid.ts'
import { openPaper } from './paper.ts'
import { drawHeading, drawTitle } from './parts.ts'

/** One expert's review of one submission, for the file. `expert` is a name or, where experts are hidden, a number. */
export type ReviewSheet = {
  batch: string
  category: string
  submission: { title: string; receipt: string; applicant?: string }
  expert: string
  rubric: Rubric
  scores: Readonly<Record<string, number>>
  total: number
  comment: string
  recommendation?: string
  submittedAt: string
  language?: Language
  at: string
}

const words = {
  zh: {
    title: '专家评审表',
    submission: '申报名称',
    receipt: '受理编号',
    applicant: '申报单位',
    category: '类别',
    expert: '评审专家',
    submitted: '评审时间',
    scores: '评分',
    criterion: '评分项',
    range: '分值范围',
    weight: '权重',
    score: '得分',
    total: '总分',
    recommendation: '评审结论',
    comment: '评审意见',
    sign: '专家签字：',
    missing: '未评',
  },
  en: {
    title: 'Review',
    submission: 'Title',
    receipt: 'Receipt no.',
    applicant: 'Applicant',
    category: 'Category',
    expert: 'Expert',
    submitted: 'Submitted',
    scores: 'Scores',
    criterion: 'Criterion',
    range: 'Range',
    weight: 'Weight',
    score: 'Score',
    total: 'Total',
    recommendation: 'Conclusion',
    comment: 'Comment',
    sign: 'Signature:',
    missing: 'none',
  },
} as const

/** A review as a sheet of paper: every criterion with range, weight and score, the total, the comment, a line to sign. */
export function reviewSheetPdf(sheet: ReviewSheet): Promise<Buffer> {
  const language = sheet.language ?? 'zh'
  const say = words[language]
  const paper = openPaper({
    title: `${say.title} · ${sheet.submission.receipt}`,
    language,
    at: sheet.at,
    head: `${say.title}　${sheet.submission.receipt}`,
    foot: { left: `${say.receipt} ${sheet.submission.receipt}`, right: sheet.expert },
  })
  drawTitle(paper, say.title, sheet.batch)
  drawPairs(paper, [
    { label: say.submission, value: sheet.submission.title, wide: true },
    { label: say.receipt, value: sheet.submission.receipt },
    { label: say.category, value: sheet.category },
    ...(sheet.submission.applicant ? [{ label: say.applicant, value: sheet.submission.applicant }] : []),
    { label: say.expert, value: sheet.expert },
    { label: say.submitted, value: beijing.format(sheet.submittedAt, language) },
  ])
  drawHeading(paper, say.scores)
  const { criteria } = sheet.rubric
  drawTable(
    paper,
    [
      { title: say.criterion, share: 40 },
      { title: say.range, share: 12, align: 'center' },
      { title: say.weight, share: 10, align: 'center' },
      { title: say.score, share: 10, align: 'center' },
    ],
    criteria.map(({ key, title, help, min, max, weight }) => [
      `${title[language]}\n${help[language]}`,
      `${min}–${max}`,
      `${weight}%`,
      sheet.scores[key] === undefined ? say.missing : String(sheet.scores[key]),
    ]),
    { sums: [say.total, '', '100%', String(Math.round(sheet.total * 100) / 100)] },
  )
  if (sheet.recommendation) drawPairs(paper, [{ label: say.recommendation, value: sheet.recommendation }])
  drawHeading(paper, say.comment)
  drawRow(paper, [{ text: sheet.comment || '—', width: paper.width, indent: sheet.comment ? 2 : 0, size: 10 }])
  paper.need(60)
  paper.y += 30
  paper.write(say.sign, paper.left + paper.width * 0.55, paper.y, paper.width * 0.45, { size: 10.5 })
  return paper.finish()
}
