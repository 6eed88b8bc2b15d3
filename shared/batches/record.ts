/** What the record of a batch can be narrowed to: how the types of its facts begin. */
export const factGroups = {
  run: ['batch.'],
  stages: ['stage.'],
  places: ['quota.'],
  lists: ['list.'],
  experts: ['expert.'],
} as const satisfies Record<string, readonly string[]>
export type FactGroup = keyof typeof factGroups
