import {
  certificateNumber,
  consequence,
  endOf,
  extendedObligations,
  isCertified,
  nextDue,
  obligationsOf,
  remindersOf,
} from '../../shared/awards/rules.ts'
import type { Acceptance, Award, Obligation } from '../../shared/awards/schema.ts'
import { categoriesOn } from '../../shared/batches/categories.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { isDecided } from '../../shared/submissions/states.ts'
import { templateOf } from '../../shared/templates/index.ts'
import type { Grade, Template } from '../../shared/templates/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, type Move, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { keptLines, sheetHash } from '../decisions/lines.ts'
import { submissionMove } from '../submissions/move.ts'
import { summaryOf } from './store.ts'

/** One line of the published result: what a submission has become; `place` counts those of its category that are certified. */
export type Result = { submission: string; category: string; outcome: string; place: number; score: number | null }

/** The lines of all sheets of a batch as they are kept, approved or not. */
export const allLines = async (batch: Batch) =>
  (await Promise.all(categoriesOn(batch).map((category) => keptLines(batch.id, category)))).flat()

/**
 * All lines of a batch's sheets, with their place among the awarded or accepted of their category, for the fan-out of publication: exactly what the approvers saw.
 * @throws where a sheet is not approved, or its lines are not those that were
 */
export async function results(batch: Batch): Promise<Result[]> {
  const grades = templateOf(batch.template.key, batch.template.version)?.grades
  const lists = await Promise.all(
    categoriesOn(batch).map(async (category) => {
      const [sheet, lines] = await Promise.all([
        table.get<{ state: string; sha256?: string }>(key.sheet(batch.id, category)),
        keptLines(batch.id, category),
      ])
      if (lines.length > 0 && (sheet?.state !== 'approved' || sheet.sha256 !== sheetHash(lines)))
        throw new Error(`the sheet of ${category} in ${batch.id} is not as it was approved: nothing is granted`)
      let place = 0
      return lines.map(({ submission, outcome, score }) => ({
        submission,
        category,
        outcome,
        score,
        place: isCertified(grades, outcome) ? ++place : 0,
      }))
    }),
  )
  return lists.flat()
}

/**
 * Makes one result true: grants the award, or closes the submission, or passes the grade on to the award it was a check of. May run twice.
 * @throws where no approved sheet says so
 */
export async function settleResult(batch: Batch, result: Result, at: string): Promise<void> {
  const [found, sheet, line] = await table.getMany([
    key.submission(result.submission),
    key.sheet(batch.id, result.category),
    key.decision(batch.id, result.category, result.submission),
  ])
  const submission = found as unknown as Submission | undefined
  const template = templateOf(batch.template.key, batch.template.version)
  if (!submission || !template || submission.batch !== batch.id || isDecided(submission.state)) return
  if (sheet?.state !== 'approved' || line?.outcome !== result.outcome)
    throw new Error(`no approved sheet says ${result.outcome} of ${submission.id}`)
  const doing: Doing = { by: { kind: 'system', cause: 'publication' }, at, request: `${batch.id}-published` }
  const given = template.grades?.find(({ key }) => key === result.outcome)
  if (given) return pass({ batch, template, submission, given, place: result.place }, doing)
  if (result.outcome !== 'award') return settle(doing, [decided(submission, result.outcome, false, doing.at)])
  await grantAward(batch, template, submission, result, doing)
}

/** Writes a result; one that met another change of the same thing throws, so that the fan-out tries it again instead of losing it. */
async function settle(doing: Doing, moves: readonly Move[], also: readonly Write[] = []): Promise<void> {
  const written = await table.commit(doing, moves, also)
  if (!written.ok) throw new Error(`a result was not written: ${written.code}`)
}

const decided = (submission: Submission, outcome: string, awarded: boolean, at: string): Move =>
  submissionMove(
    submission,
    { type: 'submission.decided', submission: submission.id, batch: submission.batch, category: submission.category, outcome, awarded },
    at,
  ).move

/** The number of a certificate, with which batches of one template and year are told apart. */
export const numberOf = (
  batch: Pick<Batch, 'id'>,
  template: Template,
  { category }: Pick<Submission, 'category'>,
  place: number,
  day: string,
): string => `${certificateNumber(template, day.slice(0, 4), category, place)}-${batch.id.slice(-4)}`

