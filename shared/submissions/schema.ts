import type { UnitRef } from '../organisations/schema.ts'
import type { EndorsementLevel } from '../templates/schema.ts'
import type { SubmissionState } from './states.ts'

/** One level of the way a submission takes: who recommends it, in order. `takesPlace` when that unit's recommendation uses a quota. */
export type Level = { level: EndorsementLevel; unit: UnitRef; takesPlace: boolean }

/** What the head knows of a section: version, hash of its values, number of problems. Short names, because the head is written at every save. */
export type SectionMark = { v: number; h: string; p: number }

/** What lists show of a submission; copied into the indexes, changed only when one of these changes. */
export type SubmissionSummary = {
  title: string
  unit: UnitRef
  institution: UnitRef
  batch: string
  category: string
  state: SubmissionState
  holder: string | null
  sectionsDone: number
  sections: number
  order?: number
  receipt?: string
  submittedAt?: string
}

/** The head row of a submission; its parts are rows beside it. */
export type Submission = {
  id: string
  batch: string
  category: string
  title: string
  state: SubmissionState
  unit: UnitRef
  /** The university it comes from (the unit itself, or the one above it). */
  institution: UnitRef
  /** All units above the applicant, for permission. */
  path: string[]
  way: Level[]
  /** Index in the way of the unit that holds it; its length when the host does; null while the applicant does. */
  level: number | null
  sections: Record<string, SectionMark>
  /** Number of the last frozen version, 0 before the first. */
  version: number
  /** Section versions that a frozen version refers to; they are kept before they are overwritten. */
  frozen: Record<string, number>
  receipt?: string
  submittedAt?: string
  /** Until when a returned submission may be corrected, set by the unit that returned it. */
  correctUntil?: string
  createdAt: string
  seq: number
  chain: string
  pk: string
  sk: string
}
