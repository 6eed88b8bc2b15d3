import { inField } from './assignment.ts'
import { type Judged, type Judging, sameUnit } from './conflicts.ts'

/** An expert of a batch as the board of assignments knows one. */
export type Seated = Judging & {
  expert: string
  fields: readonly string[]
  state: string
  revokedAt?: string | undefined
}
export type ToSeat = Judged & {
  category: string
  reviews: readonly { expert: string; state: string; reason?: string | undefined }[]
  /** Nothing about it is assigned or taken back any more. */
  settled?: boolean
}

/**
 * What stands between an expert and a submission: `free` and `outside` (of the expert's fields) may be assigned, `withdrawn` may be given back, `held` may be
 * taken away, `submitted` stays; `own-unit` and `declared` are conflicts of interest, `away` is who declined or whose links were stopped. Where all is settled,
 * `unfinished` was held to the end, `relieved` was taken back, and `none` was never assigned.
 */
export type Seat =
  | 'free'
  | 'outside'
  | 'withdrawn'
  | 'held'
  | 'submitted'
  | 'own-unit'
  | 'declared'
  | 'away'
  | 'unfinished'
  | 'relieved'
  | 'none'

/** A review that stands is shown as it stands; where there is none, an expert of the same institution or one who is away gets none. */
export function seatOf(expert: Seated, submission: ToSeat): Seat {
  const review = submission.reviews.find((each) => each.expert === expert.expert)
  if (review?.state === 'submitted') return 'submitted'
  if (review?.state === 'conflict') return 'declared'
  if (review && review.state !== 'withdrawn') return submission.settled ? 'unfinished' : 'held'
  if (submission.settled && review) return 'relieved'
  if (sameUnit(expert, submission)) return 'own-unit'
  if (submission.settled) return 'none'
  if (expert.state === 'declined' || expert.revokedAt) return 'away'
  if (review) return 'withdrawn'
  return inField(expert, submission) ? 'free' : 'outside'
}

/** An expert may be given a submission that nothing bars. */
export const mayTake = (seat: Seat): boolean => seat === 'free' || seat === 'outside' || seat === 'withdrawn'

/** How many experts review a submission: those who hold it and those who have submitted. */
export const sitting = ({ reviews }: Pick<ToSeat, 'reviews'>): number =>
  reviews.filter(({ state }) => state !== 'conflict' && state !== 'withdrawn').length
