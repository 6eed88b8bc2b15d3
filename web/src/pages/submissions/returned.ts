import type { Form } from '../../../../shared/forms/schema.ts'
import type { Path, Step } from '../../../../shared/submissions/timeline.ts'

/** The last return of a submission, while it is being corrected: by whom, and what was said about each section. */
export function lastReturn(path: Path | undefined): Step | undefined {
  if (path?.now.holder !== 'applicant') return undefined
  const since = path.steps.findLastIndex(({ type }) => type === 'submission.submitted')
  return path.steps.slice(since + 1).findLast(({ type }) => type === 'submission.returned')
}

/** What was said about one section and its fields, by field; the empty key for the section itself. */
export const commentsIn = (comments: Record<string, string> | undefined, section: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(comments ?? {}).flatMap(([place, text]) => {
      const [of, field = ''] = place.split('.')
      return of === section ? [[field, text]] : []
    }),
  )

/** What was said about the whole, or about a section that the form does not have. */
export const otherComments = (comments: Record<string, string> | undefined, form: Form): string[] =>
  Object.entries(comments ?? {}).flatMap(([place, text]) => (form.sections.some(({ key }) => key === place.split('.')[0]) ? [] : [text]))
