import { categoriesOn } from '../../shared/batches/categories.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { endorsingIn } from '../../shared/batches/summary.ts'
import { recommendsDirectly, type Standing } from '../../shared/endorsements/way.ts'
import type { UnitRef } from '../../shared/organisations/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { type Call, placesOf, proposeQuotas, recommendersBelow, writtenOver } from '../../shared/quotas/rules.ts'
import type { Counted, Denominator, QuotaBasis, QuotaChange, QuotaRow } from '../../shared/quotas/schema.ts'
import { countedBelow, placesByShare } from '../../shared/quotas/shares.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { type Key, key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { moveBatch } from './store.ts'
import { type Listed, refOf, standing, tree } from './tree.ts'

type QuotaItem = Key & QuotaRow
/** One call makes about so many rows, or works for so long, before it hands back what is left. */
const rowsAtOnce = 1000
const millisecondsAtOnce = 5000
/** Rows of one transaction; the database takes a hundred. */
const together = 90
const inParallel = 25
const prefix = 'QUOTA#'

const callOf = (batch: Batch, template: Template): Call => ({ ...endorsingIn(template, batch), categories: template.categories })

export const quotas = {
  /** One page of the places of a batch, in categories that are on. */
  async page(batch: Batch, asked: { cursor?: string | undefined; limit: number; category?: string | undefined }) {
    const { rows, cursor } = await table.query<QuotaItem>({
      pk: key.batch(batch.id).pk,
      begins: prefix,
      cursor: asked.cursor,
      limit: asked.limit,
    })
    const on = categoriesOn(batch)
    const wanted = rows.filter(({ category }) => on.includes(category) && (asked.category === undefined || category === asked.category))
    return { rows: wanted.map(shown), cursor }
  },

  /** All of them; some thousand small rows in a national call. */
  async all(batch: Batch): Promise<QuotaRow[]> {
    const rows = await table.all<QuotaItem>({ pk: key.batch(batch.id).pk, begins: prefix })
    const on = categoriesOn(batch)
    return rows.filter(({ category }) => on.includes(category)).map(shown)
  },

  /**
   * Gives the units below the host the places of the call, walking down the tree unit by unit. Rows that are there stay as they are unless `replace`;
   * what has been used always stays.
   * @returns the units whose lower units are still to be looked at
   */
  async propose(
    batch: Batch,
    template: Template,
    waiting: readonly string[],
    replace: boolean,
  ): Promise<{ made: number; waiting: string[] }> {
    const left = [...waiting]
    const until = performance.now() + millisecondsAtOnce
    let made = 0
    while (left.length > 0 && made < rowsAtOnce && performance.now() < until) {
      const [parent] = await tree.units(left.splice(0, 1))
      if (!parent || (parent.id !== batch.host.id && !parent.path.includes(batch.host.id))) continue
      const line = [...(await tree.above(parent)), parent].map(standing)
      const walked = await walk(batch, callOf(batch, template), line)
      left.push(...walked.further)
      for (let i = 0; i < walked.rows.length; i += together) await putRows(batch.id, walked.rows.slice(i, i + together), replace)
      made += walked.rows.length
    }
    return { made, waiting: left }
  },

  /**
   * Sets numbers of places: all of them, or none where one would go over another than it was made from, would fall below what is used, is not what its share
   * comes to, or belongs to no recommending unit. `now`: the numbers that others have written meanwhile.
   */
  async set(batch: Batch, template: Template, changes: readonly QuotaChange[], doing: Doing): Promise<SetQuotas> {
    const last = [...new Map(changes.map((change) => [cell(change), change])).values()]
    const read = async () =>
      (await table.getMany(last.map(({ unit, category }) => key.quota(batch.id, unit, category)))) as (QuotaItem | undefined)[]
    const rows = await read()
    const over = writtenOver(last, rows)
    if (over.length > 0) return { outcome: refuse('changed-meanwhile'), now: numbersNow(over, last, rows) }
    const bases = await basesOf(batch, template, last)
    if (!bases.ok) return { outcome: bases }
    const fresh = await freshRows(
      batch,
      template,
      last.filter((_, i) => rows[i] === undefined),
    )
    if (!fresh.ok) return { outcome: fresh }
    const kept: Write[] = last.flatMap((change, i) => (rows[i] ? [limitWrite(batch.id, change, bases.value.get(cell(change)))] : []))
    const added = fresh.value.map((row) => {
      const basis = bases.value.get(cell({ unit: row.unit.id, category: row.category })) ?? row.basis
      return writes.putNew({ ...key.quota(batch.id, row.unit.id, row.category), ...row, basis }, refuse('changed-meanwhile'))
    })
    const places = last.map((change, i) => ({
      unit: change.unit,
      category: change.category,
      ...(rows[i] && { from: rows[i].limit }),
      to: change.limit,
      ...sharedOut(bases.value.get(cell(change))),
    }))
    const outcome = await table.commit(doing, [moveBatch(batch, { type: 'quota.set', batch: batch.id, places })], [...kept, ...added])
    if (outcome.ok) return { outcome }
    // A condition of the database failed: it may be what is used, or a number that another has just written.
    const after = await read()
    const overNow = writtenOver(last, after)
    return overNow.length > 0 ? { outcome: refuse('changed-meanwhile'), now: numbersNow(overNow, last, after) } : { outcome }
  },

  /** What a share is reckoned from, for the units of a page of places. */
  async denominators(batch: Batch, template: Template, asked: { cursor?: string | undefined; limit: number }) {
    const { rows, cursor } = await this.page(batch, asked)
    const units = [...new Map(rows.map(({ unit }) => [unit.id, unit])).values()]
    return { rows: await denominatorsOf(units, callOf(batch, template)), cursor }
  },
}

