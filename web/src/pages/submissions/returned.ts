import type { FormValues, SectionValues } from '../../../../shared/forms/schema.ts'
import type { Path, Step } from '../../../../shared/submissions/timeline.ts'
import { type Named, sectionsOf } from './submission-api.ts'

/** The last return of a submission, while it is being corrected: by whom, and what was said about what. */
export function lastReturn(path: Path | undefined): Step | undefined {
  if (path?.now.holder !== 'applicant') return undefined
  const since = path.steps.findLastIndex(({ type }) => type === 'submission.submitted')
  return path.steps.slice(since + 1).findLast(({ type }) => type === 'submission.returned')
}

/** The last return that was answered by handing in again, and the number of the version that it was about. */
export function answeredReturn(path: Path): { step: Step; version: number } | undefined {
  const again = path.steps.findLastIndex(({ type }) => type === 'submission.submitted')
  const at = path.steps.slice(0, Math.max(again, 0)).findLastIndex(({ type }) => type === 'submission.returned')
  const step = path.steps[at]
  const version = path.steps.slice(0, Math.max(at, 0)).findLast(({ type }) => type === 'submission.submitted')?.version
  return step && version ? { step, version } : undefined
}

/** The answers of a section list as they are kept. */
export const valuesOf = (sections: Record<string, { values: SectionValues }> | undefined): FormValues =>
  Object.fromEntries(Object.entries(sections ?? {}).map(([key, { values }]) => [key, values]))

/** The answers of a version as they were handed in. */
export const handedInValues = async (named: Named, version: number): Promise<FormValues> => valuesOf(await sectionsOf(named, version))
