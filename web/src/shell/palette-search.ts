import { request } from '../data/client.ts'
import { holds, me } from '../data/session.ts'
import { t } from '../i18n/palette.ts'
import { searchBelow } from '../pages/organisations/unit-search.ts'

/** A place that the palette leads to; `own`: its name is what people wrote. */
export type Entry = { href: string; label: string; note?: string; own?: boolean }

async function read<R>(path: string): Promise<R> {
  return (await (await request(path)).json()) as R
}

/** The batches one hosts, takes part in or recommends in, by the page one works on. */
export async function batchEntries(): Promise<Entry[]> {
  type Batch = { id: string; title: string; parts: string[] }
  const rows = async (scope: string) => (await read<{ rows: Batch[] }>(`/api/batches?scope=${scope}&limit=100`)).rows
  const [open, hosted] = await Promise.all([rows('open'), holds('administrator') ? rows('hosted') : []])
  const listed = ({ parts }: Batch) => parts.includes('recommend') && holds('administrator', 'operator', 'approver')
  return [...open, ...hosted].map((batch) => ({
    href: `/batches/${batch.id}${listed(batch) ? '/list' : ''}`,
    label: batch.title,
    note: t('batch'),
    own: true,
  }))
}

/** Finds units below one's own, for who looks after them: all of them are searched, which are read at the first word. */
export function unitSearch(): (words: string) => Promise<Entry[]> {
  const unit = me()?.active?.organisation
  if (!unit || !holds('administrator')) return async () => []
  const search = searchBelow(unit)
  return async (words) =>
    (await search(words)).map(({ id, name, code }) => ({ href: `/units/${id}`, label: name, note: code ?? t('unit'), own: true }))
}

/** `SR-` and ten places, however it was copied. */
const receipt = /^sr-?([2-9a-hj-np-z]{5})-?([2-9a-hj-np-z]{5})$/i

/** The submission with a receipt number that was read out over the telephone, where one may read it. */
export async function submissionEntries(words: string): Promise<Entry[]> {
  const [, first, last] = receipt.exec(words.normalize('NFKC').replace(/\s+/g, '')) ?? []
  if (!first || !last) return []
  type Found = { id: string; batch: string; title: string; unit: string; as: 'own' | 'endorsing' | 'host' }
  const { id, batch, title, unit, as } = await read<Found>(`/api/submissions/found?receipt=SR-${first}-${last}`)
  return [{ href: `/batches/${batch}/${as === 'endorsing' ? 'list' : 'submissions'}/${id}`, label: title, note: unit, own: true }]
}
