/** What is known of a section that is asked: whether it was saved, its problems, and whether a return said something about it. */
export type SectionState = { key: string; problems: number | undefined; commented: boolean }

/** What an applicant does next: a section to go on with, or to check everything and hand it in. */
export type NextStep = { go: 'section'; section: string; because: 'returned' | 'unfinished' | 'untouched' } | { go: 'check' }

/**
 * First what a return asks for, in the form's order; then what was begun and has something missing; then what was not begun; with nothing left, checking and handing in.
 * `settled` are sections that were changed since the return: their comments are taken as answered.
 */
export function nextStep(sections: readonly SectionState[], settled: ReadonlySet<string> = new Set()): NextStep {
  const returned = sections.find(({ key, commented }) => commented && !settled.has(key))
  if (returned) return { go: 'section', section: returned.key, because: 'returned' }
  const unfinished = sections.find(({ problems }) => problems !== undefined && problems > 0)
  if (unfinished) return { go: 'section', section: unfinished.key, because: 'unfinished' }
  const untouched = sections.find(({ problems }) => problems === undefined)
  return untouched ? { go: 'section', section: untouched.key, because: 'untouched' } : { go: 'check' }
}
