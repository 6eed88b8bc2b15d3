import { beijing } from '../calendar/beijing.ts'
import type { Template } from '../templates/schema.ts'
import type { StagePlan } from './schema.ts'

const day = 86_400_000
const dated = ['collect', 'endorse', 'screen', 'review'] as const satisfies readonly StagePlan['kind'][]

/**
 * Dates to start from when a batch is prepared: one stage after the other from a day on, each as long as the template says and until 17:00 Beijing time.
 * Deliberation, notice and publication end when a person decides so and get no dates.
 */
export function suggestDates(stages: readonly StagePlan[], template: Pick<Template, 'stages'>, from: string): StagePlan[] {
  let opens = beijing.startOfDay(from)
  return stages.map((stage) => {
    if (!stage.on || !dated.some((kind) => kind === stage.kind)) return { ...stage, opens: null, closes: null }
    const days = template.stages.find(({ key }) => key === stage.key)?.defaultDays ?? 7
    const last = beijing.date(new Date(Date.parse(opens) + (days - 1) * day))
    const closes = beijing.at(last, '17:00')
    const plan = { ...stage, opens, closes }
    opens = beijing.endOfDay(last)
    return plan
  })
}
