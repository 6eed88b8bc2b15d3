import { hc } from 'hono/client'
import type { FileLinks } from '../../../../functions/files/reading.ts'
import type { deskRoutes } from '../../../../functions/reviews/deskRoutes.ts'
import type { Material } from '../../../../functions/reviews/material.ts'
import type { Marks } from '../../../../shared/reviews/scoring.ts'
import type { ReviewState } from '../../../../shared/reviews/states.ts'
import type { Text } from '../../../../shared/text.ts'
import { linkWire } from '../../r/link.ts'

export const api = hc<typeof deskRoutes>('/api', linkWire)

export type DeskRow = { submission: string; category: string; kind: Text; title?: string; state: ReviewState; score?: number }
export type Desk = {
  batch: {
    id: string
    title: string
    host: string
    closes: string | null
    anonymous: boolean
    open: boolean
    paused: boolean
    over: boolean
  }
  expert: { name: string; state: 'listed' | 'invited' | 'accepted' | 'declined'; assigned: number; submitted: number }
  rows: DeskRow[]
}
export type OpenReview = Material & {
  review: { state: ReviewState; marks: Marks; version: number; savedAt?: string; submittedAt?: string; reason?: string }
}

/** Where a file of the material is looked at and downloaded; `file` is its id, or `pdf` for the application itself. */
export async function linksOf(batch: string, submission: string, file: string): Promise<FileLinks> {
  const place = file === 'pdf' ? 'pdf' : `files/${file}`
  const response = await linkWire.fetch(`/api/batches/${batch}/desk/${submission}/${place}`)
  return (await response.json()) as FileLinks
}

/** Whether the invitation waits for its first answer. */
export const isAsked = ({ expert }: Desk): boolean => expert.state === 'listed' || expert.state === 'invited'
/** What is still to be done, in the order of the list; a declared conflict and a submitted review are not. */
export const isLeft = ({ state }: DeskRow): boolean => state !== 'submitted' && state !== 'conflict'
/** The submission to go on with: the next one left after `from`, else the first. */
export function nextLeft(rows: readonly DeskRow[], from?: string): DeskRow | undefined {
  const place = rows.findIndex(({ submission }) => submission === from)
  return rows.slice(place + 1).find(isLeft) ?? rows.find(isLeft)
}
/** By which number experts and the page speak of a submission, from 1. */
export const numberOf = (rows: readonly DeskRow[], submission: string): number => rows.findIndex((row) => row.submission === submission) + 1
