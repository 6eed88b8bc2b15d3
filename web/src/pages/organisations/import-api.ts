import { hc } from 'hono/client'
import type { Counts } from '../../../../functions/organisations/importFile.ts'
import type { importRoutes } from '../../../../functions/organisations/importRoutes.ts'
import type { Text } from '../../../../shared/text.ts'
import { answer, request, wire } from '../../data/client.ts'

export type ImportKind = 'register' | 'accounts'
export type Finding = { row: number; column: string; text: Text }
/** What a sheet would do, as the check before it says. */
export type Plan = {
  import: string
  records: number
  /** Of a register: where every line of the file went. */
  account?: { records: number }
  create: number
  problems: Finding[]
  problemCount: number
  next: number | null
  change?: number
  unchanged?: number
  supervisors?: { code: string; name: string }[]
  oddities?: Finding[]
  oddityCount?: number
}
export type Refusal = Text & { row: number }
export type Chunk = { counts: Counts; total: Counts; refusals: Refusal[]; records: number; next: number | null }

const api = hc<typeof importRoutes>('/api', wire)
const organisation = api.organisations[':organisation']
const place = { register: 'register', accounts: 'accounts/import' } as const

/** Has a sheet checked; nothing is carried out. The bytes go as they are, whatever encoding a CSV has. */
export async function check(unit: string, kind: ImportKind, file: File): Promise<Plan> {
  const response = await request(`/api/organisations/${unit}/${place[kind]}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: await file.arrayBuffer(),
  })
  return (await response.json()) as Plan
}

/** Carries out the chunk that begins there. */
export async function carryOut(unit: string, kind: ImportKind, id: string, from: number): Promise<Chunk> {
  const asked = { param: { organisation: unit, import: id }, query: { from: String(from) } }
  const done = await (kind === 'register'
    ? answer(organisation.register[':import'].apply.$post(asked))
    : answer(organisation.accounts.import[':import'].apply.$post(asked)))
  return { ...done, refusals: done.refusals as unknown as Refusal[] }
}

/** Where the sheet can be had back with remarks beside its rows. */
export const annotatedSheet = (unit: string, kind: ImportKind, id: string): string =>
  `/api/organisations/${unit}/${place[kind]}/${id}/checked`
