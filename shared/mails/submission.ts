import * as z from 'zod'
import { GradeOutcome } from '../templates/schema.ts'
import { counted } from '../text.ts'
import { mail, Wording } from './define.ts'
import { date, deadline, facts, labels, moment, naming, paragraph, quote, shortly } from './words.ts'

const about = { name: z.string(), batch: z.string(), title: z.string(), link: z.string() }
const sample = {
  name: '演示·张老师',
  batch: '2024年高校思想政治工作精品项目（演示批次）',
  title: '以文化浸润推动“大思政课”建设的探索与实践',
  link: 'https://shuren.example.cn/app/submissions/01J9ZX4N6T0000000000000000',
}
const name = (d: { name: string }) => d.name
const open = ({ link }: { link: string }) => ({ label: { zh: '查看申报', en: 'Open the submission' }, link })

/** What becomes of an award by what a check has found. */
const becomes = {
  close: { zh: '建设期结束，项目结项。', en: 'The award is closed; nothing more is owed.' },
  extend: {
    zh: '建设期延长，请在新的期限前完成整改，并再次参加验收。',
    en: 'The award is extended: put right what was found and report again by the new date.',
  },
  warn: { zh: '建设继续进行，请对照检查意见整改。', en: 'The award goes on; please put right what was found.' },
  continue: { zh: '建设继续进行。', en: 'The award goes on.' },
  fail: { zh: '项目未通过，就此终止。', en: 'The award has ended without being accepted.' },
} as const

const dueIn = (days: number) => {
  if (days === 0) return { zh: '今天到期', en: 'due today' }
  return days > 0
    ? { zh: `还有 ${days} 天到期`, en: `due in ${counted(days, 'day')}` }
    : { zh: `已逾期 ${-days} 天`, en: `${counted(-days, 'day')} overdue` }
}

