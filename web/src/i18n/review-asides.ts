import { texts } from './texts.ts'

/** What a reviewer sees beside the sheet, when it is asked for: a declaration, a file. */
export const t = texts({
  zh: {
    open: '打开',
    download: '下载',
    notShown: '这种文件不能在页面中显示，请下载后查看。',
    conflictTitle: '声明回避',
    conflictBody: '声明后，这份材料转给其他专家，已填的评分不会送出。转出之前可以撤销。',
    conflictWhy: '与申报单位或申报人的关系',
    sameUnit: '同一单位',
    teacher: '师生关系',
    partner: '共同承担项目或合作发表',
    family: '亲属关系',
    otherwise: '其他',
    conflictReason: '请说明',
    conflictDone: '已声明回避，感谢您的说明。',
  },
  en: {
    open: 'Open',
    download: 'Download',
    notShown: 'This kind of file cannot be shown here. Download it to look at it.',
    conflictTitle: 'Declare a conflict of interest',
    conflictBody: 'This submission goes to another expert, and your scores are not sent. Until then you can take it back.',
    conflictWhy: 'How you stand to the applicant',
    sameUnit: 'Same institution',
    teacher: 'Teacher or student',
    partner: 'Joint project or publication',
    family: 'Family',
    otherwise: 'Something else',
    conflictReason: 'Please explain',
    conflictDone: 'The conflict is declared. Thank you for saying so.',
  },
})
