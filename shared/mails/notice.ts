import * as z from 'zod'
import { mail } from './define.ts'
import { deadline, facts, labels, moment, naming, paragraph, quote, shortly } from './words.ts'

const name = (d: { name: string }) => d.name
const sample = { name: '演示·刘老师', notice: '2024年精品项目拟入选名单公示（演示）' }

/** Mails about objections to a public notice: to the office, and to the person who raised one. */
export const noticeMails = {
  'objection-raised': mail(
    z.object({ name: z.string(), notice: z.string(), at: z.string(), ends: z.string(), link: z.string() }),
    {
      name,
      subject: (d) => ({
        zh: `收到异议（公示 ${shortly(d.ends, 'zh')} 截止）：${naming(d.notice)}`,
        en: `An objection was raised; the notice ends ${shortly(d.ends, 'en')}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: '公示期间收到一份实名异议，请登录系统查看并处理。异议人信息请严格保密。',
            en: 'A named objection was raised during the notice. Sign in to read and handle it, and keep the person’s identity confidential.',
          }[language],
        ),
        facts(
          [labels.notice[language], d.notice],
          [labels.received[language], moment(d.at, language)],
          [{ zh: '公示截止', en: 'Notice ends' }[language], deadline(d.ends, language)],
        ),
      ],
      action: (d) => ({ label: { zh: '处理异议', en: 'Handle the objection' }, link: d.link }),
    },
    {
      ...sample,
      at: '2024-10-14T02:00:00.000Z',
      ends: '2024-10-18T16:00:00.000Z',
      link: 'https://shuren.example.cn/app/objections/01J9ZX4N6T0000000000000000',
    },
  ),
  'objection-received': mail(
    z.object({ name: z.string(), notice: z.string(), number: z.string(), at: z.string() }),
    {
      name,
      subject: (d) => ({ zh: `异议已受理：${naming(d.notice)}`, en: 'Your objection was received' }),
      body: (d, language) => [
        paragraph(
          {
            zh: '您提出的异议已受理，处理结果将发送至本邮箱。您的个人信息仅供核实使用。',
            en: 'Your objection was received. The result will be sent to this address. Your personal data serve its verification only.',
          }[language],
        ),
        facts([{ zh: '登记号', en: 'Reference' }[language], d.number], [labels.received[language], moment(d.at, language)]),
      ],
    },
    { ...sample, number: '01J9ZX4N6T', at: '2024-10-14T02:00:00.000Z' },
  ),
  'objection-settled': mail(
    z.object({
      name: z.string(),
      notice: z.string(),
      outcome: z.enum(['upheld', 'dismissed']),
      reason: z.string(),
      host: z.string().optional(),
    }),
    {
      name,
      subject: (d) => ({ zh: `异议处理结果：${naming(d.notice)}`, en: 'The result of your objection' }),
      body: (d, language) => [
        paragraph(
          {
            zh: `经核实，您对“${d.notice}”提出的异议${d.outcome === 'upheld' ? '成立' : '不成立'}。说明如下：`,
            en: `After verification your objection to “${d.notice}” was ${d.outcome === 'upheld' ? 'upheld' : 'dismissed'}:`,
          }[language],
        ),
        quote(d.reason, d.host),
      ],
    },
    { ...sample, outcome: 'dismissed', reason: '经核查原始材料，所述成果归属属实。', host: '演示·全国高校项目管理办公室' },
  ),
} as const
