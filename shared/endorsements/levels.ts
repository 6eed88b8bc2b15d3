import type { EndorsementLevel } from '../templates/schema.ts'
import type { Text } from '../text.ts'

/** The levels that recommend, as forms and lists name them. */
export const levelTitles = {
  college: { zh: '院系党组织推荐意见', en: 'Opinion of the college' },
  university: { zh: '学校党委推荐意见', en: 'Opinion of the university' },
  province: { zh: '主管部门推荐意见', en: 'Opinion of the supervising unit' },
} as const satisfies Record<EndorsementLevel, Text>
