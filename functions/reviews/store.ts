import type { FactOf, FactType } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Expert, Participant, Review } from '../../shared/reviews/schema.ts'
import type { Marks } from '../../shared/reviews/scoring.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { templateOf, rubricOf as templateRubric } from '../../shared/templates/index.ts'
import type { Rubric } from '../../shared/templates/schema.ts'
import { sha256 } from '../aws/chain.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, type Move, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { stillRuns } from '../batches/stillIn.ts'

/** The criteria of a batch: what was set when it was opened, else the category's, else the template's. */
export async function rubricOf(batch: Batch, category: string): Promise<Rubric | undefined> {
  const template = templateOf(batch.template.key, batch.template.version)
  const own = await table.get<{ rubric: Rubric }>(key.rubric(batch.id), false)
  return own?.rubric ?? (template && templateRubric(template, category))
}

type Entered = Pick<Expert, 'name' | 'email' | 'unit' | 'fields'>

export const experts = {
  get: (id: string) => table.get<Expert>(key.expert(id)),

  list: (host: string, cursor?: string) =>
    table.query<{ id: string; summary: Entered & { state: Expert['state'] } }>({
      pk: partition.expertsOf(host),
      index: 'lists',
      limit: 100,
      cursor,
    }),

  /** Registers an expert once per host and address; the address itself is never part of a key. */
  register(host: string, entry: Entered, doing: Doing) {
    const id = doing.request
    const wanted = key.expert(id)
    return table.commit(
      doing,
      [
        {
          key: wanted,
          head: null,
          fact: { type: 'expert.registered', expert: id, host },
          set: expertAttributes(id, host, entry, 'active'),
        },
      ],
      [
        writes.putNew(
          { ...key.token(sha256(`expert\n${host}\n${entry.email.toLowerCase()}`)), expert: id },
          refuse('expert.already-listed'),
        ),
      ],
    )
  },

  change(expert: Expert, entry: Entered, state: Expert['state'], doing: Doing) {
    const changes = [
      ...(['name', 'email'] as const).filter((name) => expert[name] !== entry[name]),
      ...(expert.state === state ? [] : ['state']),
      'unit',
      'fields',
    ]
    const moved = expert.email.toLowerCase() !== entry.email.toLowerCase()
    const also: Write[] = moved
      ? [
          writes.remove(key.token(sha256(`expert\n${expert.host}\n${expert.email.toLowerCase()}`))),
          writes.putNew(
            { ...key.token(sha256(`expert\n${expert.host}\n${entry.email.toLowerCase()}`)), expert: expert.id },
            refuse('expert.already-listed'),
          ),
        ]
      : []
    return table.commit(
      doing,
      [
        {
          key: key.expert(expert.id),
          head: expert,
          fact: { type: 'expert.changed', expert: expert.id, changes },
          set: expertAttributes(expert.id, expert.host, entry, state),
        },
      ],
      also,
    )
  },
}

function expertAttributes(id: string, host: string, entry: Entered, state: Expert['state']) {
  return { id, kind: 'expert', host, ...entry, state, listPk: partition.expertsOf(host), listSk: id, summary: { ...entry, state } }
}

