import { texts } from './texts.ts'

/** What is said once something was handed in; it stands apart, because pages on which a form is filled in or read have no room for it. */
export const t = texts({
  zh: {
    pdfWaiting: '申报书正在生成，通常不超过一分钟',
    pdfLater: '申报书还未生成，请稍后刷新本页。',
    whatNext: '接下来',
    nextRecall: '{time} 前、上级推荐之前，可以撤回修改后重新提交。',
    receiptBody: '系统已收到您的申报。请记录受理编号，或打印本页留存。',
    nextHolder: '现由“{unit}”办理',
    receiptDone: '提交成功',
    toSubmission: '返回申报',
    nextMail: '退回、推荐和结果均会以邮件通知本单位管理员和经办人，也可在“办理进程”中查看。',
  },
  en: {
    pdfWaiting: 'The PDF is being made; this takes less than a minute',
    pdfLater: 'The PDF is not ready yet. Reload this page later.',
    whatNext: 'What happens now',
    nextRecall: 'Until {time}, and while nobody above has recommended it, you can withdraw it, correct it and submit again.',
    receiptBody: 'Your application has arrived. Note the receipt number or print this page.',
    nextHolder: 'It is now with “{unit}”',
    receiptDone: 'Submitted',
    toSubmission: 'Back to the application',
    nextMail:
      'Your unit’s administrators and operators get a mail when it is returned, recommended or decided; the page of the application shows it too.',
  },
})