/** Mails about one submission, to those who entered it. */
export const submissionMails = {
  'submission-received': mail(
    z.object({ ...about, receipt: z.string(), sha256: z.string(), at: z.string() }),
    {
      name,
      subject: (d) => ({ zh: `已接收 ${d.receipt}：${naming(d.batch, d.title)}`, en: `Your submission was received, ${d.receipt}` }),
      body: (d, language) => [
        paragraph(
          { zh: '您的申报已接收。请保存本邮件作为凭证。', en: 'Your submission has been received. Keep this mail as proof.' }[language],
        ),
        facts(
          [labels.title[language], d.title],
          [labels.batch[language], d.batch],
          [labels.receipt[language], d.receipt],
          [labels.received[language], moment(d.at, language)],
          [labels.hash[language], d.sha256],
        ),
        paragraph(
          {
            zh: '截止时间前可以撤回修改；申报表 PDF 稍后可在系统中下载。',
            en: 'Until the deadline you may recall and correct it. The form as PDF can be downloaded in a little while.',
          }[language],
        ),
      ],
      action: open,
    },
    { ...sample, receipt: 'JP24-32-000127', sha256: 'q0f3mF2u7Yl9aSxJt0YwQ6wBq0f3mF2u7Yl9aSxJt0Y', at: '2024-10-08T09:00:00.000Z' },
  ),
  'submission-returned': mail(
    z.object({ ...about, unit: z.string(), until: z.string(), comments: z.array(z.object({ place: Wording, comment: z.string() })) }),
    {
      name,
      subject: (d) => ({
        zh: `退回修改（${shortly(d.until, 'zh')} 截止）：${naming(d.batch, d.title)}`,
        en: `Returned: correct and resubmit by ${shortly(d.until, 'en')}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.unit}退回了您的申报，请按意见修改后重新提交。`,
            en: `${d.unit} has returned your submission. Correct it as asked and submit it again.`,
          }[language],
        ),
        facts(
          [labels.title[language], d.title],
          [labels.batch[language], d.batch],
          [labels.correct[language], deadline(d.until, language)],
        ),
        ...d.comments.map(({ place, comment }) => quote(comment, place[language])),
      ],
      action: (d) => ({ label: { zh: '修改申报', en: 'Correct it' }, link: d.link }),
    },
    {
      ...sample,
      unit: '江苏省（演示）',
      until: '2024-10-09T09:00:00.000Z',
      comments: [
        { place: { zh: '三、工作基础', en: '3. Existing work' }, comment: '请补充2023年数据来源。' },
        { place: { zh: '七、经费 › 经费预算', en: '7. Funds › Budget' }, comment: '合计与明细不一致。' },
      ],
    },
  ),
  'submission-correction-moved': mail(
    z.object({ ...about, unit: z.string(), until: z.string() }),
    {
      name,
      subject: (d) => ({
        zh: `修改期限改为 ${shortly(d.until, 'zh')}：${naming(d.batch, d.title)}`,
        en: `Correct it by ${shortly(d.until, 'en')}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.unit}退回的申报有新的修改期限，请按意见修改后重新提交。已填写的内容均已保留。`,
            en: `What ${d.unit} has returned has another date. Correct it as asked and submit it again; everything entered is kept.`,
          }[language],
        ),
        facts(
          [labels.title[language], d.title],
          [labels.batch[language], d.batch],
          [labels.correct[language], deadline(d.until, language)],
        ),
      ],
      action: (d) => ({ label: { zh: '修改申报', en: 'Correct it' }, link: d.link }),
    },
    { ...sample, unit: '江苏省（演示）', until: '2024-10-12T09:00:00.000Z' },
  ),
  'submission-taken-up': mail(
    z.object({ ...about, unit: z.string(), reason: z.string() }),
    {
      name,
      subject: (d) => ({ zh: `按原提交材料继续审核：${naming(d.batch, d.title)}`, en: 'Taken up again as it was handed in' }),
      body: (d, language) => [
        paragraph(
          {
            zh: `修改期限已过，${d.unit}按您上次提交的材料继续审核，理由如下：`,
            en: `The time for corrections is over. ${d.unit} goes on with what you handed in last, for this reason:`,
          }[language],
        ),
        quote(d.reason, d.unit),
        facts([labels.title[language], d.title], [labels.batch[language], d.batch]),
      ],
      action: open,
    },
    { ...sample, unit: '江苏省（演示）', reason: '修改期限已过，按原提交的材料继续审核。' },
  ),
  'submission-recommended': mail(
    z.object({ ...about, unit: z.string() }),
    {
      name,
      subject: (d) => ({ zh: `已推荐：${naming(d.batch, d.title)}`, en: 'Your submission was recommended' }),
      body: (d, language) => [
        paragraph(
          { zh: `${d.unit}已推荐您的申报，进入下一环节。`, en: `${d.unit} has recommended your submission; it goes on to the next stage.` }[
            language
          ],
        ),
        facts([labels.title[language], d.title], [labels.batch[language], d.batch]),
      ],
      action: open,
    },
    { ...sample, unit: '江苏省（演示）' },
  ),
  'submission-declined': mail(
    z.object({ ...about, unit: z.string(), reason: z.string() }),
    {
      name,
      subject: (d) => ({ zh: `未予推荐：${naming(d.batch, d.title)}`, en: 'Your submission was not recommended' }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.unit}对您的申报作出不予推荐的决定，理由如下：`,
            en: `${d.unit} has decided not to recommend your submission, for this reason:`,
          }[language],
        ),
        quote(d.reason, d.unit),
        facts([labels.title[language], d.title], [labels.batch[language], d.batch]),
        paragraph({ zh: '如有疑问，请与该单位联系。', en: 'If you have questions, ask that unit.' }[language]),
      ],
      action: open,
    },
    { ...sample, unit: '江苏省（演示）', reason: '建设时间不足三年，不符合申报条件。' },
  ),
  'submission-reminder': mail(
    z.object({ ...about, unit: z.string(), until: z.string().optional() }),
    {
      name,
      subject: (d) => ({
        zh: `请尽快提交${d.until ? `（${shortly(d.until, 'zh')} 截止）` : ''}：${naming(d.batch, d.title)}`,
        en: `Your submission is not handed in yet${d.until ? `; closes ${shortly(d.until, 'en')}` : ''}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.unit}提醒您：以下申报尚未提交，逾期视为放弃。已填写的内容均已保留。`,
            en: `${d.unit} reminds you: this submission has not been handed in. Everything entered is kept; anything late counts as withdrawn.`,
          }[language],
        ),
        facts(
          [labels.title[language], d.title],
          [labels.batch[language], d.batch],
          ...(d.until ? [[labels.closes[language], deadline(d.until, language)] as [string, string]] : []),
        ),
      ],
      action: open,
    },
    { ...sample, unit: '江苏省（演示）', until: '2024-10-10T16:00:00.000Z' },
  ),
  'award-granted': mail(
    z.object({ ...about, category: Wording, number: z.string(), ends: z.string().optional() }),
    {
      name,
      subject: (d) => ({ zh: `入选通知：${naming(d.batch, d.title)}`, en: 'Your submission has been selected' }),
      body: (d, language) => [
        paragraph(
          {
            zh: '祝贺！您的申报已入选。证书和建设任务可在系统中查看。',
            en: 'Congratulations: your submission has been selected. The certificate and what is expected of you are in the system.',
          }[language],
        ),
        facts(
          [labels.title[language], d.title],
          [labels.batch[language], d.batch],
          [labels.category[language], d.category[language]],
          [labels.number[language], d.number],
          [{ zh: '建设期至', en: 'Runs until' }[language], d.ends && date(d.ends, language)],
        ),
      ],
      action: (d) => ({ label: { zh: '查看证书和任务', en: 'See certificate and tasks' }, link: d.link }),
    },
    { ...sample, category: { zh: '文化育人', en: 'Education through culture' }, number: 'JP2024-32-0007', ends: '2026-12-31' },
  ),
  'award-checked': mail(
    z.object({ ...about, grade: Wording, outcome: GradeOutcome, number: z.string(), until: z.string().optional() }),
    {
      name,
      subject: (d) => ({
        zh: `检查结论“${d.grade.zh}”${d.until ? `，延期至${date(d.until, 'zh')}` : ''}：${naming(d.batch, d.title)}`,
        en: `Result of the check: ${d.grade.en}${d.until ? `; extended until ${date(d.until, 'en')}` : ''}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `“${d.batch}”对“${d.title}”的结论为“${d.grade.zh}”。${becomes[d.outcome].zh}`,
            en: `“${d.batch}” has found “${d.title}” to be “${d.grade.en}”. ${becomes[d.outcome].en}`,
          }[language],
        ),
        facts(
          [labels.title[language], d.title],
          [labels.batch[language], d.batch],
          [{ zh: '结论', en: 'Result' }[language], d.grade[language]],
          [labels.number[language], d.number],
          [{ zh: '延期至', en: 'Extended until' }[language], d.until && date(d.until, language)],
        ),
      ],
      action: (d) => ({ label: { zh: '查看立项项目', en: 'Open the award' }, link: d.link }),
    },
    {
      ...sample,
      batch: '2024年高校思想政治工作精品项目验收（演示批次）',
      grade: { zh: '暂缓通过', en: 'Deferred' },
      outcome: 'extend',
      number: 'JP2024-32-0007',
      until: '2027-06-30',
    },
  ),
  'obligation-due': mail(
    z.object({ ...about, obligation: Wording, due: z.string(), days: z.number() }),
    {
      name,
      subject: (d) => ({
        zh: `${d.obligation.zh}${dueIn(d.days).zh}（${date(d.due, 'zh')}）：${naming(d.batch, d.title)}`,
        en: `${d.obligation.en}: ${dueIn(d.days).en} (${date(d.due, 'en')})`,
      }),
      body: (d, language) => [
        paragraph({ zh: '以下建设任务需要您完成：', en: 'This is expected of you:' }[language]),
        facts(
          [labels.title[language], d.title],
          [labels.batch[language], d.batch],
          [labels.task[language], d.obligation[language]],
          [labels.due[language], date(d.due, language)],
        ),
      ],
      action: (d) => ({ label: { zh: '去完成', en: 'Do it now' }, link: d.link }),
    },
    { ...sample, obligation: { zh: '中期检查', en: 'Mid-term check' }, due: '2025-12-01', days: 30 },
  ),
} as const