export const participants = {
  get: (batch: string, expert: string) => table.get<Participant>(key.participant(batch, expert)),
  all: (batch: string) => table.all<Participant>({ pk: key.batch(batch).pk, begins: 'EXPERT#' }),

  /** Puts an expert on the batch's list and invites; a second invitation is another mail whose link works beside the first. */
  invite(batch: Batch, expert: Expert, participant: Participant | undefined, doing: Doing) {
    const set = {
      batch: batch.id,
      expert: expert.id,
      kind: 'participant',
      name: expert.name,
      email: expert.email,
      unit: expert.unit,
      fields: expert.fields,
      invitedAt: doing.at,
    }
    return table.commit(
      doing,
      [
        {
          key: key.participant(batch.id, expert.id),
          head: participant ?? null,
          fact: { type: 'expert.invited', batch: batch.id, expert: expert.id },
          set: participant
            ? {
                ...set,
                ...(participant.state === 'declined' && { state: 'invited' }),
                ...(participant.revokedAt !== undefined && { linksSince: doing.at }),
              }
            : { ...set, state: 'invited', assigned: 0, submitted: 0 },
          remove: participant ? ['revokedAt', 'bounced', 'complained'] : undefined,
        },
      ],
      [stillRuns(batch)],
    )
  },

  accept: (participant: Participant, doing: Doing) =>
    table.commit(doing, [
      {
        key: participant,
        head: participant,
        fact: { type: 'expert.accepted', batch: participant.batch, expert: participant.expert },
        set: { state: 'accepted' },
      },
    ]),
  remind: (batch: Batch, participant: Participant, doing: Doing) =>
    table.commit(
      doing,
      [
        {
          key: participant,
          head: participant,
          fact: { type: 'expert.reminded', batch: participant.batch, expert: participant.expert },
          set: { remindedAt: doing.at },
        },
      ],
      [stillRuns(batch)],
    ),
  /** Notes that an expert has opened a link for the first time. No event: opening decides nothing. */
  async opened(batch: string, expert: string, at: string): Promise<void> {
    const when = { expression: 'attribute_exists(pk) AND attribute_not_exists(openedAt)' }
    await table.write(writes.update(key.participant(batch, expert), { openedAt: at }, when, 'done'))
  },
  decline: (participant: Participant, reason: string, doing: Doing) =>
    table.commit(doing, [
      {
        key: participant,
        head: participant,
        fact: { type: 'expert.declined', batch: participant.batch, expert: participant.expert, reason },
        set: { state: 'declined', declined: reason },
      },
    ]),
  revoke: (participant: Participant, reason: string, doing: Doing) =>
    table.commit(doing, [
      {
        key: participant,
        head: participant,
        fact: { type: 'expert.link-revoked', batch: participant.batch, expert: participant.expert, reason },
        set: { revokedAt: doing.at },
      },
    ]),
  /** `reason`: what the mail server said; `complaint`: the mail had arrived, and was complained of. */
  bounced: (participant: Participant, { reason, complaint }: { reason: string; complaint: boolean }, doing: Doing) =>
    table.commit(doing, [
      {
        key: participant,
        head: participant,
        fact: {
          type: 'expert.bounced',
          batch: participant.batch,
          expert: participant.expert,
          reason,
          ...(complaint && { complaint: true as const }),
        },
        set: { bounced: reason, ...(complaint && { complained: true }) },
        remove: complaint ? undefined : ['complained'],
      },
    ]),
}

export const reviews = {
  get: (submission: string, expert: string) => table.get<Review>(key.review(submission, expert)),
  of: (submission: string) => table.all<Review>({ pk: key.submission(submission).pk, begins: 'REVIEW#' }),
  /** What one expert has in a batch: a few dozen rows of the index. */
  ofExpert: (batch: string, expert: string) =>
    table.all<{ summary: ReviewSummary }>({ pk: partition.reviewsOf(batch, expert), index: 'owned' }),

  /** Assigns pairs of one submission; the experts' counts move with them. At most 20 pairs at a time. */
  assign(batch: Batch, submission: AssignedOf, experts: readonly string[], doing: Doing): Promise<Outcome<{ repeated: boolean }>> {
    return table.commit(
      doing,
      experts.map((expert) => newReview(submission, expert)),
      [stillRuns(batch), ...experts.map((expert) => counted(submission.batch, expert, { assigned: 1 }))],
    )
  },

  /** Gives a review back to an expert from whom the office had taken it; what was entered is there again. */
  assignAgain: (batch: Batch, review: Review, doing: Doing) =>
    table.commit(
      doing,
      [moved(review, { type: 'review.assigned' }, { set: stated(review, review.version > 0 ? 'draft' : 'assigned'), remove: ['reason'] })],
      [stillRuns(batch), counted(review.batch, review.expert, { assigned: 1 })],
    ),

  /** One expert's review goes to another: taken from the one and given to the other in one transaction. */
  handOver: (batch: Batch, review: Review, by: string, submission: AssignedOf, reason: string, doing: Doing) =>
    table.commit(
      doing,
      [withdrawn(review, reason), newReview(submission, by)],
      [stillRuns(batch), counted(review.batch, review.expert, { assigned: -1 }), counted(review.batch, by, { assigned: 1 })],
    ),

  unassign: (batch: Batch, review: Review, reason: string, doing: Doing) =>
    table.commit(doing, [withdrawn(review, reason)], [stillRuns(batch), counted(review.batch, review.expert, { assigned: -1 })]),

  /** Said without a word or with one; what the office had said when it reopened the review does not stay in its place. */
  conflict: (review: Review, reason: string | undefined, doing: Doing) =>
    table.commit(
      doing,
      [
        reason === undefined
          ? moved(review, { type: 'review.conflict-declared' }, { set: stated(review, 'conflict'), remove: ['reason'] })
          : moved(review, { type: 'review.conflict-declared', reason }, { set: { ...stated(review, 'conflict'), reason } }),
      ],
      [counted(review.batch, review.expert, { assigned: -1 })],
    ),

  /** Says afterwards why a conflict was declared. */
  explainConflict: (review: Review, reason: string, doing: Doing) =>
    table.commit(doing, [moved(review, { type: 'review.conflict-declared', reason }, { set: { reason } })]),

  takeBack: (review: Review, doing: Doing) =>
    table.commit(
      doing,
      [
        moved(
          review,
          { type: 'review.conflict-withdrawn' },
          { set: stated(review, review.savedAt ? 'draft' : 'assigned'), remove: ['reason'] },
        ),
      ],
      [counted(review.batch, review.expert, { assigned: 1 })],
    ),

  /** Keeps a draft. No event: what counts is the submission of the review; the version keeps two devices apart. */
  async keep(review: Review, marks: Marks, doing: Doing): Promise<Outcome<{ version: number; savedAt: string }>> {
    const state = review.state === 'assigned' ? 'draft' : review.state
    const saved = await table.write(
      writes.update(
        key.review(review.submission, review.expert),
        { marks, version: review.version + 1, savedAt: doing.at, ...(state !== review.state && stated(review, state)) },
        {
          expression: '#version = :was AND #seq = :seq',
          names: { '#version': 'version', '#seq': 'seq' },
          values: { ':was': review.version, ':seq': review.seq },
        },
        refuse('review.saved-elsewhere'),
      ),
    )
    return saved.ok ? accept({ version: review.version + 1, savedAt: doing.at }) : saved
  },

  /** Submits: the review, its score in the category's list of scores, and the expert's count, in one transaction. */
  submit(review: Review, marks: Marks, score: number, doing: Doing) {
    const version = review.version + 1
    const set = { marks, version, savedAt: doing.at, submittedAt: doing.at, score, ...stated(review, 'submitted', score) }
    return table.commit(
      doing,
      [moved(review, { type: 'review.submitted', category: review.category, score, version }, { set })],
      [
        writes.put({ ...key.score(review.batch, review.category, review.submission, review.expert), submission: review.submission, score }),
        counted(review.batch, review.expert, { submitted: 1 }),
      ],
    )
  },

  reopen(batch: Batch, review: Review, reason: string, doing: Doing) {
    const set = { ...stated(review, 'reopened'), reason }
    return table.commit(
      doing,
      [moved(review, { type: 'review.reopened', reason }, { set, remove: ['score', 'submittedAt'] })],
      [
        stillRuns(batch),
        writes.remove(key.score(review.batch, review.category, review.submission, review.expert)),
        counted(review.batch, review.expert, { submitted: -1 }),
      ],
    )
  },
}

