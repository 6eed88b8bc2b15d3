import { createResource, createSignal } from 'solid-js'
import type { Row } from './submission-api.ts'

/** What is remembered of a row: enough to go to it and to name it. */
export type Remembered = { id: string; title: string; unit: string }
const remembered = ({ id, summary }: Row): Remembered => ({ id, title: summary.title, unit: summary.unit.name })

/** The list that was last looked at, so that a record leads on to the next one of exactly that list. */
const [shown, setShown] = createSignal<{ key: string; rows: Remembered[] } | null>(null)

/** `key` is what the list was read for: its batch and its filters. */
export const rememberList = (key: string, rows: readonly Row[]) => setShown({ key, rows: rows.map(remembered) })

/** The list that was read for this: as it was seen, or its first page for who came here directly; none without a key, or where it may not be read. */
export function listBeside(key: () => string | undefined, firstPage: () => Promise<{ rows: readonly unknown[] }>): () => Remembered[] {
  const seen = () => (shown()?.key === key() ? shown()?.rows : undefined)
  const [asked] = createResource(
    () => (seen() ? undefined : key()),
    async () => ((await firstPage()).rows as readonly Row[]).map(remembered),
  )
  return () => seen() ?? (asked.error ? undefined : asked.latest) ?? []
}
