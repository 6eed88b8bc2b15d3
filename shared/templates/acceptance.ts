import { acceptance } from './follow-up.ts'
import { jingpinAwards, shuangchuangAwards } from './followed.ts'

export const shuangchuangAcceptance = acceptance(shuangchuangAwards)
export const jingpinAcceptance = acceptance(jingpinAwards)
