import { same } from '../forms/same.ts'
import type { Field, Form, FormValues, Section } from '../forms/schema.ts'
import type { Comments } from './comments-in.ts'

/** The place of a comment about the whole submission; a form whose section has this name means the section. */
export const whole = 'general'
/** Comments of one return. They travel in one event and one mail. */
export const mostComments = 50

/** A comment with what it is about, as far as the form has it. */
export type Placed = { place: string; text: string; section?: Section; field?: Field }

/** Comments in the order of the form: about the whole first, then section by section, each before its fields. */
export function placed(comments: Comments | undefined, { sections }: Pick<Form, 'sections'>): Placed[] {
  const all = Object.entries(comments ?? {}).map(([place, text]): Placed & { at: number } => {
    const [key, of] = place.split('.')
    const index = sections.findIndex((each) => each.key === key)
    const section = sections[index]
    const within = section?.fields.findIndex((each) => each.key === of) ?? -1
    const field = section?.fields[within]
    return { place, text, ...(section && { section }), ...(field && { field }), at: index * 1000 + within + 1 }
  })
  return all.sort((a, b) => a.at - b.at).map(({ at: _, ...each }) => each)
}

/** The first place among these that a return cannot be about: neither the whole, nor a section of the form, nor a question in one. */
export function placeUnknown(comments: Comments, form: Pick<Form, 'sections'>): string | undefined {
  const known = (place: string): boolean => {
    const [section, field] = place.split('.')
    const found = form.sections.find(({ key }) => key === section)
    return field === undefined
      ? place === whole || found !== undefined
      : found?.fields.some(({ key, kind }) => key === field && kind !== 'heading') === true
  }
  return Object.keys(comments).find((place) => !known(place))
}

/** A comment counts as answered once what it is about reads otherwise than it was handed in: the field, any field of the section, anything at all. */
export function answered({ section, field }: Placed, before: FormValues, now: FormValues): boolean {
  if (!section) return !same(before, now)
  const [was, is] = [before[section.key], now[section.key]]
  return field ? !same(was?.[field.key], is?.[field.key]) : !same(was, is)
}
