import * as z from 'zod'
import { counted } from '../text.ts'
import { mail, Wording } from './define.ts'
import { deadline, facts, labels, naming, paragraph, quote, shortly } from './words.ts'

const unlinked = { name: z.string(), batch: z.string(), host: z.string() }
const about = { ...unlinked, link: z.string() }
const sample = {
  name: '演示·王𫖯㛃',
  batch: '2024年高校思想政治工作精品项目（演示批次）',
  host: '演示·全国高校项目管理办公室',
  link: 'https://shuren.example.cn/r#t=demonstration',
}
const name = (d: { name: string }) => d.name
const review = z.object({ ...about, closes: z.string().nullable(), remaining: z.number() })
const start = ({ link }: { link: string }) => ({ label: { zh: '进入评审', en: 'Go to the reviews' }, link })
const mine = {
  zh: '链接仅供您本人使用，请勿转发；无需注册，可在手机上打开，评审结束前可反复使用。',
  en: 'The link is yours alone; please do not forward it. It needs no account, opens on a phone, and works until the review ends.',
}

/** Mails to experts and approvers, who come by their link. */
export const reviewMails = {
  'expert-invitation': mail(
    review,
    {
      name,
      subject: (d) => ({
        zh: `邀请评审${d.closes ? `（${shortly(d.closes, 'zh')} 截止）` : ''}：${naming(d.batch)}`,
        en: `You are invited to review${d.closes ? ` by ${shortly(d.closes, 'en')}` : ''}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.host}邀请您担任“${d.batch}”的评审专家。请打开链接，选择接受或谢绝；对某份材料需要回避的，打开该材料即可声明。`,
            en: `${d.host} invites you to review for “${d.batch}”. Open the link to accept or to decline; where you have a conflict of interest, say so at the submission itself.`,
          }[language],
        ),
        facts(
          [labels.remaining[language], d.remaining > 0 ? String(d.remaining) : null],
          [labels.closes[language], d.closes && deadline(d.closes, language)],
        ),
        paragraph(mine[language]),
      ],
      action: start,
    },
    { ...sample, closes: '2024-10-20T16:00:00.000Z', remaining: 12 },
  ),
  'expert-reminder': mail(
    review,
    {
      name,
      subject: (d) => ({
        zh: `评审提醒：还有 ${d.remaining} 项${d.closes ? `，${shortly(d.closes, 'zh')} 截止` : ''}：${naming(d.batch)}`,
        en: `Reminder: ${counted(d.remaining, 'submission')} to review${d.closes ? ` by ${shortly(d.closes, 'en')}` : ''}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `“${d.batch}”还有 ${d.remaining} 项等待您评审，已填内容均已保存。`,
            en: `You have ${counted(d.remaining, 'submission')} of “${d.batch}” left to review. What you have entered is saved.`,
          }[language],
        ),
        facts([labels.closes[language], d.closes && deadline(d.closes, language)]),
        paragraph({ zh: `此前邮件中的链接同样有效。${mine.zh}`, en: `Links of earlier mails work as well. ${mine.en}` }[language]),
      ],
      action: start,
    },
    { ...sample, closes: '2024-10-20T16:00:00.000Z', remaining: 5 },
  ),
  'expert-declined': mail(
    z.object({
      name: z.string(),
      batch: z.string(),
      expert: z.string(),
      unit: z.string(),
      reason: z.string(),
      left: z.number(),
      link: z.string(),
    }),
    {
      name,
      subject: (d) => ({
        zh: `专家谢绝评审${d.left > 0 ? `，${d.left} 份待改派` : ''}：${naming(d.batch, d.expert)}`,
        en: `An expert has declined${d.left > 0 ? `; ${counted(d.left, 'review')} to reassign` : ''}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.expert}（${d.unit}）谢绝了“${d.batch}”的评审邀请。${d.left > 0 ? `已分配的 ${d.left} 份尚未提交，请改派其他专家。` : '目前没有需要改派的材料。'}`,
            en: `${d.expert} (${d.unit}) has declined to review for “${d.batch}”. ${d.left > 0 ? `Please give ${counted(d.left, 'review')} to other experts.` : 'There is nothing to reassign.'}`,
          }[language],
        ),
        quote(d.reason, d.expert),
      ],
      action: ({ link }) => ({ label: { zh: '查看专家评审', en: 'Go to the experts' }, link }),
    },
    {
      name: '演示·刘老师',
      batch: sample.batch,
      expert: '演示·王专家',
      unit: '演示大学',
      reason: '近期出差，无法按时完成。',
      left: 12,
      link: 'https://shuren.example.cn/app/batches/01J9ZX4N6T0000000000000000/review',
    },
  ),
  'review-assigned': mail(
    z.object({ ...about, closes: z.string().nullable() }),
    {
      name,
      subject: (d) => ({
        zh: `有新的评审材料${d.closes ? `（${shortly(d.closes, 'zh')} 截止）` : ''}：${naming(d.batch)}`,
        en: `New submissions to review${d.closes ? ` by ${shortly(d.closes, 'en')}` : ''}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.host}为您分配了“${d.batch}”新的评审材料，请打开链接查看。`,
            en: `${d.host} has assigned new submissions of “${d.batch}” to you. Open the link to see them.`,
          }[language],
        ),
        facts([labels.closes[language], d.closes && deadline(d.closes, language)]),
        paragraph({ zh: `此前邮件中的链接同样有效。${mine.zh}`, en: `Links of earlier mails work as well. ${mine.en}` }[language]),
      ],
      action: start,
    },
    { ...sample, closes: '2024-10-20T16:00:00.000Z' },
  ),
  'review-reopened': mail(
    z.object({ ...about, title: z.string().optional(), reason: z.string(), closes: z.string().nullable().default(null) }),
    {
      name,
      subject: (d) => ({
        zh: `请补充评审${d.closes ? `（${shortly(d.closes, 'zh')} 截止）` : ''}：${naming(d.batch, d.title)}`,
        en: `A review was reopened${d.closes ? `, due ${shortly(d.closes, 'en')}` : ''}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `您对${d.title ? `“${d.title}”` : '一项申报'}的评审已重新打开，请补充后再次提交，原评分和意见均予保留。`,
            en: `Your review of ${d.title ? `“${d.title}”` : 'a submission'} is open again. Your scores and comments are kept; complete them and submit once more.`,
          }[language],
        ),
        quote(d.reason, d.host),
        facts([labels.batch[language], d.batch], [labels.closes[language], d.closes && deadline(d.closes, language)]),
      ],
      action: start,
    },
    { ...sample, title: '演示项目七', reason: '评审意见不足50字，请补充具体理由。', closes: '2024-10-20T16:00:00.000Z' },
  ),
  'review-ended': mail(
    z.object({ ...unlinked, submitted: z.number(), left: z.number(), reason: z.string().optional() }),
    {
      name,
      subject: (d) => ({ zh: `评审已结束：${naming(d.batch)}`, en: 'The review has ended' }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.host}已提前结束“${d.batch}”的评审。${d.left > 0 ? `尚未提交的 ${d.left} 项无需再评审。` : '您无需再评审。'}${d.submitted > 0 ? `您已提交的 ${d.submitted} 项评审有效，谢谢您。` : ''}`,
            en: `${d.host} has ended the review of “${d.batch}” early. ${d.left > 0 ? `No review of the ${counted(d.left, 'submission')} left is asked of you any more.` : 'No more reviews are asked of you.'}${d.submitted > 0 ? ` The ${counted(d.submitted, 'review')} that you submitted count; thank you.` : ''}`,
          }[language],
        ),
        ...(d.reason ? [quote(d.reason, d.host)] : []),
      ],
    },
    { name: sample.name, batch: sample.batch, host: sample.host, submitted: 7, left: 5, reason: '评审进度已满足审定需要。' },
  ),
  'approval-withdrawn': mail(
    z.object({ ...unlinked, category: Wording, reason: z.string() }),
    {
      name,
      subject: (d) => ({ zh: `送审已撤回，无需审定：${naming(d.batch, d.category.zh)}`, en: 'Your approval is no longer requested' }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.host}已撤回送您审定的“${d.batch}”（${d.category.zh}）名单，您现在无需办理。需要您审定时，会再发邮件。`,
            en: `${d.host} has taken back the list of “${d.batch}” (${d.category.en}) that was sent to you for approval. There is nothing to do now; should it be sent to you again, a mail will say so.`,
          }[language],
        ),
        quote(d.reason, d.host),
      ],
    },
    {
      name: '演示·陈主任',
      batch: sample.batch,
      host: sample.host,
      category: { zh: '文化育人', en: 'Education through culture' },
      reason: '有一项材料需要补充核实。',
    },
  ),
  'approval-request': mail(
    z.object({ ...about, category: Wording }),
    {
      name,
      subject: (d) => ({
        zh: `请审定名单：${naming(d.batch, d.category.zh)}`,
        en: 'Your approval is requested',
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.host}请您审定“${d.batch}”（${d.category.zh}）的名单。打开链接可以看到排序、拟定结果和理由，批准前请在页面上再次确认。`,
            en: `${d.host} asks you to approve the list of “${d.batch}” (${d.category.en}). The page shows ranking, proposed results and reasons; you confirm there before anything is decided.`,
          }[language],
        ),
        paragraph(
          {
            zh: '链接仅供您本人使用，请勿转发。打开页面本身不会产生任何决定。',
            en: 'The link is yours alone; please do not forward it. Opening the page decides nothing.',
          }[language],
        ),
      ],
      action: ({ link }) => ({ label: { zh: '查看并审定', en: 'See and decide' }, link }),
    },
    { ...sample, name: '演示·陈主任', category: { zh: '文化育人', en: 'Education through culture' } },
  ),
} as const
