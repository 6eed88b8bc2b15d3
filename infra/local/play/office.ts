import type { Person } from './person.ts'

const _day = 86_400_000
export type StageDates = Record<string, { opens?: string | null; closes?: string | null; on?: boolean }>
type Progress = (text: string) => void

type Applied = { next: number | null; counts: Record<string, number>; refusals?: unknown[] }

/** Carries out a sheet (register or accounts) chunk by chunk; answers what the plan said and what was done. */
export async function importSheet(
  office: Person,
  organisation: string,
  kind: 'register' | 'accounts/import',
  content: Uint8Array,
  say: Progress = () => {},
) {
  const plan = await office.done<{ import: string; records: number; next: number | null; problemCount: number }>(
    'POST',
    `/organisations/${organisation}/${kind}`,
    { raw: content, type: 'text/csv' },
  )
  const counts: Record<string, number> = {}
  for (let next = plan.next; next !== null; ) {
    const step: Applied = await office.done<Applied>('POST', `/organisations/${organisation}/${kind}/${plan.import}/apply?from=${next}`)
    for (const [name, count] of Object.entries(step.counts)) counts[name] = (counts[name] ?? 0) + count
    next = step.next
    say(`${kind}: ${next ?? plan.records} / ${plan.records}`)
  }
  return { ...plan, counts }
}

export type OpenBatch = {
  template: string
  title: string
  dates: StageDates
  categories?: readonly { key: string; on: boolean; places?: number }[]
  settings?: Record<string, unknown>
  source?: string
  open?: boolean
}

/** Prepares a batch from a template, sets its dates and places, and opens it. */
export async function openBatch(office: Person, asked: OpenBatch): Promise<string> {
  const { id } = await office.done<{ id: string }>('POST', '/batches', { body: { template: asked.template, title: asked.title } })
  await office.done('PATCH', `/batches/${id}`, {
    body: {
      stages: Object.entries(asked.dates).map(([key, dates]) => ({ key, ...dates })),
      ...(asked.categories && { categories: asked.categories }),
      ...(asked.settings && { settings: asked.settings }),
      ...(asked.source && { source: asked.source }),
    },
  })
  for (let cursor: string | undefined, first = true; first || cursor; first = false)
    cursor = (await office.done<{ cursor?: string }>('POST', `/batches/${id}/quotas/propose`, { body: cursor ? { cursor } : {} })).cursor
  if (asked.open !== false) await office.done('POST', `/batches/${id}/open`)
  return id
}
