import { type ListedState, listedStates } from '../../../../shared/submissions/states.ts'
import { answer } from '../../data/client.ts'
import { hostApi, submissionHref } from './submission-api.ts'

type Listable = Exclude<ListedState, 'draft'>
/** What the host's list may be narrowed to; `unit` is one that recommends. */
export type Narrowed = { category?: string; state?: Listable; order?: 'newest' | 'oldest'; unit?: string; words?: string }
export type Shown = Narrowed & { columns?: string }
export const listable = listedStates.filter((state): state is Listable => state !== 'draft')

export const narrowedIn = (search: Narrowed): Narrowed => ({
  ...(search.category && { category: search.category }),
  ...(search.state && { state: search.state }),
  ...(search.order && { order: search.order }),
  ...(search.unit && { unit: search.unit }),
  ...(search.words && { words: search.words }),
})
export const hostPage = (batch: string, filters: Narrowed, cursor?: string) =>
  answer(hostApi.batches[':batch'].submissions.$get({ param: { batch }, query: { ...filters, limit: '100', ...(cursor && { cursor }) } }))
/** The list, in its order, that a unit has handed up in a category. */
export const handedUpHref = (batch: string, unit: string, category: string) => `/batches/${batch}/units/${unit}/ordered/${category}`
/** What the host's list is read for. */
export const hostKey = (batch: string, { category, state, order, unit, words }: Narrowed) =>
  JSON.stringify(['host', batch, category, state, order, unit, words])
/** The host's list, or a submission opened from it, which leads back to exactly that list. */
export function hostHref(batch: string, search: Shown, submission?: string): string {
  const query = new URLSearchParams({ ...narrowedIn(search), ...(search.columns && { columns: search.columns }) }).toString()
  const page = submission ? submissionHref({ batch, submission }) : `/batches/${batch}/submissions`
  return query ? `${page}?${query}` : page
}
