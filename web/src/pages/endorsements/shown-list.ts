import { createResource, createSignal } from 'solid-js'
import { type Filters, pageOf } from './endorsement-api.ts'

/** What is remembered of a row: enough to go to it and to name it. */
export type Remembered = { id: string; title: string; unit: string }

/** The list that was last looked at, so that a record leads on to the next one of exactly that list. */
const [shown, setShown] = createSignal<{ key: string; rows: Remembered[] } | null>(null)

const keyOf = (batch: string, filters: Filters) => JSON.stringify([batch, filters.category, filters.state, filters.order])
export const rememberList = (batch: string, filters: Filters, rows: Remembered[]) => setShown({ key: keyOf(batch, filters), rows })

/** The list with these filters: as it was seen, or its first page for who came here directly. */
export function listBeside(batch: () => string, filters: () => Filters): () => Remembered[] {
  const seen = () => (shown()?.key === keyOf(batch(), filters()) ? shown()?.rows : undefined)
  const [asked] = createResource(
    () => (seen() ? undefined : keyOf(batch(), filters())),
    async () => (await pageOf(batch(), filters())).rows.map(({ id, summary }) => ({ id, title: summary.title, unit: summary.unit.name })),
  )
  return () => seen() ?? asked.latest ?? []
}
