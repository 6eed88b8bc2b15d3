/** What a unit says when it returns a submission, by the place it is about: `section`, `section.field`, or the whole. */
export type Comments = Readonly<Record<string, string>>

/** What was said about one section and its fields, by field; the empty key for the section itself. */
export const commentsIn = (comments: Comments | undefined, section: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(comments ?? {}).flatMap(([place, text]) => {
      const [of, field = ''] = place.split('.')
      return of === section ? [[field, text]] : []
    }),
  )
