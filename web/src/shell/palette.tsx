import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import { t } from '../i18n/palette.ts'
import { t as shell } from '../i18n/shell.ts'
import { nav } from '../pages/index.ts'
import { isComposing } from '../ui/composing.ts'
import { Dialog } from '../ui/dialog.tsx'
import { spelling } from '../ui/spelling.ts'
import { batchEntries, type Entry, submissionEntries, unitSearch } from './palette-search.ts'

/** More than this nobody reads; more letters make the list shorter. */
const longest = 12
/** Milliseconds without typing before units and submissions are searched. */
const pause = 150

/** Goes anywhere by name: pages, batches, units, also by pinyin or its initials, and a submission by its receipt number. Opened by Ctrl-K. */
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
  const [asked, setAsked] = createSignal('')
  const findUnits = unitSearch()
  const [searched] = createResource(
    () => asked() || undefined,
    async (typed) => {
      const [units, submissions] = await Promise.all([findUnits(typed).catch(() => []), submissionEntries(typed).catch(() => [])])
      return { typed, entries: [...submissions, ...units] }
    },
    // Without a value to begin with, the whole dialog would give way to its first search.
    { initialValue: { typed: '', entries: [] as Entry[] } },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  let composing = false
  const type = (typed: string) => {
    setWords(typed)
    setAt(0)
    clearTimeout(timer)
    timer = setTimeout(() => setAsked(typed.trim()), pause)
  }
  const letters = () => /^[a-z]+$/i.test(words().trim())
  const known = () => [...pages(), ...(batches.latest ?? [])]
  const [spelled] = createResource(
    () => letters() && known(),
    (entries) => spelling(entries.map(({ label }) => label)),
    { initialValue: new Map<string, string>() },
  )
  const found = () => {
    const wanted = words().trim().toLowerCase()
    if (wanted === '') return known().slice(0, longest)
    const fits = ({ label, note }: Entry) =>
      label.toLowerCase().includes(wanted) ||
      note?.toLowerCase().startsWith(wanted) ||
      (letters() && spelled.latest.get(label)?.includes(wanted))
    // What was found for other words is not shown under these.
    const further = searched.latest.typed === words().trim() ? searched.latest.entries : []
    return [...known().filter(fits), ...further].slice(0, longest)
  }
  const searching = () => words().trim() !== '' && searched.latest.typed !== words().trim()
  const go = (entry: Entry | undefined) => {
    if (!entry) return
    props.onClose()
    navigate(entry.href)
  }
  const keys = (event: KeyboardEvent) => {
    if (composing || isComposing(event)) return
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
        onCompositionStart={() => {
          composing = true
        }}
        onCompositionEnd={(event) => {
          composing = false
          type(event.currentTarget.value)
        }}
        onInput={(event) => !composing && type(event.currentTarget.value)}
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
        <Show when={!searching()} fallback={t('searching')}>
          <Show when={found().length === 0}>{t('nothing')}</Show>
        </Show>
      </p>
    </Dialog>
  )
}
