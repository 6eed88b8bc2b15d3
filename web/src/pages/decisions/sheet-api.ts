import { hc } from 'hono/client'
import type { Line } from '../../../../functions/decisions/lines.ts'
import type { decisionRoutes } from '../../../../functions/decisions/routes.ts'
import { answer, wire } from '../../data/client.ts'
import { t } from '../../i18n/decisions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { linkWire } from '../../r/link.ts'

export const officeApi = hc<typeof decisionRoutes>('/api', wire)
export const linkApi = hc<typeof decisionRoutes>('/api', linkWire)

export type { Line }
export type SheetPage = {
  sheet: {
    state: 'open' | 'sent' | 'approved'
    places?: number
    method: 'mean' | 'trimmed-mean'
    outcomes: { key: string; title: { zh: string; en: string } }[]
    /** Whether experts review, so that there is a ranking to depart from. */
    reviewed: boolean
    sha256?: string
    sentAt?: string
    /** Who sent it, of the host. */
    sentBy?: string
    host: string
    /** The stages in which units and the host have checked what is decided on. */
    checked: { zh: string; en: string }[]
    approvedAt?: string
    /** Why the approver sent it back, or the host took it back. */
    sentBack?: string
    withdrawn?: string
    line?: number
    lineReason?: string
    reopened?: { at: string; submissions: string[]; reason: string }
    approver?: { name: string }
  }
  /** Why the sheet cannot be worked on at this moment. */
  notNow?: { zh: string; en: string }
  title: { zh: string; en: string }
  total: number
  awarded: number
  undecided: number
  /** How many depart from the ranking as it is now without saying why. */
  unreasoned: number
  /** All lines of the category, by rank: whoever decides, moves the line or approves has all of them in view. */
  rows: Line[]
}

/** Lines that one request answers. */
const atOnce = 500

/** A sheet with all its lines, read page by page. */
export async function wholeSheet(api: typeof officeApi, param: { batch: string; key: string }): Promise<SheetPage> {
  const read = (from: number) =>
    answer(
      api.batches[':batch'].categories[':key'].sheet.$get({ param, query: { from: String(from), limit: String(atOnce) } }),
    ) as Promise<SheetPage>
  const first = await read(0)
  const rows = [...first.rows]
  while (rows.length < first.total) {
    const next = await read(rows.length)
    if (next.rows.length === 0) break
    rows.push(...next.rows)
  }
  return { ...first, rows }
}

/** What a decision is called: award, reserve, none, or the call's own grade. */
export function outcomeName(outcome: string | undefined, known: SheetPage['sheet']['outcomes']): string {
  const own = known.find(({ key }) => key === outcome)
  return own ? inLanguage(own.title) : t('pending')
}
