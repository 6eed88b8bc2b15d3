import { hashOf, sha256 } from '../../functions/aws/chain.ts'
import { verifyChain } from '../../functions/aws/verify.ts'
import type { Checked } from '../../functions/batches/checking.ts'
import type { Handed } from '../../infra/local/play/applying.ts'
import type { Person } from '../../infra/local/play/person.ts'
import { inParallel } from '../../infra/local/play/time.ts'
import type { FormValues } from '../../shared/forms/schema.ts'
import type { Manifest } from '../../shared/submissions/schema.ts'

/** What the platform has acknowledged in one batch, as those who asked for it counted. */
export type Acknowledged = {
  submissions: readonly (Pick<Handed, 'submission' | 'receipt' | 'sha256'> & { values: FormValues })[]
  /** Recommendations by `<unit> <category>`; a category of a unit that is not named had none. */
  recommended: ReadonlyMap<string, number>
  /** Lists of recommending units, confirmed. */
  lists: number
  qualified: number
  disqualified: number
  /** Experts who have accepted, what was assigned to them, and what of it they have submitted. */
  experts: number
  assigned: number
  reviews: number
  /** Sheets that were approved, and the lines on them. */
  sheets: number
  decided: number
  awards: number
  /** Awards that a check has closed or extended since. */
  settled: number
  /** Of those, the ones that were closed: each has the certificate of its acceptance too. */
  accepted: number
}
type Holds = { name: string; checked: number; broken: string[] }

/** What must be true of a batch whatever has happened, asked of the public API as the host's audit would. */
export async function invariants(office: Person, batch: string, acknowledged: Acknowledged): Promise<Holds[]> {
  return [
    await everySubmissionIsThere(office, batch, acknowledged),
    await chainsHold(office, batch, acknowledged),
    ...(await recordsHold(office, batch, acknowledged)),
    await noQuotaIsPassed(office, batch, acknowledged),
    await noReviewIsLost(office, batch, acknowledged),
  ]
}

type VersionRead = {
  version: { number: number; receipt: string; sha256: string }
  manifest: Manifest
  sections: Record<string, { values: Record<string, unknown> }>
}

/** Hashes are computed anew from what is read back, and from the files as they come from the store. */
async function everySubmissionIsThere(office: Person, batch: string, { submissions }: Acknowledged): Promise<Holds> {
  const broken: string[] = []
  await inParallel(submissions, 8, async ({ submission, receipt, sha256: promised, values }) => {
    const path = `/batches/${batch}/submissions/${submission}`
    const listed = await office.ask('GET', `${path}/versions`)
    const versions = (listed.body.rows ?? []) as VersionRead['version'][]
    const found = versions.find((version) => version.receipt === receipt && version.sha256 === promised)
    if (!found) return void broken.push(`${submission} ${listed.status} has no version ${receipt}`)
    const { manifest, sections } = await office.done<VersionRead>('GET', `${path}/versions/${found.number}`)
    if (hashOf(manifest) !== promised) broken.push(`${submission}: what it consists of has another hash`)
    for (const [section, frozen] of Object.entries(manifest.sections)) {
      const read = sections[section]?.values ?? {}
      if (hashOf(read) !== frozen.sha256) broken.push(`${submission}: section ${section} has another hash`)
      if (hashOf(written(read)) !== hashOf(written(values[section] ?? {})))
        broken.push(`${submission}: section ${section} is not what was written`)
    }
    for (const { id, sha256: frozen } of manifest.files) {
      const { url } = await office.done<{ url: string }>('GET', `${path}/files/${id}/content`)
      if (sha256(new Uint8Array(await (await fetch(url)).arrayBuffer())) !== frozen)
        broken.push(`${submission}: file ${id} has another hash`)
    }
  })
  return {
    name: 'every acknowledged submission is there as it was written, with its files and its hash',
    checked: submissions.length,
    broken,
  }
}

/** Without what holds nothing, in fields and in cells: an empty answer is not kept. Said here anew, so that what the platform keeps is not measured by itself. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'object' || value === null) return value
  const isEmpty = (part: unknown) => part === null || part === '' || (Array.isArray(part) && part.length === 0)
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (isEmpty(part) ? [] : [[key, written(part)]])))
}

type Event = { type: string } & Record<string, unknown>

/** The chains of the batch with its sheets, notices and awards, and of its submissions, event by event as they are handed out and computed anew here, so that the platform is not believed about itself. */
async function chainsHold(office: Person, batch: string, { submissions }: Acknowledged): Promise<Holds> {
  const broken: string[] = []
  let checked = 0
  const check = (thing: string, events: readonly Event[]) => {
    checked += events.length
    for (const { of, seq, why } of verifyChain(events)) broken.push(`${thing}: ${why} at ${seq} of ${of}`)
  }
  await inParallel(submissions, 8, async ({ submission, sha256: promised }) => {
    const { rows } = await office.done<{ rows: Event[] }>('GET', `/batches/${batch}/submissions/${submission}/events`)
    if (!rows.some(({ type, sha256: recorded }) => type === 'submission.submitted' && recorded === promised))
      broken.push(`${submission}: no event says that it was handed in with its hash`)
    check(submission, rows)
  })
  // Names are added to the record of a batch as it is read; they are no part of what was recorded.
  const recorded = await office.rows<Event & { who?: unknown; about?: unknown }>(`/batches/${batch}/events?limit=100`)
  check(
    batch,
    recorded.map(({ who: _who, about: _about, ...event }) => event as Event),
  )
  return { name: 'the chains of hashes hold, computed from the events as they are read', checked, broken }
}

