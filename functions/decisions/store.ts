import type { Batch } from '../../shared/batches/schema.ts'
import { grade } from '../../shared/decisions/grading.ts'
import { cut, type Ranked, rank } from '../../shared/decisions/ranking.ts'
import { proposed, unreviewed } from '../../shared/decisions/rules.ts'
import type { Objection } from '../../shared/notices/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import { pick } from '../../shared/pick.ts'
import { isReviewed, reviewableState } from '../../shared/reviews/reviewable.ts'
import type { SubmissionSummary } from '../../shared/submissions/schema.ts'
import { templateOf } from '../../shared/templates/index.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, type Head, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { stillIn } from '../batches/stillIn.ts'
import { type DecisionRow, keptLines, type Line, sheetHash } from './lines.ts'

export type Approver = { id: string; name: string; email: string }
export type Sheet = Head & {
  batch: string
  category: string
  state: 'open' | 'sent' | 'approved'
  approver?: Approver
  sha256?: string
  sentAt?: string
  sentBy?: string
  approvedAt?: string
  /** Why the approver sent it back, or the host took it back, if it has not been sent since. */
  sentBack?: string
  withdrawn?: string
  /** Whom it was last taken back from, to be told of it. */
  takenFrom?: Approver
  /** How many the leading group would award at most, where it has drawn the line above the last place. */
  line?: number
  lineReason?: string
  /** Since an upheld objection opened the approved sheet again; gone with the next approval, which leaves it as `amends`. */
  reopened?: Reopening
  amends?: Reopening
}
export type Reopening = {
  at: string
  submissions: string[]
  reason: string
  /** The hash of what had been approved. */
  sha256?: string | undefined
}
const inParallel = 20