type ReviewFact = FactOf<Extract<FactType, `review.${string}`>>
/** What a fact says beside which review it is about. */
type Told<F> = F extends unknown ? Omit<F, 'batch' | 'expert' | 'submission'> : never

/** A change of a review, with the fact that states it. */
function moved(review: Review, told: Told<ReviewFact>, change: Pick<Move, 'set' | 'remove'>): Move {
  const { batch, expert, submission } = review
  return { key: review, head: review, fact: { ...told, batch, expert, submission } as ReviewFact, event: expert, ...change }
}
const withdrawn = (review: Review, reason: string): Move =>
  moved(review, { type: 'review.unassigned', reason }, { set: { ...stated(review, 'withdrawn'), reason } })

type AssignedOf = Pick<Submission, 'id' | 'batch' | 'category' | 'title' | 'institution'>

/** A review that begins: an expert is given a submission. */
function newReview(submission: AssignedOf, expert: string): Move {
  return {
    key: key.review(submission.id, expert),
    head: null,
    fact: { type: 'review.assigned', batch: submission.batch, expert, submission: submission.id },
    event: expert,
    set: {
      kind: 'review',
      submission: submission.id,
      batch: submission.batch,
      category: submission.category,
      title: submission.title,
      institution: submission.institution,
      expert,
      state: 'assigned',
      marks: { scores: {}, comment: '' },
      version: 0,
      ownerPk: partition.reviewsOf(submission.batch, expert),
      ownerSk: submission.id,
      summary: {
        submission: submission.id,
        category: submission.category,
        title: submission.title,
        state: 'assigned',
      } satisfies ReviewSummary,
    },
  }
}

export type ReviewSummary = { submission: string; category: string; title: string; state: Review['state']; score?: number }
const stated = (review: Review, state: Review['state'], score?: number) => ({
  state,
  summary: {
    submission: review.submission,
    category: review.category,
    title: review.title,
    state,
    ...(score !== undefined && { score }),
  } satisfies ReviewSummary,
})

function counted(batch: string, expert: string, by: { assigned?: number; submitted?: number }): Write {
  return writes.add(key.participant(batch, expert), { assigned: by.assigned ?? 0, submitted: by.submitted ?? 0 }, refuse('not-found'))
}
