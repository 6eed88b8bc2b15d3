import { A } from '@solidjs/router'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import ArrowDown from '~icons/lucide/arrow-down'
import ArrowUp from '~icons/lucide/arrow-up'
import GripVertical from '~icons/lucide/grip-vertical'
import { factsUnder } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { t } from '../../i18n/endorsements.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Button } from '../../ui/button.tsx'
import { keepFocus, moved } from '../../ui/moving.ts'
import { toastError } from '../../ui/toast.tsx'
import { type ListNamed, type ListShown, listHref, units } from './endorsement-api.ts'

type Item = ListShown['items'][number]
/** Milliseconds after the last move until the order is saved: someone who moves a row moves it by several places. */
const pause = 500

/** Puts a list in order: by dragging, or with the buttons, whose focus stays with the row that moves. */
export function Ordering(props: { named: ListNamed; items: readonly Item[]; sha256: string; fixed: boolean; onSaved: () => void }) {
  const [rows, setRows] = createSignal<readonly Item[]>(props.items)
  const [dragged, setDragged] = createSignal<string | null>(null)
  const [said, setSaid] = createSignal('')
  let unsaved = false
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(
      () => props.items,
      // A row that stays the same keeps its place in the page, and with it the focus.
      (items) => unsaved || setRows((known) => items.map((item) => known.find((row) => sameRow(row, item)) ?? item)),
      { defer: true },
    ),
  )
  const save = async () => {
    clearTimeout(timer)
    if (!unsaved) return
    unsaved = false
    setSaid(t('saving'))
    try {
      await answer(units.lists[':key'].order.$put({ param: props.named, json: { order: rows().map(({ id }) => id), from: props.sha256 } }))
      setSaid(t('saved'))
    } catch (error) {
      toastError(error)
      setRows(props.items)
      setSaid('')
    }
    props.onSaved()
  }
  onCleanup(save)
  const move = (id: string, to: number) => {
    const from = rows().findIndex((row) => row.id === id)
    const next = moved(rows(), from, to)
    if (next === rows()) return
    setRows(next)
    setSaid(t('moved', { name: quoted(next[to]?.title ?? ''), to: to + 1 }))
    unsaved = true
    clearTimeout(timer)
    timer = setTimeout(save, pause)
  }
  return (
    <>
      <ol class="flex flex-col gap-2" classList={{ 'mb-5': props.fixed, 'mb-2': !props.fixed }}>
        <For each={rows()}>
          {(row, index) => (
            <li
              class="card flex flex-wrap items-center gap-3"
              draggable={!props.fixed}
              onDragStart={(event) => {
                setDragged(row.id)
                event.dataTransfer?.setData('text/plain', row.id)
              }}
              onDragOver={(event) => {
                const id = dragged()
                if (!id) return
                event.preventDefault()
                if (id !== row.id) move(id, index())
              }}
              onDrop={(event) => event.preventDefault()}
              onDragEnd={() => setDragged(null)}
            >
              <Show when={!props.fixed}>
                <GripVertical class="flex-none text-faint" />
              </Show>
              <span class="w-8 flex-none text-center font-semibold tabular-nums">{index() + 1}</span>
              <span class="min-w-0 flex-1 basis-48">
                <A translate="no" href={listHref(props.named.batch, { category: props.named.key }, row.id)}>
                  {row.title}
                </A>
                <small class="block text-soft" translate="no">
                  {factsUnder(row.title, [row.unit, row.institution, row.receipt])}
                </small>
                <Show when={row.corrected}>
                  {(since) => (
                    <small class="block">{t('correctedSince', { version: since().version, receipt: since().receipt ?? '' })}</small>
                  )}
                </Show>
              </span>
              <Show when={!props.fixed}>
                <span class="flex flex-none gap-1">
                  <Button
                    kind="quiet"
                    iconOnly
                    icon={<ArrowUp />}
                    disabled={index() === 0}
                    onClick={(event) => keepFocus(event.currentTarget, () => move(row.id, index() - 1))}
                  >
                    {t('up')}
                    <AlsoSaid>{row.title}</AlsoSaid>
                  </Button>
                  <Button
                    kind="quiet"
                    iconOnly
                    icon={<ArrowDown />}
                    disabled={index() === rows().length - 1}
                    onClick={(event) => keepFocus(event.currentTarget, () => move(row.id, index() + 1))}
                  >
                    {t('down')}
                    <AlsoSaid>{row.title}</AlsoSaid>
                  </Button>
                </span>
              </Show>
            </li>
          )}
        </For>
      </ol>
      <Show when={!props.fixed}>
        <p class="mb-5 min-h-6 text-soft" role="status">
          <Quoting text={said()} />
        </p>
      </Show>
    </>
  )
}

const sameRow = (a: Item, b: Item) =>
  a.id === b.id && a.title === b.title && a.receipt === b.receipt && a.state === b.state && a.corrected?.version === b.corrected?.version
