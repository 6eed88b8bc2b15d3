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
/** Whether a fact is of one kind; without a kind every fact is. */
export const isOf = (group: FactGroup | undefined, type: string): boolean =>
  group === undefined || factGroups[group].some((start) => type.startsWith(start))
/** The kind that a fact is of. */
export const groupOf = (type: string): FactGroup | undefined => (Object.keys(factGroups) as FactGroup[]).find((group) => isOf(group, type))

/** What has records of its own within a batch, with a chain each. */
export const recordings = {
  batch: { zh: '批次', en: 'batch' },
  sheet: { zh: '审定表', en: 'decision sheet' },
  submission: { zh: '申报', en: 'submission' },
  notice: { zh: '公示', en: 'notice' },
  award: { zh: '立项', en: 'award' },
} as const satisfies Record<string, Text>
export type Recording = keyof typeof recordings
