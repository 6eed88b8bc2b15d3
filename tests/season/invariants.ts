import { verifyChain } from '../../functions/aws/verify.ts'
import type { Person } from '../../infra/local/play/person.ts'
import { inParallel } from '../../infra/local/play/time.ts'

export type Acknowledged = { submission: string; receipt: string; sha256: string }
type Event = { type: string } & Record<string, unknown>
type Holds = { name: string; checked: number; broken: string[] }

/** What must be true of a batch whatever has happened, asked of the public API as the host's audit would. */
export async function invariants(office: Person, batch: string, acknowledged: readonly Acknowledged[], reviewed: number): Promise<Holds[]> {
  return [
    await everySubmissionIsThere(office, batch, acknowledged),
    await chainsHold(office, batch, acknowledged),
    await noQuotaIsPassed(office, batch),
    await noReviewIsLost(office, batch, reviewed),
  ]
}

async function everySubmissionIsThere(office: Person, batch: string, acknowledged: readonly Acknowledged[]): Promise<Holds> {
  const broken: string[] = []
  await inParallel(acknowledged, 8, async ({ submission, receipt, sha256 }) => {
    const answer = await office.ask('GET', `/batches/${batch}/submissions/${submission}/versions`)
    const versions = (answer.body.rows ?? []) as { receipt: string; sha256: string }[]
    if (!versions.some((version) => version.receipt === receipt && version.sha256 === sha256))
      broken.push(`${submission} ${answer.status} has no version ${receipt}`)
  })
  return { name: 'every acknowledged submission is there with its hash', checked: acknowledged.length, broken }
}

async function chainsHold(office: Person, batch: string, acknowledged: readonly Acknowledged[]): Promise<Holds> {
  const broken: string[] = []
  let checked = 0
  const check = (id: string, events: Event[]) => {
    checked += events.length
    for (const { of, seq, why } of verifyChain(events)) broken.push(`${id}: ${why} at ${seq} of ${of}`)
  }
  await inParallel(acknowledged, 8, async ({ submission }) => {
    const { rows } = await office.done<{ rows: Event[] }>('GET', `/batches/${batch}/submissions/${submission}/events`)
    if (!rows.some(({ type }) => type === 'submission.submitted')) broken.push(`${submission} was handed in without an event`)
    check(submission, rows)
  })
  // Names are added to the records of a batch as they are read; they are no part of what was recorded.
  const recorded = await office.rows<Event & { who?: unknown }>(`/batches/${batch}/events?limit=100`)
  check(
    batch,
    recorded.map(({ who: _who, ...event }) => event as Event),
  )
  return { name: 'every change has its event, and the chains of hashes hold', checked, broken }
}

async function noQuotaIsPassed(office: Person, batch: string): Promise<Holds> {
  const rows = await office.rows<{ unit: { name: string }; category: string; used: number; limit: number }>(
    `/batches/${batch}/quotas?limit=100`,
  )
  const passed = rows.filter(({ used, limit }) => used > limit || used < 0)
  return {
    name: 'no quota is passed',
    checked: rows.length,
    broken: passed.map(({ unit, category, used, limit }) => `${unit.name} ${category}: ${used} of ${limit}`),
  }
}

async function noReviewIsLost(office: Person, batch: string, reviewed: number): Promise<Holds> {
  const { rows } = await office.done<{ rows: { name: string; assigned: number; submitted: number }[] }>('GET', `/batches/${batch}/experts`)
  const { rows: sheets } = await office.done<{ rows: { category: string }[] }>('GET', `/batches/${batch}/sheets`)
  let counted = 0
  for (const { category } of sheets) {
    for (let from = 0, total = 1; from < total; from += 500) {
      const page = await office.done<{ total: number; rows: { reviews: number }[] }>(
        'GET',
        `/batches/${batch}/categories/${category}/sheet?from=${from}&limit=500`,
      )
      total = page.total
      counted += page.rows.reduce((sum, row) => sum + row.reviews, 0)
    }
  }
  const submitted = rows.reduce((sum, row) => sum + row.submitted, 0)
  const broken =
    counted === reviewed && submitted === reviewed
      ? []
      : [`${reviewed} reviews were acknowledged, ${submitted} are counted with the experts, ${counted} stand in the sheets`]
  return { name: 'no review is lost', checked: reviewed, broken }
}