export const sheets = {
  get: (batch: string, category: string) => table.get<Sheet>(key.sheet(batch, category)),

  /** The lines of a category: worked out from the scores while the sheet is open, as they were sent afterwards. */
  async lines(batch: Batch, category: string, sheet: Sheet | undefined): Promise<Line[]> {
    const decided = await keptLines(batch.id, category)
    if (sheet && (sheet.state !== 'open' || sheet.reopened)) return decided.map(lineOf)
    const byHand = new Map(decided.filter((row) => row.decided).map((row) => [row.submission, row]))
    const [listed, scores] = await Promise.all([
      table.all<{ id: string; summary: SubmissionSummary }>({
        pk: partition.categoryList(batch.id, category),
        index: 'lists',
        begins: `${reviewableState(batch)}#`,
      }),
      table.all<{ submission: string; score: number }>({ pk: partition.scores(batch.id, category) }),
    ])
    const scored = Map.groupBy(scores, ({ submission }) => submission)
    const ranked = rank(
      listed.map(({ id }) => ({ submission: id, scores: (scored.get(id) ?? []).map(({ score }) => score) })),
      batch.settings.method,
    )
    const proposals = proposalsFor(batch, category, ranked, sheet)
    const titles = new Map(listed.map(({ id, summary }) => [id, summary]))
    return ranked.map((figure) => {
      const summary = titles.get(figure.submission)
      const hand = byHand.get(figure.submission)
      const proposal = proposals.get(figure.submission)
      return {
        ...figure,
        title: summary?.title ?? '',
        unit: summary?.unit.name ?? '',
        institution: summary?.institution.name ?? '',
        receipt: summary?.receipt,
        proposal,
        outcome: hand?.outcome ?? proposal,
        reason: hand?.reason,
        decided: hand !== undefined,
        scores: (scored.get(figure.submission) ?? []).map(({ score }) => score).sort((a, b) => a - b),
      }
    })
  },

  /** Records what was decided of one submission, with the sheet's chain. */
  decide(batch: Batch, category: string, sheet: Sheet | undefined, line: Line, outcome: string, reason: string | undefined, doing: Doing) {
    return table.commit(
      doing,
      [
        {
          key: key.sheet(batch.id, category),
          head: sheet ?? null,
          fact: { type: 'sheet.decided', batch: batch.id, category, submission: line.submission, outcome, reason },
          event: line.submission,
          set: sheet ? {} : opened(batch.id, category),
        },
      ],
      [
        stillIn(batch),
        writes.put({
          ...key.decision(batch.id, category, line.submission),
          ...line,
          outcome,
          reason,
          decided: true,
          ...(sheet?.reopened && {
            again:
              line.again?.at === sheet.reopened.at
                ? line.again
                : {
                    at: sheet.reopened.at,
                    ...(line.outcome && { was: line.outcome }),
                    ...(line.reason && { because: line.reason }),
                  },
          }),
        }),
      ],
    )
  },

  /** Draws the line above the last place, or back at it. */
  drawLine(batch: Batch, category: string, sheet: Sheet | undefined, line: number, reason: string | undefined, doing: Doing) {
    const places = placesOf(batch, category)
    return table.commit(
      doing,
      [
        {
          key: key.sheet(batch.id, category),
          head: sheet ?? null,
          fact: { type: 'sheet.line-drawn', batch: batch.id, category, line, ...(reason && { reason }) },
          set: {
            ...(sheet ? {} : opened(batch.id, category)),
            ...(line === places ? {} : { line, ...(reason && { lineReason: reason }) }),
          },
          remove: sheet && line === places ? ['line', 'lineReason'] : undefined,
        },
      ],
      [stillIn(batch)],
    )
  },

  /** Opens an approved sheet again for what an upheld objection is about; the objection is used up by it. */
  reopen(batch: Batch, sheet: Sheet, objection: Objection & { submission: string }, reason: string, doing: Doing) {
    const before = sheet.reopened
    const reopened: Reopening = {
      at: before?.at ?? doing.at,
      submissions: [...new Set([...(before?.submissions ?? []), objection.submission])],
      reason: before ? `${before.reason}；${reason}` : reason,
      sha256: before ? before.sha256 : sheet.sha256,
    }
    return table.commit(
      doing,
      [
        {
          key: sheet,
          head: sheet,
          fact: {
            type: 'sheet.reopened',
            batch: sheet.batch,
            category: sheet.category,
            submission: objection.submission,
            notice: objection.notice,
            objection: objection.id,
            reason,
          },
          set: { state: 'open', reopened },
          remove: ['sha256', 'sentAt', 'sentBy', 'approvedAt', 'sentBack', 'withdrawn'],
        },
      ],
      [
        stillIn(batch),
        writes.update(
          key.objection(objection.notice, objection.id),
          { reopenedAt: doing.at },
          { expression: 'attribute_not_exists(reopenedAt)' },
          refuse('objection.already-used'),
        ),
        writes.check(key.notice(objection.notice), { expression: 'attribute_not_exists(concludedAt)' }, refuse('sheet.published')),
      ],
    )
  },

  /** Freezes all lines as they were worked out for this sending, then moves the sheet: what is shown, hashed and approved is the same. */
  async send(
    batch: Batch,
    category: string,
    sheet: Sheet | undefined,
    lines: readonly Line[],
    { approver, by }: { approver: Omit<Approver, 'id'>; by: string },
    doing: Doing,
  ) {
    // What was approved and opened again stands as it is kept.
    if (!sheet?.reopened) await freeze(batch.id, category, lines)
    const sha256 = sheetHash(lines)
    return table.commit(
      doing,
      [
        {
          key: key.sheet(batch.id, category),
          head: sheet ?? null,
          fact: { type: 'sheet.sent-for-approval', batch: batch.id, category, approver: doing.request, sha256 },
          set: {
            ...(sheet ? {} : opened(batch.id, category)),
            state: 'sent',
            approver: { ...approver, id: doing.request },
            sha256,
            sentAt: doing.at,
            sentBy: by,
          },
          remove: sheet ? ['sentBack', 'withdrawn'] : undefined,
        },
      ],
      [stillIn(batch)],
    )
  },

  approve: (batch: Batch, sheet: Sheet, sha256: string, doing: Doing) =>
    table.commit(
      doing,
      [
        {
          key: sheet,
          head: sheet,
          fact: { type: 'sheet.approved', batch: sheet.batch, category: sheet.category, sha256 },
          set: { state: 'approved', approvedAt: doing.at, ...(sheet.reopened && { amends: sheet.reopened }) },
          remove: ['reopened', ...(sheet.reopened ? [] : ['amends'])],
        },
      ],
      [stillIn(batch)],
    ),

  /** It comes back from the approver: sent back by the one, or taken back by the host. */
  comeBack: (batch: Batch, sheet: Sheet, how: 'sheet.sent-back' | 'sheet.withdrawn', reason: string, doing: Doing) =>
    table.commit(
      doing,
      [
        {
          key: sheet,
          head: sheet,
          fact:
            how === 'sheet.withdrawn'
              ? { type: how, batch: sheet.batch, category: sheet.category, reason, ...(sheet.approver && { approver: sheet.approver.id }) }
              : { type: how, batch: sheet.batch, category: sheet.category, reason },
          set:
            how === 'sheet.withdrawn'
              ? { state: 'open', withdrawn: reason, takenFrom: sheet.approver }
              : { state: 'open', sentBack: reason },
          remove: ['sha256', 'sentAt', 'sentBy'],
        },
      ],
      [stillIn(batch)],
    ),
}

