import type { Text } from '../text.ts'

/** What the record of a batch can be narrowed to: how the types of its facts begin. */
export const factGroups = {
  run: ['batch.'],
  stages: ['stage.'],
  places: ['quota.'],
  lists: ['list.'],
  experts: ['expert.'],
  sheets: ['sheet.'],
  notices: ['notice.', 'objection.'],
  awards: ['award.', 'obligation.', 'work.'],
} as const satisfies Record<string, readonly string[]>
export type FactGroup = keyof typeof factGroups
/** The kind that a fact in the record of a batch is of. @throws Error when it is of none: no page of the record would show it */
export function groupOf(type: string): FactGroup {
  const group = (Object.keys(factGroups) as FactGroup[]).find((each) => factGroups[each].some((start) => type.startsWith(start)))
  if (!group) throw new Error(`${type} is of no kind that the record of a batch has`)
  return group
}

/** What has records of its own within a batch, with a chain each. */
export const recordings = {
  batch: { zh: '批次', en: 'batch' },
  sheet: { zh: '审定表', en: 'decision sheet' },
  submission: { zh: '申报', en: 'submission' },
  notice: { zh: '公示', en: 'notice' },
  award: { zh: '立项', en: 'award' },
} as const satisfies Record<string, Text>
export type Recording = keyof typeof recordings
