import { createResource, createSignal } from 'solid-js'
import { type Filters, pageOf } from './endorsement-api.ts'

/** The list that was last looked at, so that a record leads on to the next one of exactly that list. */
const [shown, setShown] = createSignal<{ key: string; ids: string[] } | null>(null)

const keyOf = (batch: string, filters: Filters) => JSON.stringify([batch, filters.category, filters.state, filters.order])
export const rememberList = (batch: string, filters: Filters, ids: string[]) => setShown({ key: keyOf(batch, filters), ids })

/** The ids of the list with these filters: as it was seen, or its first page for who came here directly. */
export function listBeside(batch: () => string, filters: () => Filters): () => string[] {
  const seen = () => (shown()?.key === keyOf(batch(), filters()) ? shown()?.ids : undefined)
  const [asked] = createResource(
    () => (seen() ? undefined : keyOf(batch(), filters())),
    async () => (await pageOf(batch(), filters())).rows.map(({ id }) => id),
  )
  return () => seen() ?? asked.latest ?? []
}
