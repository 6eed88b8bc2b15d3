import { texts } from './texts.ts'

export const t = texts({
  zh: {
    product: '树人平台',
    title: '专家评审与审定',
    intro: '您通过邮件中的专属链接来到这里，无需账号。点击“进入”之前，打开本页不会产生任何影响。',
    enter: '进入',
    missing: '链接不完整',
    missingBody: '请从邮件中重新点击链接；若邮件把链接折成两行，请完整复制后打开。',
    code: '六位验证码',
    codeIntro: '验证码已发到您的邮箱 {to}，10 分钟内有效。',
    codeTitle: '请重新验证',
    codeAgain: '没有收到？重新发送',
    codeAgainDone: '验证码已重新发送，以最近一封邮件为准。',
    codeEnter: '验证并进入',
    codeWrong: '请输入六位数字。',
    none: '此链接对应的页面尚未开放。',
  },
  en: {
    product: 'Shuren',
    title: 'Review and approval',
    intro:
      'A personal link from an email brought you here; no account is needed. Until you press “Enter”, opening this page changes nothing.',
    enter: 'Enter',
    missing: 'The link is incomplete',
    missingBody: 'Open it again from the email. If the email broke it over two lines, copy all of it.',
    code: 'Six-digit code',
    codeIntro: 'A code was sent to your email address {to}. It works for 10 minutes.',
    codeTitle: 'Please verify again',
    codeAgain: 'Nothing arrived? Send again',
    codeAgainDone: 'Another code was sent; the latest mail counts.',
    codeEnter: 'Verify and enter',
    codeWrong: 'Enter six digits.',
    none: 'The page behind this link is not open yet.',
  },
})