type NumberNow = { unit: string; category: string; limit: number | null }
type SetQuotas = { outcome: Outcome<{ repeated: boolean }>; now?: NumberNow[] }

const cell = ({ unit, category }: Pick<QuotaChange, 'unit' | 'category'>) => `${unit}#${category}`
const numbersNow = (over: readonly QuotaChange[], all: readonly QuotaChange[], rows: readonly (QuotaItem | undefined)[]): NumberNow[] =>
  over.map((change) => ({ unit: change.unit, category: change.category, limit: rows[all.indexOf(change)]?.limit ?? null }))

const sharedOut = (basis: QuotaBasis | undefined) =>
  basis?.kind === 'ratio' ? { share: { ratio: basis.ratio, rounding: basis.rounding, of: basis.universities } } : {}

/** Where the numbers that are shares come from. They are reckoned again from the units as they are now: what is said of a number later must be true. */
async function basesOf(batch: Batch, template: Template, changes: readonly QuotaChange[]): Promise<Outcome<Map<string, QuotaBasis>>> {
  const wanted = changes.filter(({ share }) => share !== undefined)
  if (wanted.length === 0) return accept(new Map())
  const found = (await tree.units([...new Set(wanted.map(({ unit }) => unit))])).filter((unit) => unit !== undefined)
  const counted = new Map((await denominatorsOf(found, callOf(batch, template))).map((each) => [each.unit, each]))
  const reckoned = wanted.map((change) => {
    const denominator = counted.get(change.unit)
    const places = denominator && change.share && placesByShare(denominator, change.share)
    return { change, basis: places?.limit === change.limit ? places.basis : undefined }
  })
  const differing = new Set(reckoned.filter(({ basis }) => !basis).map(({ change }) => change.unit))
  if (differing.size > 0) return refuse('quota.share-differs', { units: differing.size })
  return accept(new Map(reckoned.flatMap(({ change, basis }) => (basis ? [[cell(change), basis] as const] : []))))
}

async function denominatorsOf(units: readonly UnitRef[], call: Call): Promise<Denominator[]> {
  const counted: Denominator[] = []
  await inBatches(units, async (unit) => {
    const of = countedBelow[unit.kind]
    if (of) counted.push({ unit: unit.id, of, count: await countOf(unit, of, call) })
  })
  return counted
}

const shown = ({ unit, code, level, category, limit, used, basis, confirmedAt }: QuotaRow): QuotaRow => ({
  unit,
  ...(code !== undefined && { code }),
  level,
  category,
  limit,
  used,
  basis,
  ...(confirmedAt !== undefined && { confirmedAt }),
})

