import type { Refusals } from '../refusal.ts'

/** Why sign-in, people and their places in units say no. */
export const peopleRefusals = {
  'sign-in.failed': {
    status: 422,
    zh: '邮箱或密码不正确。请核对后重试，或改用邮件链接登录。',
    en: 'The address or the password is not right. Check both, or sign in by a link in a mail.',
  },
  'sign-in.suspended': {
    status: 403,
    zh: '您在“{unit}”的账号已停用，暂不能登录。请联系该单位管理员恢复。',
    en: 'Your account at “{unit}” is suspended, so you cannot sign in. Ask an administrator of that unit to reinstate it.',
  },
  'sign-in.unit-closed': {
    status: 403,
    zh: '您所在的“{unit}”已撤销，不能登录。如需继续使用，请联系现在所在单位或上级单位的管理员邀请您。',
    en: 'Your unit “{unit}” is closed, so you cannot sign in. Ask an administrator of your present unit, or of the unit above, to invite you.',
  },
  'sign-in.no-unit': {
    status: 403,
    zh: '您目前不属于任何单位，不能登录。请联系所在单位的管理员邀请您。',
    en: 'You belong to no unit at present, so you cannot sign in. Ask an administrator of your unit to invite you.',
  },
  'sign-in.locked': {
    status: 429,
    zh: '多次登录失败，已暂停该邮箱的密码登录。请 {minutes} 分钟后重试，或改用邮件链接登录。',
    en: 'Too many failures: this address cannot sign in by password for {minutes} minutes. Try then, or use a link in a mail.',
  },
  'sign-in.link-spent': {
    status: 410,
    zh: '登录链接已使用或已过期。请重新获取登录邮件。',
    en: 'This sign-in link has been used or has expired. Ask for a new one.',
  },
  'password.length': {
    status: 422,
    zh: '密码长度应为 {min}–{max} 个字符，请修改。',
    en: 'A password has {min} to {max} characters. Choose another.',
  },
  'password.simple': {
    status: 422,
    zh: '密码过于简单。请使用大写字母、小写字母、数字、符号中的至少 {kinds} 种，或使用 16 个以上字符的短句；避免连续键位和重复字符。',
    en: 'This password is too simple. Use at least {kinds} of capital letters, small letters, digits and signs, or a phrase of 16 characters or more; avoid keyboard runs and repetition.',
  },
  'password.own-address': {
    status: 422,
    zh: '密码中不能包含自己的邮箱名，请修改。',
    en: 'A password may not contain your own address. Choose another.',
  },
  'password.wrong': {
    status: 422,
    zh: '当前密码不正确，密码没有更改。请重试；忘记密码的，请用邮件链接登录后再设置。',
    en: 'Your present password is not right; nothing was changed. Try again; if you forgot it, sign in by mail link and set a new one.',
  },
  'invitation.expired': {
    status: 410,
    zh: '邀请链接无效或已过期。接受过邀请的，请直接登录；否则请联系邀请您的单位重新发送邀请。',
    en: 'This invitation is not valid or has expired. If you accepted it before, sign in; else ask the unit that invited you to send it again.',
  },
  'invitation.used': {
    status: 409,
    zh: '该邀请已接受，无需再次操作。请直接登录。',
    en: 'This invitation has been accepted already. Just sign in.',
  },
  'invitation.name-missing': {
    status: 422,
    zh: '请填写姓名后再接受邀请。',
    en: 'Enter your name to accept the invitation.',
  },
  'invitation.too-soon': {
    status: 429,
    zh: '邀请邮件刚刚发送过，请 {minutes} 分钟后再重新发送。',
    en: 'The invitation has just been sent. Send it again after {minutes} minutes.',
  },
  'invitation.same-address': {
    status: 422,
    zh: '邮箱与原来的相同，邀请没有更改。请填写正确的邮箱；邮箱无误的，请重新发送邀请。',
    en: 'This is the same address as before; nothing was changed. Enter the right one, or, if it is right, send the invitation again.',
  },
  'member.already': {
    status: 409,
    zh: '此人已是本单位成员，无需邀请。需要调整的，请修改其角色。',
    en: 'This person is a member of the unit already. Change their roles instead.',
  },
  'member.already-invited': {
    status: 409,
    zh: '已邀请过此人，对方尚未登录。需要时请重新发送邀请。',
    en: 'This person has been invited and has not signed in yet. Send the invitation again if need be.',
  },
  'member.suspended': {
    status: 409,
    zh: '此人在本单位的账号已停用。请先恢复使用。',
    en: 'This person’s account in the unit is suspended. Reinstate it first.',
  },
  'member.state': {
    status: 409,
    zh: '该成员当前状态不能进行此操作，请刷新名单后重试。',
    en: 'This cannot be done in the member’s present state. Reload the list and try again.',
  },
  'member.self': {
    status: 409,
    zh: '不能停用自己的账号。请由本单位其他管理员或上级单位办理。',
    en: 'You cannot suspend yourself. Ask another administrator or the unit above.',
  },
  'member.last-administrator': {
    status: 409,
    zh: '这是本单位唯一在用的管理员，不能离开、停用或取消管理员角色。请先指定另一位管理员，或由上级单位办理。',
    en: 'This is the unit’s only active administrator, who cannot leave, be suspended or give up the role. Appoint another first, or ask the unit above.',
  },
  'member.office-here': {
    status: 422,
    zh: '系统管理员、安全管理员、审计管理员只能设在国家级主管单位。请改选其他角色。',
    en: 'System, security and audit administrators exist only in the national office. Choose another role.',
  },
  'member.offices-apart': {
    status: 422,
    zh: '系统管理员、安全管理员、审计管理员应由不同人员担任，请只选一项。',
    en: 'System, security and audit administrator must be different people. Choose one.',
  },
} as const satisfies Refusals
