import type { Seen } from '../forms/bindings.ts'
import { compile, judge } from '../forms/expressions.ts'
import type { OrganisationKind } from '../organisations/kinds.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { say, type Text } from '../text.ts'
import type { AwardState, Category, Template } from './schema.ts'

/** What is known of a unit that wants to apply, when it wants to. */
export type Applying = {
  unit: {
    kind: OrganisationKind
    code: string
    /** 本科, 专科 and so on, as in the register; empty where it does not apply. */
    level: string
    province: string
    /** The kind of unit that supervises its university. */
    supervisor: OrganisationKind
  }
  /** The unit's own awards, of all programmes. */
  awards: readonly { programme: string; category: string; type: string; state: AwardState }[]
  /** What became of awards of all units of the same university. */
  history: readonly { event: 'closed' | 'failed' | 'revoked'; programme: string; category: string; type: string }[]
  /** Submissions that the unit has already entered in this category of this batch, withdrawn ones not counted. */
  entered: number
}

/** Names that a category's `holds` may use, besides the functions of all expressions. */
export const eligibilityNames = ['unit', 'awards', 'history'] as const

/**
 * A unit may apply in a category when it is of the kind that applies there, has not entered as many as it may, holds no unfinished award of the same type
 * where that bars, was not awarded in the category before where that bars, and fulfils what the call asks.
 * Refuses also where the call's condition cannot be judged.
 */
export function mayApply(template: Template, category: Category, facts: Applying): Outcome<true> {
  const { unit, awards, entered } = facts
  const named: Text = category.title
  const inProgramme = awards.filter(({ programme }) => programme === template.programme.key)
  if (unit.kind !== category.applicant) return refuse('category.other-kind', { ...named })
  if (entered >= category.perUnit) return refuse('category.entered-enough', { ...named, max: category.perUnit })
  if (category.bars.unfinishedSameType && inProgramme.some(({ type, state }) => type === category.type && isUnfinished(state)))
    return refuse('category.unfinished', { ...named })
  if (category.bars.awardedSameCategory && inProgramme.some((award) => award.category === category.key))
    return refuse('category.awarded-before', { ...named })
  if (category.startsFrom && !startingAwards(category, awards).length) return refuse('category.no-award', { ...named })
  const failed = category.eligibility.find(({ holds }) => judge(holds, scope(facts)) !== true)
  return failed ? refuse('category.not-eligible', { zh: say(failed.message, 'zh'), en: say(failed.message, 'en') }) : accept(true)
}

const isUnfinished = (state: AwardState) => state === 'open' || state === 'extended'

/** The unit's unfinished awards from which a submission in this category can start. */
export function startingAwards<A extends Applying['awards'][number]>({ startsFrom }: Category, awards: readonly A[]): A[] {
  if (!startsFrom) return []
  const { programmes, categories } = startsFrom.award
  const among = (list: readonly string[], key: string) => list.length === 0 || list.includes(key)
  return awards.filter((award) => isUnfinished(award.state) && among(programmes, award.programme) && among(categories, award.category))
}

const seen = (facts: object): Seen => new Map(Object.entries(facts) as [string, string][])
const scope = ({ unit, awards, history }: Pick<Applying, 'unit' | 'awards' | 'history'>) => ({
  unit: seen(unit),
  awards: awards.map(seen),
  history: history.map(seen),
})

/** An invented university with an award and a failure, on which conditions are tried before a template is used. */
const tried = {
  unit: { kind: 'university', code: '4100000000', level: '本科', province: '11', supervisor: 'province' },
  awards: [{ programme: 'p', category: 'c', type: 't', state: 'open' }],
  history: [{ event: 'failed', programme: 'p', category: 'c', type: 't' }],
} as const satisfies Omit<Applying, 'entered'>

/** Why a condition could never be judged; undefined when it can. */
export function eligibilityProblem(holds: string): Text | undefined {
  const known = compile(holds)
  if ('problem' in known) return known.problem
  const answer = known.evaluate(scope(tried))
  if (!answer.ok) return { zh: `条件无法判断：${answer.problem}`, en: `The condition cannot be judged: ${answer.problem}` }
  return typeof answer.value === 'boolean'
    ? undefined
    : { zh: '条件的结果不是“是”或“否”。', en: 'The condition is not a matter of yes or no.' }
}