/** What the platform finds when it recomputes all that it has recorded, reviews, sheets, notices and awards with it, and how often each thing happened. */
async function recordsHold(office: Person, batch: string, acknowledged: Acknowledged): Promise<Holds[]> {
  const facts: Record<string, number> = {}
  const broken: string[] = []
  let events = 0
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const page: Checked = await office.done<Checked>('GET', `/batches/${batch}/events/check${cursor ? `?cursor=${cursor}` : ''}`)
    for (const [type, count] of Object.entries(page.facts)) facts[type] = (facts[type] ?? 0) + count
    for (const { thing, id, seq, why } of page.breaks) broken.push(`${thing} ${id}: ${why} at ${seq}`)
    events += page.events
    cursor = page.cursor
  }
  const recommended = [...acknowledged.recommended.values()].reduce((sum, count) => sum + count, 0)
  const { stages } = await office.done<{ stages: { kind: string; on: boolean; closes: string | null }[] }>('GET', `/batches/${batch}`)
  const passed = stages.filter(({ on }) => on)
  const expected: [types: string[], count: number][] = [
    ...['batch.drafted', 'batch.opened', 'batch.completed', 'batch.settled', 'notice.published'].map((type): [string[], number] => [
      [type],
      1,
    ]),
    ...['stage.entered', 'stage.opened', 'stage.left'].map((type): [string[], number] => [[type], passed.length]),
    [['submission.started'], acknowledged.submissions.length],
    [['submission.submitted'], acknowledged.submissions.length],
    [['submission.recommended'], recommended],
    [['list.confirmed'], acknowledged.lists],
    [['submission.qualified'], acknowledged.qualified],
    [['submission.disqualified'], acknowledged.disqualified],
    [['expert.accepted'], acknowledged.experts],
    [['review.assigned'], acknowledged.assigned],
    [['review.submitted'], acknowledged.reviews],
    [['sheet.approved'], acknowledged.sheets],
    [['submission.decided'], acknowledged.decided],
    [['award.granted'], acknowledged.awards],
    [['award.certified'], acknowledged.awards + acknowledged.accepted],
    [['award.closed', 'award.extended'], acknowledged.settled],
  ]
  const told = expected.map(([types, count]) => {
    const recorded = types.reduce((sum, type) => sum + (facts[type] ?? 0), 0)
    return recorded === count ? undefined : `${types.join(' or ')}: ${count} were acknowledged, ${recorded} are recorded`
  })
  return [
    { name: 'all chains of hashes hold, up to their heads, as the platform recomputes them', checked: events, broken },
    {
      name: 'every acknowledged change has its event, once',
      checked: expected.reduce((sum, [, count]) => sum + count, 0),
      broken: told.filter((line) => line !== undefined),
    },
  ]
}

/** What the quotas say is used must be what was acknowledged: neither more than there was place for, nor a place lost. */
async function noQuotaIsPassed(office: Person, batch: string, { recommended }: Acknowledged): Promise<Holds> {
  const rows = await office.rows<{ unit: { id: string; name: string }; category: string; used: number; limit: number }>(
    `/batches/${batch}/quotas?limit=100`,
  )
  const broken = rows.flatMap(({ unit, category, used, limit }) => {
    const counted = recommended.get(`${unit.id} ${category}`) ?? 0
    return counted <= limit && used === counted
      ? []
      : [`${unit.name} ${category}: ${counted} recommended, ${used} counted, ${limit} places`]
  })
  return { name: 'no quota is passed, and every recommendation is counted once', checked: rows.length, broken }
}

async function noReviewIsLost(office: Person, batch: string, { reviews }: Acknowledged): Promise<Holds> {
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
    counted === reviews && submitted === reviews
      ? []
      : [`${reviews} reviews were acknowledged, ${submitted} are counted with the experts, ${counted} stand in the sheets`]
  return { name: 'no review is lost', checked: reviews, broken }
}
