import * as z from 'zod'
import { type OrganisationKind, organisationKindKeys } from './kinds.ts'

export const Kind = z.enum(organisationKindKeys)
export const OrganisationName = z.string().trim().min(2).max(120)

/** What others need to know of a unit wherever it is mentioned. */
export type UnitRef = { id: string; name: string; kind: OrganisationKind }

/** A unit of the tree. `path` holds the ids of all units above it, the national office first; the last is its parent, i.e. its supervising unit. */
export type Organisation = UnitRef & {
  code?: string
  path: string[]
  /** GB/T 2260 code of the province it lies in: a different fact from who supervises it. */
  province?: string
  city?: string
  level?: 'undergraduate' | 'vocational'
  ownership?: 'public' | 'private' | 'joint'
  state: 'active' | 'closed'
  createdAt: string
}
