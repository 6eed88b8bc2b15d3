import * as z from 'zod'
import type { UnitRef } from '../organisations/schema.ts'
import type { AwardState, Obligation as ObligationRule } from '../templates/schema.ts'
import type { Text } from '../text.ts'

/** An award: what a submission has become. Its id is that of the submission, so that it can be granted once only. */
export type Award = {
  id: string
  batch: string
  batchTitle: string
  host: UnitRef
  programme: string
  category: string
  type: string
  title: string
  unit: UnitRef
  institution: UnitRef
  path: string[]
  number: string
  state: AwardState
  grantedAt: string
  /** Last day of the construction period; a date of Beijing time. */
  ends: string
  publicWorkPage: boolean
  posts: number
  /** What the last check found, and what that is called. */
  grade?: string
  gradeTitle?: Text
  /** Whether the public is told that grade. */
  gradeAnnounced?: boolean
  /** The batches whose checks have graded it. */
  checks?: string[]
  /** How it was accepted, where the check gives a certificate for that. */
  acceptance?: Acceptance
  /** Path of the certificate on the public site, and the hash of that file. */
  certificate?: string
  certificateSha256?: string
  /** The same in English. */
  certificateEn?: string
  certificateEnSha256?: string
  /** What is owed next, kept beside the award for lists; absent when nothing is. */
  next?: NextDue
  seq: number
  chain: string
  pk: string
  sk: string
}

/** An award that was accepted, with the certificate of that: its number, and where the files of both languages lie once they are made. */
export type Acceptance = {
  batch: string
  batchTitle: string
  host: UnitRef
  category: string
  number: string
  at: string
  certificate?: string
  certificateSha256?: string
  certificateEn?: string
  certificateEnSha256?: string
}

/** The open obligation that falls due first. */
export type NextDue = { obligation: string; title: { zh: string; en: string }; due: string }

/** What an award owes, and by when. */
export type Obligation = {
  award: string
  obligation: string
  kind: ObligationRule['kind']
  title: { zh: string; en: string }
  due: string
  state: 'open' | 'met'
  template?: string
  posts?: number
  metAt?: string
  submission?: string
}

export const PostEntry = z.strictObject({
  title: z.string().trim().min(2).max(100),
  text: z.string().trim().min(10).max(20_000),
  files: z.array(z.ulid()).max(20).default([]),
})
export type PostEntry = z.infer<typeof PostEntry>
export type Post = {
  award: string
  post: string
  title: string
  text: string
  /** `address` is where a file of a public work page lies on the public site, under a name that tells nothing. */
  files: { id: string; name: string; bytes: number; type: string; address?: string }[]
  at: string
  state: 'public' | 'withdrawn'
  reason?: string
}

/** Pictures of a post are shown on its page; other files are named there and can be fetched. */
export const isPicture = (type: string): boolean => type.startsWith('image/')