async function grantAward(batch: Batch, template: Template, submission: Submission, result: Result, doing: Doing): Promise<void> {
  const category = template.categories.find(({ key }) => key === submission.category)
  const granted = beijing.date(doing.at)
  const obligations = obligationsOf(template.obligations, { id: submission.id, category: submission.category }, granted)
  const award = {
    id: submission.id,
    batch: batch.id,
    batchTitle: batch.title,
    host: batch.host,
    programme: template.programme.key,
    category: submission.category,
    type: category?.type ?? submission.category,
    title: submission.title,
    unit: submission.unit,
    institution: submission.institution,
    path: submission.path,
    number: numberOf(batch, template, submission, result.place, granted),
    state: 'open' as const,
    grantedAt: doing.at,
    ends: endOf(obligations, granted),
    publicWorkPage: batch.settings.publicWorkPage,
    posts: 0,
    ...(nextDue(obligations) && { next: nextDue(obligations) }),
  }
  const ending = obligations.length === 0 ? { ...award, state: 'closed' as const } : award
  await settle(
    doing,
    [
      decided(submission, 'award', true, doing.at),
      {
        key: key.award(award.id),
        head: null,
        fact: { type: 'award.granted', award: award.id, batch: batch.id, submission: submission.id, number: award.number },
        set: {
          ...ending,
          kind: 'award',
          listPk: partition.awardsOfBatch(batch.id),
          listSk: `${award.category}#${award.number}`,
          ownerPk: partition.awardsOf(award.institution.id),
          ownerSk: `${award.grantedAt}#${award.id}`,
          summary: summaryOf(ending),
        },
      },
    ],
    [
      writes.put({ ...key.certificate(award.number), award: award.id }),
      ...(obligations.length > 0 ? [writes.put({ ...key.bar(award.unit.id, award.type), award: award.id, since: doing.at })] : []),
      ...obligations.flatMap((obligation) => obligationRows(obligation, template)),
    ],
  )
}

/** An obligation and the days on which it is recalled. */
function obligationRows(obligation: Obligation, template: Pick<Template, 'obligations'>, today?: string): Write[] {
  return [
    writes.put({ ...key.obligation(obligation.award, obligation.obligation), ...obligation }),
    ...remindersOf(obligation, template.obligations, today).map((day) =>
      writes.put({
        ...key.due(day, '00:00', 'obligation', `${obligation.award}#${obligation.obligation}`),
        kind: 'due',
        award: obligation.award,
        obligation: obligation.obligation,
        due: obligation.due,
      }),
    ),
  ]
}

type Passing = { batch: Batch; template: Template; submission: Submission; given: Grade; place: number }

/**
 * A check's grade: the submission is decided, and the award it was about closes, is extended, or goes on; its obligation is met. What is accepted gets the
 * number of its certificate with it.
 */
async function pass({ batch, template, submission, given, place }: Passing, doing: Doing): Promise<void> {
  const award = submission.award ? await table.get<Award>(key.award(submission.award)) : undefined
  const awarded = given.outcome !== 'fail'
  if (!award || award.state === 'closed' || award.state === 'failed' || award.state === 'revoked')
    return settle(doing, [decided(submission, given.key, awarded, doing.at)])
  const all = await table.all<Obligation>({ pk: key.award(award.id).pk, begins: 'OBLIGATION#' })
  const next = consequence(award, given)
  const changed =
    given.outcome === 'extend'
      ? extendedObligations(all, batch.template.key, { before: award.ends, after: next.ends })
      : all
          .filter(({ template, state: each }) => template === batch.template.key && each === 'open')
          .map((owed): Obligation => ({ ...owed, state: 'met', metAt: doing.at, submission: submission.id }))
  const now = new Map([...all, ...changed].map((each) => [each.obligation, each]))
  const due = next.over ? undefined : nextDue([...now.values()])
  const graded = {
    grade: given.key,
    gradeTitle: given.title,
    gradeAnnounced: given.announced,
    checks: [...(award.checks ?? []), batch.id],
  }
  const acceptance: Acceptance | undefined =
    template.certificate && isCertified(template.grades, given.key)
      ? {
          batch: batch.id,
          batchTitle: batch.title,
          host: batch.host,
          category: submission.category,
          number: numberOf(batch, template, submission, place, beijing.date(doing.at)),
          at: doing.at,
        }
      : undefined
  const set = {
    state: next.state,
    ends: next.ends,
    ...graded,
    ...(acceptance && { acceptance }),
    next: due,
    summary: summaryOf({ ...award, ...next, ...graded, next: due }),
  }
  const fact = next.over
    ? ({
        type: 'award.closed',
        award: award.id,
        grade: given.key,
        batch: batch.id,
        ...(acceptance && { number: acceptance.number }),
      } as const)
    : given.outcome === 'extend'
      ? ({ type: 'award.extended', award: award.id, until: next.ends, reason: given.title.zh, grade: given.key, batch: batch.id } as const)
      : ({
          type: 'obligation.met',
          award: award.id,
          obligation: changed[0]?.obligation ?? batch.template.key,
          submission: submission.id,
          grade: given.key,
          batch: batch.id,
        } as const)
  const granted = await table.get<Batch>(key.batch(award.batch))
  const rules = granted && templateOf(granted.template.key, granted.template.version)
  await settle(
    doing,
    [
      decided(submission, given.key, awarded, doing.at),
      { key: key.award(award.id), head: award, fact, set, remove: due ? undefined : ['next'] },
    ],
    [
      ...(next.over ? [writes.remove(key.bar(award.unit.id, award.type))] : []),
      ...(acceptance ? [writes.put({ ...key.certificate(acceptance.number), award: award.id })] : []),
      ...changed.flatMap((obligation) =>
        given.outcome === 'extend'
          ? obligationRows(obligation, { obligations: rules?.obligations ?? [] }, beijing.date(doing.at))
          : [writes.put({ ...key.obligation(award.id, obligation.obligation), ...obligation })],
      ),
    ],
  )
}
