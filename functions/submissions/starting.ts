import type { AwardFact, UnitFacts } from '../../shared/batches/eligibility.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { wayOf } from '../../shared/endorsements/way.ts'
import type { Organisation, UnitRef } from '../../shared/organisations/schema.ts'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Member } from '../../shared/permissions/actors.ts'
import type { Draft, Level, Submission } from '../../shared/submissions/schema.ts'
import { actingWay, entriesOf, type Starting, start } from '../../shared/submissions/start.ts'
import { summaryOf } from '../../shared/submissions/summary.ts'
import { categoryOf } from '../../shared/templates/index.ts'
import { awardsHeldBy } from '../awards/held.ts'
import { environment } from '../aws/environment.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { formFor, templateFor } from './form.ts'
import { placesInIndexes } from './move.ts'

export type StartAsked = { category: string; award?: string | undefined }
export type Beginning = Starting & { line: UnitRef[]; organisation: Organisation; way: Level[] }

/** The facts of one start as they stood at one moment: the unit with all above it, its awards, and how many it has entered. */
export async function loadStart(member: Member, batch: Batch, { category, award }: StartAsked): Promise<Outcome<Beginning>> {
  const { id, path } = member.organisation
  const template = templateFor(batch)
  const counted = key.entered(id, batch.id, award ?? category)
  const [count, ...units] = await table.getMany([counted, key.organisation(id), ...path.map(key.organisation)])
  const [organisation, ...line] = units as unknown as (Organisation | undefined)[]
  if (!organisation) return refuse('not-found')
  if (organisation.state === 'closed') return refuse('organisation.closed')
  const above = line.filter((unit) => unit !== undefined)
  const institution = institutionOf(organisation, above)
  const awards = await awardFacts(institution.id)
  const supervisor = above.findLast(({ kind }) => kind === 'province' || kind === 'xpcc' || kind === 'ministry')?.kind
  const unit: UnitFacts = { ...organisation, ...(supervisor && { supervisor }) }
  const way = actingWay(batch, wayOf(organisation, above, template, batch.host, category))
  return accept({ batch, template, category, unit, awards, award, entered: Number(count?.used ?? 0), line: above, organisation, way })
}

/** The university a unit belongs to; a unit outside any stands for itself. */
const institutionOf = (unit: UnitRef, above: readonly UnitRef[]): UnitRef =>
  refOf([...above, unit].find(({ kind }) => kind === 'university') ?? unit)
const refOf = ({ id, name, kind }: UnitRef): UnitRef => ({ id, name, kind })

async function awardFacts(institution: string): Promise<(AwardFact & { title: string })[]> {
  return (await awardsHeldBy(institution)).map((award) => ({ ...award, unit: award.unit.id }))
}

/** Starts a submission: head, marks, the unit's count of entries, and the condition that nothing bars it, in one transaction. */
export async function saveStart(facts: Beginning, doing: Doing): Promise<Outcome<{ submission: Submission }>> {
  const { judge } = await import('../../shared/forms/expressions.ts')
  const decided = start(facts, doing.request, doing.at, judge)
  if (!decided.ok) return startedBefore(facts, doing, decided)
  const fact = decided.value
  const { batch, template, organisation, line, way, award } = facts
  const category = categoryOf(template as Parameters<typeof categoryOf>[0], facts.category)
  if (!category) return refuse('batch.category-absent')
  const created = {
    ...key.submission(fact.submission),
    id: fact.submission,
    batch: batch.id,
    category: fact.category,
    title: fact.title,
    state: 'draft' as const,
    unit: refOf(organisation),
    institution: institutionOf(organisation, line),
    path: organisation.path,
    way,
    level: null,
    version: 0,
    ...(award !== undefined && { award }),
    createdAt: doing.at,
    seq: 1,
    chain: '',
  }
  const submission: Submission = {
    ...created,
    summary: summaryOf(created, { sectionsDone: 0, sections: formFor(batch, category.key).sections.length }),
  }
  const { pk: _pk, sk: _sk, seq: _seq, chain: _chain, ...set } = submission
  const draft: Draft = { editable: true, saves: 0, sections: {} }
  const limit = entriesOf(category)
  const saved = await table.commit(
    doing,
    [{ key: key.submission(submission.id), head: null, fact, set: { ...set, ...placesInIndexes(submission) } }],
    [
      writes.putNew({ ...key.draft(submission.id), ...draft }, refuse('changed-meanwhile')),
      countEntry(key.entered(organisation.id, batch.id, award ?? category.key), limit),
      ...(category.bars.unfinishedSameType
        ? [writes.absent(key.bar(organisation.id, category.type), refuse('eligibility.unfinished'))]
        : []),
    ],
  )
  if (saved.ok && !saved.value.repeated) return { ok: true, value: { submission } }
  return startedBefore(facts, doing, saved.ok ? refuse('changed-meanwhile') : saved)
}

/** The submission that this very request has started before, if it did; an id that belongs to another unit's is none. */
async function startedBefore(
  { organisation, batch }: Beginning,
  { request }: Doing,
  refusal: Refusal,
): Promise<Outcome<{ submission: Submission }>> {
  const submission = await table.get<Submission>(key.submission(request))
  const same = submission?.unit.id === organisation.id && submission.batch === batch.id && submission.state !== 'discarded'
  return submission && same ? { ok: true, value: { submission } } : refusal
}

/** One more entry of a unit, while it has fewer than it may: two people who start at once get one place each, or one refusal. */
const countEntry = (counter: ReturnType<typeof key.entered>, limit: number): Write => ({
  item: {
    Update: {
      TableName: environment().TABLE_NAME,
      Key: counter,
      UpdateExpression: 'ADD used :one',
      ConditionExpression: 'attribute_not_exists(used) OR used < :limit',
      ExpressionAttributeValues: { ':one': 1, ':limit': limit },
    },
  },
  otherwise: refuse('submission.entered-already', { limit }),
})
