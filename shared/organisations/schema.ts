import * as z from 'zod'
import { UnitCode } from './codes.ts'
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
  /** Built jointly by a ministry and its province (部省合建): supervised by the province, but recommending by itself where a call says so. */
  jointlyBuilt?: boolean
  /** Further departments it belongs to, by name; they are recorded and do not recommend. */
  alsoUnder?: string[]
  state: 'active' | 'closed'
  /** How many active units stand right below it, and how many administrators can sign in for it. */
  units?: number
  administrators?: number
  /** How many people belong to it, how many of them have ever signed in, and how many invitations came back. */
  people?: number
  joined?: number
  returned?: number
  createdAt: string
}

const facts = {
  name: OrganisationName,
  code: UnitCode.optional(),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  city: z.string().trim().min(1).max(60).optional(),
  level: z.enum(['undergraduate', 'vocational']).optional(),
  ownership: z.enum(['public', 'private', 'joint']).optional(),
  jointlyBuilt: z.boolean().optional(),
}
/** What is said of a unit when it is entered below another. */
export const OrganisationEntry = z.strictObject({ kind: Kind, ...facts })
export type OrganisationEntry = z.infer<typeof OrganisationEntry>
/** What may change of a unit. Another supervising unit moves it with everything below. `from`: the `seq` of the unit that the change was made from. */
export const OrganisationChange = z
  .strictObject({ ...facts, name: OrganisationName.optional(), supervisor: z.ulid().optional(), from: z.int().nonnegative().optional() })
  .refine(({ from: _, ...change }) => Object.values(change).some((value) => value !== undefined), 'nothing to change')
export type OrganisationChange = z.infer<typeof OrganisationChange>
