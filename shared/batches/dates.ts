import { beijing } from '../calendar/beijing.ts'
import { addWorkingDays, isWorkingDay } from '../calendar/workingDays.ts'
import type { Template } from '../templates/schema.ts'
import { stagesOn } from './lifecycle.ts'
import type { StagePlan } from './schema.ts'
import { isDated } from './timing.ts'

const day = 86_400_000

/** A date itself if people work on it, else the next one on which they do. */
const working = (date: string) => (isWorkingDay(date) ? date : addWorkingDays(date, 1))

/**
 * Dates to start from when a batch is prepared: one stage after the other from a day on, each as long as the template says, from a working day on
 * and until 17:00 Beijing time of one, so that nobody has to be at work on a holiday.
 * Deliberation, notice and publication end when a person decides so and get no dates.
 */
export function suggestDates(stages: readonly StagePlan[], template: Pick<Template, 'stages'>, from: string): StagePlan[] {
  let first = working(from)
  return stages.map((stage) => {
    if (!stage.on || !isDated(stage)) return { ...stage, opens: null, closes: null }
    const days = template.stages.find(({ key }) => key === stage.key)?.defaultDays ?? 7
    const opens = beijing.startOfDay(first)
    const last = working(beijing.date(new Date(Date.parse(opens) + (days - 1) * day)))
    first = addWorkingDays(last, 1)
    return { ...stage, opens, closes: beijing.at(last, '17:00') }
  })
}

/** Two stages that run at the same time, and for how many days and parts of days. It is allowed, and should be meant. */
export type Overlap = { earlier: StagePlan; later: StagePlan; days: number }

export function overlaps(stages: readonly StagePlan[]): Overlap[] {
  const on = stagesOn(stages).map(({ stage }) => stage)
  return on.flatMap((earlier, i) =>
    on.slice(i + 1).flatMap((later) => {
      if (!earlier.opens || !earlier.closes || !later.opens || !later.closes) return []
      const common =
        Math.min(Date.parse(earlier.closes), Date.parse(later.closes)) - Math.max(Date.parse(earlier.opens), Date.parse(later.opens))
      return common > 0 ? [{ earlier, later, days: Math.ceil(common / day) }] : []
    }),
  )
}
