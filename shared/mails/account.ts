import * as z from 'zod'
import { roles } from '../permissions/actors.ts'
import { counted, inARow } from '../text.ts'
import { mail } from './define.ts'
import { facts, labels, moment, naming, paragraph, shortly } from './words.ts'

const at = '2024-10-08T09:00:00.000Z'
const link = 'https://shuren.example.cn/app/welcome#t=demonstration'
const Role = z.enum(Object.keys(roles) as [keyof typeof roles, ...(keyof typeof roles)[]])

/** Mails about accounts and signing in. */
export const accountMails = {
  invitation: mail(
    z.object({ name: z.string(), unit: z.string(), inviter: z.string(), roles: z.array(Role), until: z.string(), link: z.string() }),
    {
      name: ({ name }) => name,
      subject: ({ unit, until }) => ({
        zh: `邀请您加入“${naming(unit)}”（${shortly(until, 'zh')} 前有效）`,
        en: `Invitation to join a unit, valid until ${shortly(until, 'en')}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: `${d.inviter}邀请您以下列角色加入“${d.unit}”。请点击下方按钮接受邀请并设置登录方式。`,
            en: `${d.inviter} invites you to join “${d.unit}”. Accept by the button above and choose how you will sign in.`,
          }[language],
        ),
        facts(
          [labels.unit[language], d.unit],
          [
            labels.roles[language],
            inARow(
              d.roles.map((role) => roles[role][language]),
              language,
            ),
          ],
          [labels.until[language], moment(d.until, language)],
        ),
        paragraph(
          {
            zh: '如您不认识邀请单位，请不要点击，忽略本邮件即可。',
            en: 'If you do not know this unit, do not follow the link; ignore this mail.',
          }[language],
        ),
      ],
      action: (d) => ({ label: { zh: '接受邀请', en: 'Accept the invitation' }, link: d.link }),
    },
    {
      name: '演示·古丽·阿卜杜热西提·麦麦提明',
      unit: '演示军垦少数民族传统医药与石油化工职业技术师范大学（塔什库尔干校区）',
      inviter: '江苏省（演示）',
      roles: ['administrator', 'operator'],
      until: '2024-10-15T09:00:00.000Z',
      link,
    },
  ),
  'sign-in-link': mail(
    z.object({ name: z.string(), until: z.string(), link: z.string() }),
    {
      name: ({ name }) => name,
      subject: ({ until }) => ({
        zh: `登录链接（${shortly(until, 'zh')} 前有效）`,
        en: `Your sign-in link, valid until ${shortly(until, 'en')}`,
      }),
      body: (d, language) => [
        paragraph(
          {
            zh: '您正在通过邮件登录。请点击下方按钮，并在打开的页面上确认。链接只能使用一次。',
            en: 'You are signing in by mail. Follow the button above and confirm on the page it opens. The link works once.',
          }[language],
        ),
        facts([labels.until[language], moment(d.until, language)]),
        paragraph(
          {
            zh: '如非本人操作，请忽略本邮件；没有这个链接，任何人都不能登录您的账号。',
            en: 'If this was not you, ignore this mail: without the link nobody can sign in to your account.',
          }[language],
        ),
      ],
      action: (d) => ({ label: { zh: '登录', en: 'Sign in' }, link: d.link }),
    },
    { name: '演示·张老师', until: '2024-10-08T09:15:00.000Z', link: 'https://shuren.example.cn/app/sign-in#t=demonstration' },
  ),
  'sign-in-barred': mail(
    z.object({ name: z.string(), zh: z.string(), en: z.string() }),
    {
      name: ({ name }) => name,
      subject: () => ({ zh: '您的账号目前不能登录', en: 'You cannot sign in at present' }),
      body: (d, language) => [
        paragraph(
          {
            zh: '您请求通过邮件登录，但您的账号目前不能登录，因此没有发出登录链接。',
            en: 'You asked to sign in by mail, but you cannot sign in at present, so no link was sent.',
          }[language],
        ),
        paragraph(d[language]),
        paragraph({ zh: '如非本人操作，请忽略本邮件。', en: 'If this was not you, ignore this mail.' }[language]),
      ],
    },
    {
      name: '演示·张老师',
      zh: '您在“演示湖滨大学”的账号已停用，暂不能登录。请联系该单位管理员恢复。',
      en: 'Your account at “演示湖滨大学” is suspended, so you cannot sign in. Ask an administrator of that unit to reinstate it.',
    },
  ),
  'link-code': mail(
    z.object({ name: z.string(), batch: z.string(), code: z.string(), minutes: z.number() }),
    {
      name: ({ name }) => name,
      subject: ({ batch }) => ({ zh: `验证码：${naming(batch)}`, en: 'The code that opens your reviews' }),
      body: (d, language) => [
        paragraph(
          { zh: `您正在进入“${d.batch}”。请在页面上输入以下验证码：`, en: `You are entering “${d.batch}”. Type this code on the page:` }[
            language
          ],
        ),
        { code: d.code },
        paragraph(
          {
            zh: `验证码 ${d.minutes} 分钟内有效，请勿转告他人。`,
            en: `It is valid for ${counted(d.minutes, 'minute')}. Do not pass it on.`,
          }[language],
        ),
      ],
    },
    { name: '演示·王专家', batch: '2024年精品项目（演示批次）', code: '402915', minutes: 10 },
  ),
  'locked-out': mail(
    z.object({ name: z.string(), until: z.string() }),
    {
      name: ({ name }) => name,
      subject: ({ until }) => ({ zh: `账号锁定至 ${shortly(until, 'zh')}`, en: `Your account is locked until ${shortly(until, 'en')}` }),
      body: (d, language) => [
        paragraph(
          {
            zh: `您的账号因连续多次输错密码，已锁定至 ${moment(d.until, 'zh')}，届时自动解除；已填写的内容不受影响。`,
            en: `After several wrong passwords your account is locked until ${moment(d.until, 'en')}. It opens again by itself; nothing you have entered is affected.`,
          }[language],
        ),
        paragraph(
          {
            zh: '如非本人操作，请在解除后修改密码，并告知本单位管理员。',
            en: 'If this was not you, change your password afterwards and tell your unit’s administrator.',
          }[language],
        ),
      ],
    },
    { name: '演示·张老师', until: '2024-10-08T09:30:00.000Z' },
  ),
  'sign-in-unusual': mail(
    z.object({ name: z.string(), at: z.string(), device: z.string(), link: z.string() }),
    {
      name: ({ name }) => name,
      subject: () => ({ zh: '您的账号在新设备或新网络上登录', en: 'Sign-in from a new device or network' }),
      body: (d, language) => [
        paragraph(
          {
            zh: '您的账号刚刚在一台新设备上、或从一个新的网络登录：',
            en: 'Somebody has just signed in to your account with a new device or from a new network:',
          }[language],
        ),
        facts([labels.time[language], moment(d.at, language)], [labels.device[language], d.device]),
        paragraph(
          {
            zh: '如是本人操作，无需处理；如不是，请立即查看登录记录、退出该设备并修改密码。',
            en: 'If it was you, nothing needs to be done. If not, look at your sessions now, end that one and change your password.',
          }[language],
        ),
      ],
      action: (d) => ({ label: { zh: '查看登录记录', en: 'See my sessions' }, link: d.link }),
    },
    { name: '演示·张老师', at, device: 'Chrome 129 · Windows', link: 'https://shuren.example.cn/app/account' },
  ),
} as const
