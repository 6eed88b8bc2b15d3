import { texts } from './texts.ts'

/** What a reviewer sees beside the sheet, when it is asked for: a declaration, a file. */
export const t = texts({
  zh: {
    open: '打开',
    download: '下载',
    notShown: '这种文件不能在页面中显示，请下载后查看。',
    conflictTitle: '说明回避原因',
    conflictSend: '提交说明',
    conflictBody: '回避声明已经生效，说明可填可不填，仅供主办单位了解。',
    conflictWhy: '与申报单位或申报人的关系',
    sameUnit: '同一单位',
    teacher: '师生关系',
    partner: '共同承担项目或合作发表',
    family: '亲属关系',
    otherwise: '其他',
    conflictReason: '请说明',
    conflictDone: '感谢您的说明。',
  },
  en: {
    open: 'Open',
    download: 'Download',
    notShown: 'This kind of file cannot be shown here. Download it to look at it.',
    conflictTitle: 'Say why',
    conflictSend: 'Send',
    conflictBody: 'The conflict is declared already. Saying why is up to you, and only the host reads it.',
    conflictWhy: 'Your relationship to the applicant',
    sameUnit: 'Same institution',
    teacher: 'Teacher or student',
    partner: 'Joint project or publication',
    family: 'Family',
    otherwise: 'Something else',
    conflictReason: 'Please explain',
    conflictDone: 'Thank you for saying so.',
  },
})