/** The rows of the units right below the last of a line, and which of them must be looked below. */
async function walk(batch: Batch, call: Call, line: readonly Standing[]): Promise<{ rows: QuotaRow[]; further: string[] }> {
  const parent = line.at(-1)
  const categories = categoriesOn(batch)
  const units = parent ? await tree.below(parent.id) : []
  const further = units.filter((unit) => recommendersBelow(named(unit), line, call, batch.host, categories)).map(({ id }) => id)
  const rows: QuotaRow[][] = []
  await inBatches(units, async (unit) => {
    if (placesOf(named(unit), line, call, batch.host, categories).length === 0) return
    const universities = call.quotas.some(({ rule }) => 'ratio' in rule) ? await countOf(unit, 'university', call) : 0
    const { code } = unit.summary
    rows.push(proposeQuotas({ ...named(unit), ...(code !== undefined && { code }), universities }, line, call, batch.host, categories))
  })
  return { rows: rows.flat(), further }
}
const named = ({ id, kind, summary: { name, jointlyBuilt } }: Listed): Standing => standing({ id, name, kind, jointlyBuilt })

/** The units of a kind right below one for which it recommends: a university that recommends by itself is none of them. */
async function countOf(unit: Pick<UnitRef, 'id' | 'kind'>, of: Counted, call: Call): Promise<number> {
  const found = await tree.below(unit.id, `${of}#`)
  return found.filter((each) => of !== 'university' || !recommendsDirectly(unit.kind, named(each), call)).length
}

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < items.length; i += inParallel) await Promise.all(items.slice(i, i + inParallel).map(work))
}

/** Rows that are not there yet go in together; where another has put one of them meanwhile, each by itself. */
async function putRows(batch: string, rows: readonly QuotaRow[], replace: boolean): Promise<void> {
  const keyOf = (row: QuotaRow) => key.quota(batch, row.unit.id, row.category)
  const putNew = (row: QuotaRow) => writes.putNew({ ...keyOf(row), ...row }, 'done')
  const found = await table.getMany(rows.map(keyOf))
  const added = rows.filter((_, i) => found[i] === undefined)
  const put = added.length > 0 ? await table.write(...added.map(putNew)) : undefined
  if (put && (!put.ok || put.value.repeated)) await inBatches(added, (row) => table.write(putNew(row)))
  if (!replace) return
  const kept = rows.filter((_, i) => found[i] !== undefined)
  await inBatches(kept, (row) =>
    table.write(writes.update(keyOf(row), { limit: row.limit, basis: row.basis }, notBelowUsed(row.limit), 'done')),
  )
}

const notBelowUsed = (limit: number) => ({ expression: 'attribute_exists(pk) AND used <= :least', values: { ':least': limit } })
const limitWrite = (batch: string, { unit, category, limit, from }: QuotaChange, basis: QuotaBasis = { kind: 'host' }): Write => {
  const { expression, values } = notBelowUsed(limit)
  const asSeen =
    typeof from === 'number'
      ? { expression: `${expression} AND #limit = :from`, names: { '#limit': 'limit' }, values: { ...values, ':from': from } }
      : { expression, values }
  return writes.update(key.quota(batch, unit, category), { limit, basis }, asSeen, refuse('quota.below-used'))
}

/** Rows for units that have none yet: registered since, but recommending by the rules of the call. */
async function freshRows(batch: Batch, template: Template, changes: readonly QuotaChange[]): Promise<Outcome<QuotaRow[]>> {
  const units = await tree.units([...new Set(changes.map(({ unit }) => unit))])
  const rows = await Promise.all(
    changes.map(async ({ unit: id, category, limit }): Promise<QuotaRow | undefined> => {
      const unit = units.find((each) => each?.id === id && each.state === 'active')
      // A unit elsewhere in the tree is as unknown to the host as one that does not exist.
      if (!unit?.path.includes(batch.host.id)) return undefined
      const line = (await tree.above(unit)).map(standing)
      const [place] = placesOf(
        standing(unit),
        line,
        callOf(batch, template),
        batch.host,
        categoriesOn(batch).filter((each) => each === category),
      )
      if (!place) return undefined
      return { unit: refOf(unit), ...(unit.code !== undefined && { code: unit.code }), ...place, limit, used: 0, basis: { kind: 'host' } }
    }),
  )
  const known = rows.filter((row) => row !== undefined)
  return known.length === rows.length ? accept(known) : refuse('quota.unknown-unit')
}
