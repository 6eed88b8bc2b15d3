import { createMemo } from 'solid-js'
import type { Form, FormValues, Section } from '../../../../shared/forms/schema.ts'
import { visible } from '../../../../shared/forms/visible.ts'
import { bringJudge, judge } from '../../forms/judge.ts'

/** The sections that are asked, given the answers. The engine is fetched only for forms in which sections depend on answers. */
export function askedSections(form: () => Form | undefined, values: () => FormValues): () => Section[] {
  return createMemo(() => {
    const known = form()
    if (!known) return []
    if (!known.sections.some(({ visibleIf }) => visibleIf)) return known.sections
    bringJudge(true)
    const seen = visible(known, values(), judge())
    return known.sections.filter(({ key, visibleIf }) => !visibleIf || (judge() && seen.section(key)))
  })
}
