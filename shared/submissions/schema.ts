import type { SectionValues } from '../forms/schema.ts'
import type { UnitRef } from '../organisations/schema.ts'
import type { EndorsementLevel } from '../templates/schema.ts'
import type { SubmissionState } from './states.ts'

/** One level of the way a submission takes: who recommends it, in order. `takesPlace` when that unit's recommendation uses a quota. */
export type Level = { level: EndorsementLevel; unit: UnitRef; takesPlace: boolean }

/** What is known of a section without reading it: version, hash of its values, number of problems; `f` when a frozen version refers to it. Short names, because all marks are written at every save. */
export type SectionMark = { v: number; h: string; p: number; f?: true }

/**
 * The row beside the head that every save of a section moves. It stands apart from the head so that a save costs little, and never meets what officers do.
 * `saves` counts them: who freezes the marks names the count that was read.
 */
export type Draft = { editable: boolean; saves: number; sections: Record<string, SectionMark> }

/** What lists show of a submission; copied into the indexes, changed only when one of these changes. */
export type SubmissionSummary = {
  title: string
  unit: UnitRef
  institution: UnitRef
  batch: string
  category: string
  state: SubmissionState
  /** The unit that holds it, `host`, or null while the applicant does. */
  holder: string | null
  sectionsDone: number
  sections: number
  /** The college that recommends it first, if one does. */
  college?: string
  order?: number
  /** The award it reports on. */
  award?: string
  receipt?: string
  submittedAt?: string
  /** Until when it may be corrected, while the applicant has it back. */
  correctUntil?: string
  /** When the applicant, who still has it, was last reminded to hand it in. */
  remindedAt?: string
  /** As of which of its facts this is: of two copies the one with the higher number is newer. */
  seq: number
}

/** The summary as the head keeps it: without what its place in the lists says already, so that a page of 25 costs little to read. */
export type KeptSummary = Omit<SubmissionSummary, 'batch' | 'institution'> & { institution?: UnitRef }

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
  /** Number of the last frozen version, 0 before the first. */
  version: number
  receipt?: string
  submittedAt?: string
  /** Until when a returned submission may be corrected, set by the unit that returned it. */
  correctUntil?: string
  /** Index in the way of the unit that returned it: it goes back there when it is handed in again. */
  backTo?: number
  /** When a unit that recommends it last reminded the applicant to hand it in. */
  remindedAt?: string
  /** The award it reports on, in mid-term and acceptance batches. */
  award?: string
  order?: number
  summary: KeptSummary
  createdAt: string
  seq: number
  chain: string
  pk: string
  sk: string
}

/** What a frozen version consists of; its SHA-256 by canonical JSON is the hash on the receipt. */
export type Manifest = {
  submission: string
  version: number
  template: string
  category: string
  title: string
  unit: UnitRef
  institution: UnitRef
  sections: Record<string, { v: number; sha256: string }>
  files: { id: string; sha256: string; bytes: number }[]
}

/** A frozen version: what was handed in, by whom, when it was received, and the document made of it afterwards. */
export type Version = {
  number: number
  manifest: Manifest
  sha256: string
  receipt: string
  at: string
  by: { person: string; name: string }
  document?: { key: string; sha256: string }
  seq: number
  chain: string
}

/** A section as it is kept. */
export type SectionRow = { version: number; values: SectionValues; by: { person: string; name: string }; at: string }
