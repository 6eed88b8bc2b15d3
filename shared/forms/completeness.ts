import type { Judge } from './bindings.ts'
import { isFilled } from './filled.ts'
import { findProblems } from './problems.ts'
import type { Form, FormValues, Problem } from './schema.ts'
import { visible } from './visible.ts'

/** Problems under the key of the section they stand in; sections without one are absent. */
export function problemsBySection(problems: readonly Problem[]): Record<string, Problem[]> {
  const sections: Record<string, Problem[]> = {}
  for (const each of problems) {
    const section = each.path.split('.', 1)[0] ?? ''
    sections[section] ??= []
    sections[section].push(each)
  }
  return sections
}

type SectionCompleteness = { state: 'untouched' | 'started' | 'complete'; problems: number; filled: number; asked: number }
type Completeness = {
  sections: Record<string, SectionCompleteness>
  complete: boolean
  problems: number
  filled: number
  asked: number
}

/** How far the answers are: per section that is asked, how many of the fields asked are filled in and how many problems remain. */
export function completeness(form: Form, values: FormValues, judge?: Judge): Completeness {
  const seen = visible(form, values, judge)
  const problems = problemsBySection(findProblems(form, values, { judge }))
  const sections: Record<string, SectionCompleteness> = {}
  for (const section of form.sections) {
    if (!seen.section(section.key)) continue
    const answers = Object.hasOwn(values, section.key) ? values[section.key] : undefined
    const asked = section.fields.filter(({ kind, key }) => kind !== 'heading' && seen.field(section.key, key))
    const filled = asked.filter(({ key }) => answers && Object.hasOwn(answers, key) && isFilled(answers[key])).length
    const open = problems[section.key]?.length ?? 0
    const state = open === 0 ? 'complete' : filled === 0 ? 'untouched' : 'started'
    sections[section.key] = { state, problems: open, filled, asked: asked.length }
  }
  const all = Object.values(sections)
  const total = (of: (section: SectionCompleteness) => number) => all.reduce((sum, section) => sum + of(section), 0)
  return {
    sections,
    complete: all.every(({ state }) => state === 'complete'),
    problems: total(({ problems: open }) => open),
    filled: total(({ filled }) => filled),
    asked: total(({ asked }) => asked),
  }
}
