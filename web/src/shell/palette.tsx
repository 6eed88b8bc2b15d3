import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, createUniqueId, For, Show } from 'solid-js'
import { request } from '../data/client.ts'
import { holds, me } from '../data/session.ts'
import { t } from '../i18n/palette.ts'
import { t as shell } from '../i18n/shell.ts'
import { nav } from '../pages/index.ts'
import { Dialog } from '../ui/dialog.tsx'

type Entry = { href: string; label: string; note?: string; own?: boolean }
type Spelled = (name: string) => string
/** More than this nobody reads; more letters make the list shorter. */
const longest = 12

async function read<R>(path: string): Promise<R[]> {
  return ((await (await request(path)).json()) as { rows: R[] }).rows
}

/** The batches one hosts, takes part in or recommends in, by the page one works on. */
async function batchEntries(): Promise<Entry[]> {
  type Batch = { id: string; title: string; parts: string[] }
  const [open, hosted] = await Promise.all([
    read<Batch>('/api/batches?scope=open&limit=100'),
    holds('administrator') ? read<Batch>('/api/batches?scope=hosted&limit=100') : [],
  ])
  const listed = ({ parts }: Batch) => parts.includes('recommend') && holds('administrator', 'operator', 'approver')
  return [...open, ...hosted].map((batch) => ({
    href: `/batches/${batch.id}${listed(batch) ? '/list' : ''}`,
    label: batch.title,
    note: t('batch'),
    own: true,
  }))
}

/** The units below, for who looks after them. */
async function unitEntries(): Promise<Entry[]> {
  const unit = me()?.active?.organisation
  if (!unit || !holds('administrator')) return []
  const national = unit.kind === 'national'
  const path = national ? '/api/organisations/names' : `/api/organisations/${unit.id}/below?limit=100`
  const rows = await read<{ id: string; name: string; code?: string }>(path)
  return rows.map(({ id, name, code }) => ({ href: `/units/${id}`, label: name, note: code ?? t('unit'), own: true }))
}

/** Goes anywhere by name: pages, batches, units; also by pinyin or its initials. Opened by Ctrl-K. */
export default function Palette(props: { onClose: () => void }) {
  const navigate = useNavigate()
  const list = createUniqueId()
  const [words, setWords] = createSignal('')
  const [at, setAt] = createSignal(0)
  const pages = (): Entry[] => [
    { href: '/', label: shell('home'), note: t('page') },
    ...nav.filter((entry) => entry.when?.() ?? true).map((entry) => ({ href: entry.href, label: entry.label(), note: t('page') })),
    { href: '/account', label: shell('account'), note: t('page') },
  ]
  const [batches] = createResource(() => batchEntries().catch(() => []))
  const [units] = createResource(() => unitEntries().catch(() => []))
  const letters = () => /^[a-z]+$/i.test(words().trim())
  const [spelled] = createResource<Spelled, boolean>(letters, async () => (await import('../ui/spelled.ts')).spelled)
  const found = () => {
    const wanted = words().trim().toLowerCase()
    const all = [...pages(), ...(batches.latest ?? []), ...(units.latest ?? [])]
    if (wanted === '') return all.slice(0, longest)
    const fits = ({ label, note }: Entry) =>
      label.toLowerCase().includes(wanted) ||
      note?.toLowerCase().startsWith(wanted) ||
      (letters() && spelled.latest?.(label).includes(wanted))
    return all.filter(fits).slice(0, longest)
  }
  const go = (entry: Entry | undefined) => {
    if (!entry) return
    props.onClose()
    navigate(entry.href)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const count = found().length
    if (event.key === 'Enter') {
      event.preventDefault()
      go(found()[at()])
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault()
      setAt((at() + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
      document.getElementById(`${list}-${at()}`)?.scrollIntoView({ block: 'nearest' })
    }
  }
  return (
    <Dialog open onClose={props.onClose} title={t('title')}>
      <input
        class="input w-full"
        role="combobox"
        autocomplete="off"
        aria-label={t('title')}
        aria-autocomplete="list"
        aria-expanded={found().length > 0}
        aria-controls={list}
        aria-activedescendant={found().length > 0 ? `${list}-${at()}` : undefined}
        placeholder={t('placeholder')}
        value={words()}
        onInput={(event) => {
          setWords(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <div class="palette" role="listbox" id={list} aria-label={t('title')}>
        <For each={found()}>
          {(entry, index) => (
            <button
              type="button"
              class="picker-option"
              role="option"
              tabindex="-1"
              id={`${list}-${index()}`}
              aria-selected={index() === at()}
              onClick={() => go(entry)}
            >
              <span translate={entry.own ? 'no' : undefined}>{entry.label}</span>
              <small>{entry.note}</small>
            </button>
          )}
        </For>
      </div>
      <p class="text-soft" role="status">
        <Show when={found().length === 0}>{t('nothing')}</Show>
      </p>
    </Dialog>
  )
}
