import { texts } from './texts.ts'

/** What a section’s page says of its submission: few words, since its first script is the smallest. */
export const t = texts({
  zh: {
    section: '栏目 {at} / {all}',
    savedBy: '由{name}于 {time} 保存',
    sections: '填报栏目',
    before: '上一栏',
    back: '返回栏目列表',
    closesNone: '截止时间待定',
    ended: '填报已截止',
    closes: '截止 {deadline}',
    withApplicant: '本单位填报',
    withHost: '主办单位',
  },
  en: {
    section: 'Section {at} of {all}',
    savedBy: 'Saved by {name}, {time}',
    sections: 'Sections',
    before: 'Back',
    back: 'All sections',
    closesNone: 'Closing time not set yet',
    ended: 'Closed for applications',
    closes: 'Closes {deadline}',
    withApplicant: 'Your unit',
    withHost: 'The host',
  },
})
