import * as z from 'zod'
import { StageKind } from '../templates/schema.ts'
import { mail, Wording } from './define.ts'
import { openings } from './openings.ts'
import { deadline, facts, labels, naming, paragraph, quote, shortly } from './words.ts'

const about = { name: z.string(), batch: z.string(), host: z.string(), link: z.string() }
const closes = z.string().nullable()
const sample = {
  name: '演示·张老师',
  batch: '2024年高校思想政治工作精品项目（演示批次）',
  host: '演示·全国高校项目管理办公室',
  link: 'https://shuren.example.cn/app/batches/01J9ZX4N6T0000000000000000',
}
const collect = { zh: '填报', en: 'Applications' }
type About = { batch: string; host: string; link: string }
const name = (d: { name: string }) => d.name
const open = ({ link }: Pick<About, 'link'>) => ({ label: { zh: '查看批次', en: 'Open the batch' }, link })
const reasoned = z.object({ ...about, reason: z.string(), closes: closes.default(null) })
/** Experts and approvers have no page to go to any more: their links end with the batch. `asked` is what is asked of them no more. */
const cancelled = reasoned.extend({ link: z.string().optional(), asked: z.enum(['reviews', 'approval']).default('reviews') })
const noMore = {
  reviews: {
    zh: '您无需再评审；已提交的意见由主办单位留存，此前邮件中的链接不再有效。',
    en: 'No more reviews are asked of you; what you submitted stays with the host, and the links of earlier mails no longer open.',
  },
  approval: {
    zh: '您无需再审定，此前邮件中的链接不再有效。',
    en: 'Your approval is no longer asked for, and the links of earlier mails no longer open.',
  },
} as const

/** Mails about a batch and its stages, to the units that take part. */
export const batchMails = {
  'stage-opened': mail(
    z.object({ ...about, stage: Wording, stageKind: StageKind, closes }),
    {
      name,
      subject: (d) => ({
        zh: `${openings[d.stageKind].todo.zh}${d.closes ? `（${shortly(d.closes, 'zh')} 截止）` : ''}：${naming(d.batch)}`,
        en: `${openings[d.stageKind].todo.en}${d.closes ? `; closes ${shortly(d.closes, 'en')}` : ''}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `“${d.batch}”的“${d.stage.zh}”环节已开始。${openings[d.stageKind].how.zh}`,
            en: `The stage “${d.stage.en}” of “${d.batch}” has begun. ${openings[d.stageKind].how.en}`,
          }[language],
        ),
        facts(
          [labels.batch[language], d.batch],
          [labels.host[language], d.host],
          [labels.stage[language], d.stage[language]],
          [labels.closes[language], d.closes && deadline(d.closes, language)],
        ),
      ],
      action: open,
    },
    { ...sample, stage: collect, stageKind: 'collect', closes: '2024-10-10T16:00:00.000Z' },
  ),
  'deadline-near': mail(
    z.object({ ...about, stage: Wording, closes: z.string() }),
    {
      name,
      subject: (d) => ({ zh: `即将截止（${shortly(d.closes, 'zh')}）：${naming(d.batch)}`, en: `Closes soon, ${shortly(d.closes, 'en')}` }),
      body: (d, language) => [
        paragraph(
          {
            zh: `“${d.batch}”的“${d.stage.zh}”环节将于 ${deadline(d.closes, 'zh')} 截止，以系统接收时间为准，逾期视为放弃。最后一天访问量大，请尽早办理。`,
            en: `The stage “${d.stage.en}” of “${d.batch}” closes at ${deadline(d.closes, 'en')} by the system’s clock; anything later is not considered. The last day is busy: please finish early.`,
          }[language],
        ),
      ],
      action: open,
    },
    { ...sample, stage: collect, closes: '2024-10-10T16:00:00.000Z' },
  ),
  'deadline-moved': mail(
    z.object({ ...about, stage: Wording, from: z.string(), to: z.string(), reason: z.string() }),
    {
      name,
      subject: (d) => ({ zh: `截止时间调整为 ${shortly(d.to, 'zh')}：${naming(d.batch)}`, en: `Deadline moved to ${shortly(d.to, 'en')}` }),
      body: (d, language) => [
        paragraph(
          {
            zh: `“${d.batch}”的“${d.stage.zh}”环节调整了截止时间：`,
            en: `The deadline of “${d.stage.en}” in “${d.batch}” has been moved:`,
          }[language],
        ),
        facts([labels.was[language], deadline(d.from, language)], [labels.now[language], deadline(d.to, language)]),
        quote(d.reason, d.host),
      ],
      action: open,
    },
    {
      ...sample,
      stage: collect,
      from: '2024-10-10T16:00:00.000Z',
      to: '2024-10-12T09:00:00.000Z',
      reason: '部分地区网络中断，填报时间顺延。',
    },
  ),
  'batch-paused': mail(
    reasoned,
    {
      name,
      subject: (d) => ({ zh: `批次暂停：${naming(d.batch)}`, en: 'The batch has been paused' }),
      body: (d, language) => [
        paragraph(
          {
            zh: `“${d.batch}”已暂停。已填写和提交的内容均予保留，恢复前不能修改或提交。`,
            en: `“${d.batch}” has been paused. Everything entered is kept; until it goes on nothing can be changed or submitted.`,
          }[language],
        ),
        quote(d.reason, d.host),
      ],
      action: open,
    },
    { ...sample, reason: '名额方案正在复核，预计三个工作日内恢复。', closes: null },
  ),
  'batch-resumed': mail(
    reasoned,
    {
      name,
      subject: (d) => ({
        zh: `批次恢复${d.closes ? `（${shortly(d.closes, 'zh')} 截止）` : ''}：${naming(d.batch)}`,
        en: `The batch has been resumed${d.closes ? `; closes ${shortly(d.closes, 'en')}` : ''}`,
      }),
      body: (d, language) => [
        paragraph({ zh: `“${d.batch}”已恢复，可以继续办理。`, en: `“${d.batch}” has been resumed; work on it can go on.` }[language]),
        facts([labels.closes[language], d.closes && deadline(d.closes, language)]),
        quote(d.reason, d.host),
      ],
      action: open,
    },
    { ...sample, reason: '名额方案复核完成。', closes: '2024-10-14T09:00:00.000Z' },
  ),
  'batch-cancelled': mail(
    cancelled,
    {
      name,
      subject: (d) => ({ zh: `批次取消：${naming(d.batch)}`, en: 'The batch has been cancelled' }),
      body: (d, language) => [
        paragraph(
          {
            zh: `“${d.batch}”已取消，不再办理。${d.link ? '已填写的内容可以查看和导出。' : noMore[d.asked].zh}`,
            en: `“${d.batch}” has been cancelled. ${d.link ? 'What was entered can still be read and exported.' : noMore[d.asked].en}`,
          }[language],
        ),
        quote(d.reason, d.host),
      ],
      action: ({ link }) => (link === undefined ? undefined : open({ link })),
    },
    { ...sample, reason: '本年度工作安排调整。', closes: null },
  ),
} as const
