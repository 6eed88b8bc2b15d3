import type { Text } from '../text.ts'

/** Apart from the schema, so that an expert's page needs no checks of input. */
export const reviewStates = {
  assigned: { zh: '待评审', en: 'To review' },
  draft: { zh: '评审中', en: 'In progress' },
  submitted: { zh: '已提交', en: 'Submitted' },
  reopened: { zh: '退回重评', en: 'Reopened' },
  conflict: { zh: '已回避', en: 'Conflict declared' },
  withdrawn: { zh: '已取消分配', en: 'Withdrawn' },
} as const satisfies Record<string, Text>
export type ReviewState = keyof typeof reviewStates
