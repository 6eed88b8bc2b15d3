import { hc } from 'hono/client'
import type { endorsementRoutes } from '../../../../functions/endorsements/routes.ts'
import type { ListedState } from '../../../../shared/submissions/states.ts'
import type { SubmissionView } from '../../../../shared/submissions/summary.ts'
import { answer, wire } from '../../data/client.ts'
import { me } from '../../data/session.ts'

export const api = hc<typeof endorsementRoutes>('/api', wire)
export const one = api.batches[':batch'].submissions[':submission']
export const units = api.batches[':batch'].units[':organisation']

export type ListNamed = { batch: string; organisation: string; key: string }
export const listOf = (param: ListNamed) => answer(units.lists[':key'].$get({ param }))
export type ListShown = Awaited<ReturnType<typeof listOf>>
export const scanLinks = (param: ListNamed & { file: string }) => answer(units.lists[':key'].files[':file'].content.$get({ param }))
/** A page that leads to the scan, for a tab of its own. */
export const scanPage = ({ batch, organisation, key }: ListNamed, file: string) =>
  `/app/batches/${batch}/units/${organisation}/ordered/${key}/scan/${file}`
export const placesOf = async (param: { batch: string; organisation: string }) => (await answer(units.lists.$get({ param }))).rows

export const standingsOf = async (param: { batch: string; organisation: string }) => (await answer(units.standings.$get({ param }))).rows
export type UnitProgress = Awaited<ReturnType<typeof standingsOf>>[number]

/** The unit the reader acts for. */
export const myUnit = () => me()?.active?.organisation.id ?? ''

export type Filters = { category?: string; state?: ListedState; order?: 'newest' | 'oldest'; words?: string }
export const filtersIn = (search: Filters): Filters => ({
  ...(search.category && { category: search.category }),
  ...(search.state && { state: search.state }),
  ...(search.order && { order: search.order }),
  ...(search.words && { words: search.words }),
})
export const pageOf = (batch: string, filters: Filters, cursor?: string) =>
  answer(
    units.submissions.$get({
      param: { batch, organisation: myUnit() },
      query: { ...filters, limit: '100', ...(cursor && { cursor }) },
    }),
  )
/** What a unit's list is read for. */
export const listKey = (batch: string, { category, state, order, words }: Filters) =>
  JSON.stringify(['unit', batch, category, state, order, words])
/** A unit's list, or a submission opened from it, which leads back to exactly that list. */
export const listHref = (batch: string, { columns, ...filters }: Filters & { columns?: string | undefined }, submission = '') => {
  const query = new URLSearchParams({ ...filters, ...(columns && { columns }) }).toString()
  return `/batches/${batch}/list${submission && `/${submission}`}${query && `?${query}`}`
}

export type Act = 'recommend' | 'giveBack' | 'correction' | 'takeUp' | 'decline' | 'undo'
/** What may be said of several at once: of those not handed in, only that they should be. */
export type BulkAct = Act | 'remind'
/** What a unit may say of a submission as it stands. The server judges; this only decides which buttons stand there. */
export function actsOn({ state, way, level, backTo }: Pick<SubmissionView, 'state' | 'way' | 'level' | 'backTo'>, unit: string): Act[] {
  const index = way.findIndex((each) => each.unit.id === unit)
  if (index < 0) return []
  if (state === 'returned') return backTo === index ? ['correction', 'takeUp'] : []
  if (state === 'declined') return level === index ? ['undo'] : []
  if (state === 'submitted' && level === index) return ['recommend', 'giveBack', 'decline']
  return (state === 'submitted' || state === 'recommended') && level === index + 1 ? ['undo'] : []
}
