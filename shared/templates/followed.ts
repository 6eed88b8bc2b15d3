import type { Followed } from './follow-up.ts'
import { jingpin2024 } from './jingpin-2024.ts'
import { both } from './sections/writing.ts'
import { shuangchuang4 } from './shuangchuang-4.ts'

/** The awards of each programme that are followed up. */
export const shuangchuangAwards: Followed = {
  programme: shuangchuang4.programme,
  basis: shuangchuang4.basis,
  direct: ['ministry', 'jointly-built'],
  holders: shuangchuang4.categories.map(({ key, title, applicant }) => ({ key, title, applicant, categories: [key] })),
}

export const jingpinAwards: Followed = {
  programme: jingpin2024.programme,
  basis: jingpin2024.basis,
  direct: ['ministry', 'jointly-built'],
  holders: [{ key: 'projects', title: both('各类项目', 'Projects of all kinds'), applicant: 'university', categories: [] }],
}
