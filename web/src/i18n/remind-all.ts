import { texts } from './texts.ts'

/** Inviting once more all who have never signed in. */
export const t = texts({
  zh: {
    remindSend: '重新发送',
    remindLooking: '正在统计从未登录的人员 …',
    remindCount: '{count} 人已被邀请但从未登录，将重新发送邀请邮件。',
    remindNone: '没有需要重新发送的邀请。',
    remindBack: '另有 {count} 人的邀请邮件被退回，请逐个更正邮箱或另行联系，此处不再发送。',
    remindBody: '新链接 14 天内有效；刚刚发送过的不重复发送。',
    reminding: '正在发送',
    remindedAll: '已重新发送 {sent} 封，{left} 封未发送',
  },
  en: {
    remindSend: 'Send again',
    remindLooking: 'Counting who has never signed in …',
    remindCount: '{count} {count|person was|people were} invited and never signed in. Each gets the invitation again.',
    remindNone: 'There is no invitation to send again.',
    remindBack:
      'Of {count} {count|more person|more people} the invitation came back: correct their addresses or get in touch one by one; nothing is sent to them here.',
    remindBody: 'The new links work for 14 days. What was sent a moment ago is not sent again.',
    reminding: 'Sending',
    remindedAll: '{sent} sent again, {left} not sent',
  },
})
