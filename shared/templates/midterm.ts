import { midterm } from './follow-up.ts'
import { jingpinAwards, shuangchuangAwards } from './followed.ts'

export const shuangchuangMidterm = midterm(shuangchuangAwards)
export const jingpinMidterm = midterm(jingpinAwards)
