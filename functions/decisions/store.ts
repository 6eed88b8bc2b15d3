import type { Batch } from '../../shared/batches/schema.ts'
import { grade } from '../../shared/decisions/grading.ts'
import { cut, type Ranked, rank } from '../../shared/decisions/ranking.ts'
import { proposed } from '../../shared/decisions/rules.ts'
import { pick } from '../../shared/pick.ts'
import { reviewableState } from '../../shared/reviews/reviewable.ts'
import type { SubmissionSummary } from '../../shared/submissions/schema.ts'
import { templateOf } from '../../shared/templates/index.ts'
import { hashOf } from '../aws/chain.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, type Head, table, writes } from '../aws/table.ts'
import { type DecisionRow, keptLines, type Line } from './lines.ts'

export type Approver = { id: string; name: string; email: string }
export type Sheet = Head & {
  batch: string
  category: string
  state: 'open' | 'sent' | 'approved'
  approver?: Approver
  sha256?: string
  sentAt?: string
  approvedAt?: string
  sentBack?: string
}
const inParallel = 20

export const sheets = {
  get: (batch: string, category: string) => table.get<Sheet>(key.sheet(batch, category)),

  /** The lines of a category: worked out from the scores while the sheet is open, as they were sent afterwards. */
  async lines(batch: Batch, category: string, sheet: Sheet | undefined): Promise<Line[]> {
    const decided = await keptLines(batch.id, category)
    if (sheet && sheet.state !== 'open') return decided.map(lineOf)
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
    const proposals = proposalsFor(batch, category, ranked)
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
      [writes.put({ ...key.decision(batch.id, category, line.submission), ...line, outcome, reason, decided: true })],
    )
  },

  /** Freezes all lines, then moves the sheet. A decision that arrives in between makes the move fail, and its line is not overwritten. */
  async send(
    batch: Batch,
    category: string,
    sheet: Sheet | undefined,
    lines: readonly Line[],
    approver: Omit<Approver, 'id'>,
    doing: Doing,
  ) {
    const open = lines.filter(({ decided }) => !decided)
    for (let i = 0; i < open.length; i += inParallel)
      await Promise.all(
        open
          .slice(i, i + inParallel)
          .map((line) =>
            table.write(
              writes.update(
                key.decision(batch.id, category, line.submission),
                { ...line },
                { expression: 'attribute_not_exists(pk) OR #decided = :no', names: { '#decided': 'decided' }, values: { ':no': false } },
                'done',
              ),
            ),
          ),
      )
    const sha256 = sheetHash(lines)
    return table.commit(doing, [
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
        },
        remove: sheet ? ['sentBack'] : undefined,
      },
    ])
  },

  approve: (sheet: Sheet, sha256: string, doing: Doing) =>
    table.commit(doing, [
      {
        key: sheet,
        head: sheet,
        fact: { type: 'sheet.approved', batch: sheet.batch, category: sheet.category, sha256 },
        set: { state: 'approved', approvedAt: doing.at },
      },
    ]),

  sendBack: (sheet: Sheet, reason: string, doing: Doing) =>
    table.commit(doing, [
      {
        key: sheet,
        head: sheet,
        fact: { type: 'sheet.sent-back', batch: sheet.batch, category: sheet.category, reason },
        set: { state: 'open', sentBack: reason },
        remove: ['sha256', 'sentAt'],
      },
    ]),
}

/** The hash of a sheet: what was decided of whom, on which figures. */
export const sheetHash = (lines: readonly Line[]): string =>
  hashOf(
    lines
      .map(({ submission, outcome, reason, score, rank }) => ({ submission, outcome, reason, score, rank }))
      .sort((a, b) => (a.submission < b.submission ? -1 : 1)),
  )

/** What the ranking, or in a check the grades, propose for each submission. */
function proposalsFor(batch: Batch, category: string, ranked: readonly Ranked[]): Map<string, string | undefined> {
  const grades = templateOf(batch.template.key, batch.template.version)?.grades
  if (grades) return grade(ranked, grades)
  const places = batch.categories.find((each) => each.key === category)?.places
  return proposed(cut(ranked, places ?? ranked.length))
}

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
  ])
