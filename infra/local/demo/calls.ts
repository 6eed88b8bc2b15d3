import { categoryOf, formOf, templateOf } from '../../../shared/templates/index.ts'
import type { Template } from '../../../shared/templates/schema.ts'
import { apply } from '../play/applying.ts'
import { openBatch, type StageDates } from '../play/office.ts'
import type { Guest, Person } from '../play/person.ts'
import { confirmList, listsOf, recommendAll } from '../play/recommending.ts'
import { assign, type ExpertName, invite, registerExperts, reviewAll } from '../play/reviewing.ts'
import { inParallel } from '../play/time.ts'
import type { Seat } from './units.ts'

/** One call of the demo while it is played: its batch, who hosts it, and its template. */
export type Call = { batch: string; host: Person; organisation: string; template: Template }

export async function open(
  host: Person,
  organisation: string,
  asked: { template: string; title: string; dates: StageDates; places?: number; source?: string },
): Promise<Call> {
  const template = templateOf(asked.template, 1)
  if (!template) throw new Error(`no template ${asked.template}`)
  const batch = await openBatch(host, {
    ...asked,
    ...(asked.places !== undefined && { categories: template.categories.map(({ key }) => ({ key, on: true, places: asked.places ?? 1 })) }),
  })
  return { batch, host, organisation, template }
}

export type Entry = { seat: Seat; category: string; seed: number; award?: { id: string; title: string }; sections?: number }

/** Units fill in and hand in; with `sections`, a draft stops after so many. */
export async function fill(call: Call, entries: readonly Entry[]): Promise<void> {
  await inParallel(entries, 3, async ({ seat, category, seed, award, sections }) => {
    const form = formOf(call.template, category)
    if (!form || !categoryOf(call.template, category)) throw new Error(`no form for ${category}`)
    await apply(seat.person, {
      batch: call.batch,
      category,
      form,
      seed,
      unit: seat.university,
      ...(award && { award: award.id, title: award.title }),
      ...(sections !== undefined && { sections, submit: false }),
    })
  })
}

/** Units of a level recommend what lies with them; with `confirm`, they print, stamp and confirm their lists. */
export async function recommend(call: Call, seats: readonly Seat[], confirm: boolean): Promise<void> {
  await inParallel(seats, 2, async ({ id, person }) => {
    const { recommended } = await recommendAll(person, call.batch, id)
    if (!confirm || recommended === 0) return
    for (const { category, used } of await listsOf(person, call.batch, id))
      if (used > 0) await confirmList(person, call.batch, id, category)
  })
}

/** Experts of the call's fields are invited and accept, and get their share. */
export async function convene(call: Call, experts: readonly ExpertName[]): Promise<Guest[]> {
  const { categories } = call.template
  // Two fields each, so that no category is left to those who know another.
  const fieldsOf = (i: number) =>
    categories.filter((_, at) => [i, i + 1].some((each) => each % categories.length === at)).map(({ key }) => key)
  const ids = await registerExperts(
    call.host,
    call.organisation,
    experts.map((expert, i) => ({ ...expert, fields: fieldsOf(i) })),
  )
  const guests = await invite(
    call.host,
    call.batch,
    ids,
    experts.map(({ email }) => email),
  )
  await assign(call.host, call.batch)
  return guests
}

/** A score between 0.6 and 0.98 that is always the same for the same submission and expert. */
const taste = (submission: string, expert: number): number => {
  let h = 7
  for (const c of submission) h = (h * 31 + c.charCodeAt(0) + expert * 17) % 9973
  return 0.6 + (h % 39) / 100
}

/** Experts score everything, or `most` each; the rest stays open. */
export async function score(call: Call, guests: readonly Guest[], most = Number.POSITIVE_INFINITY): Promise<void> {
  await inParallel(guests, 2, async (guest, i) => {
    await reviewAll(guest, call.batch, (submission) => taste(submission, i), most)
  })
}

export const expertNames = (from: number, count: number): ExpertName[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `演示·${'赵钱孙李周吴郑王冯陈褚卫'[(from + i) % 12]}专家${from + i + 1}`,
    email: `expert${from + i + 1}@demo.example`,
    unit: `演示第${from + i + 1}研究院`,
  }))