/**
 * Keeps the lines of a sheet. Of one that was decided by hand the figures and the proposal are those of now, its outcome and reason its own: a decision
 * that arrives in between is not overwritten, and makes the sheet's own move fail.
 */
async function freeze(batch: string, category: string, lines: readonly Line[]): Promise<void> {
  const kept = new Set(lines.map(({ submission }) => submission))
  const gone = (await keptLines(batch, category)).filter(({ submission }) => !kept.has(submission))
  for (const { submission } of gone) await table.remove(key.decision(batch, category, submission))
  const byHand = { names: { '#decided': 'decided' }, values: { ':yes': true } }
  const write = ({ outcome, reason, decided, again, ...figures }: Line) =>
    decided
      ? writes.update(
          key.decision(batch, category, figures.submission),
          figures,
          { expression: '#decided = :yes', ...byHand, remove: figures.proposal === undefined ? ['proposal'] : [] },
          'done',
        )
      : writes.update(
          key.decision(batch, category, figures.submission),
          { ...figures, outcome, decided },
          { expression: 'attribute_not_exists(pk) OR #decided <> :yes', ...byHand },
          'done',
        )
  for (let i = 0; i < lines.length; i += inParallel)
    await Promise.all(lines.slice(i, i + inParallel).map((line) => table.write(write(line))))
}

/** What the ranking, or in a check the grades, propose for each submission. */
function proposalsFor(
  batch: Batch,
  category: string,
  ranked: readonly Ranked[],
  sheet: Sheet | undefined,
): Map<string, string | undefined> {
  const grades = templateOf(batch.template.key, batch.template.version)?.grades
  if (grades) return grade(ranked, grades)
  if (!isReviewed(batch)) return unreviewed(ranked.map(({ submission }) => submission))
  return proposed(cut(ranked, sheet?.line ?? placesOf(batch, category) ?? ranked.length))
}

/** How many may be awarded in a category; undefined where everyone gets a grade. */
export const placesOf = (batch: Pick<Batch, 'categories'>, category: string): number | undefined =>
  batch.categories.find(({ key: each }) => each === category)?.places

const opened = (batch: string, category: string) => ({ kind: 'sheet', batch, category, state: 'open' })
const lineOf = (row: DecisionRow) =>
  pick(row, [
    'submission',
    'rank',
    'score',
    'mean',
    'reviews',
    'spread',
    'deviation',
    'tied',
    'title',
    'unit',
    'institution',
    'receipt',
    'proposal',
    'outcome',
    'reason',
    'decided',
    'scores',
    'again',
  ])
