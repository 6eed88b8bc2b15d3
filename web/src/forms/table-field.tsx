import { createEffect, createMemo, createSignal, For, Index, onCleanup, Show } from 'solid-js'
import ArrowDown from '~icons/lucide/arrow-down'
import ArrowUp from '~icons/lucide/arrow-up'
import Plus from '~icons/lucide/plus'
import Trash2 from '~icons/lucide/trash'
import { parsePaste } from '../../../shared/forms/paste.ts'
import type { Cell, Column, FieldOf, Value } from '../../../shared/forms/schema.ts'
import { whenIdle } from '../data/idle.ts'
import { t } from '../i18n/form-controls.ts'
import { number, sumIn } from '../i18n/numbers.ts'
import { inLanguage } from '../i18n/texts.ts'
import { Button } from '../ui/button.tsx'
import { type FieldProps, Fieldset } from '../ui/field.tsx'
import { columnTitle } from './column-title.ts'
import { isEmptyRow, moveRow, pasteRows, type Row, renumbered, shownRows, totalsOf } from './rows.ts'
import { TableCell } from './table-cell.tsx'

/** Rows that are drawn together while a table comes: those of a window, with some to spare. */
const block = 16

export type CellChange = (row: number, column: string, value: Cell) => void

type TableProps = FieldProps & {
  field: FieldOf<'table'>
  value: Value | undefined
  inside: (path: string) => string | undefined
  /** Whether a cell is asked for, where that depends on its row. */
  asks?: (row: Row, column: Column) => boolean
  disabled?: boolean
  onChange: (rows: Row[]) => void
  onCell: CellChange
  /** Rows that were just added: what they lack is said once they were written in and left, or when the answers are checked. */
  fresh?: ReadonlySet<number>
  onFresh?: (rows: ReadonlySet<number>) => void
}

/** A table of rows: adding, removing, moving, pasting from a spreadsheet, sums. On a phone every row is a card. */
export function TableField(props: TableProps) {
  const rows = createMemo(() => shownRows(props.field, Array.isArray(props.value) ? (props.value as Row[]) : []))
  /** Rows are other objects with every letter; what depends on their number alone need not hear of it. */
  const count = createMemo(() => rows().length)
  const totals = createMemo(() => totalsOf(props.field, rows()), undefined, { equals: sameFigures })
  /** How many rows are drawn. A long table is not waited for: what is in the window comes at once, the rest when the browser has nothing better to do. */
  const [drawn, setDrawn] = createSignal(block)
  const shown = createMemo(() => (count() > drawn() ? rows().slice(0, drawn()) : rows()))
  createEffect(() => {
    if (drawn() === Number.POSITIVE_INFINITY) return
    // Once all are there, whatever is added is drawn at once.
    if (count() <= drawn()) setDrawn(Number.POSITIVE_INFINITY)
    else whenIdle(() => setDrawn((rows) => rows + block))
  })
  // Each box takes its part of every picture of the page, seen or not. Rows far from the window are left out of it; keys, searching and reading aloud find them as ever.
  const farRows = new IntersectionObserver(
    (rows) => {
      for (const { target, isIntersecting } of rows) target.classList.toggle('row-far', !isIntersecting)
    },
    { rootMargin: '300px 0px' },
  )
  onCleanup(() => farRows.disconnect())
  const given = () => props.field.fixedRows !== undefined
  const [said, setSaid] = createSignal('')
  const [removed, setRemoved] = createSignal<{ row: Row; at: number } | null>(null)

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]')
    if (!cell || props.disabled) return
    const [row = 0, column = 0] = (cell.dataset.cell ?? '').split('.').map(Number)
    const columns = props.field.columns.slice(column)
    const cells = text.includes('\t') || (/\n./.test(text.trim()) && columns[0]?.kind !== 'longText')
    if (!cells) return
    event.preventDefault()
    const read = parsePaste(text, columns)
    const { rows: next, left } = pasteRows(props.field, rows(), read.rows, row)
    const unread = read.problems.filter(({ code }) => code === 'not-a-number' || code === 'not-a-date' || code === 'not-a-choice').length
    props.onChange(next)
    setSaid(
      [
        t('pasted', { count: read.rows.length - left }),
        left > 0 && t('pastedLeft', { count: left }),
        read.ignored.columns > 0 && t('pastedColumns', { count: read.ignored.columns }),
        unread > 0 && t('pastedUnread', { count: unread }),
      ]
        .filter(Boolean)
        .join(' '),
    )
  }
  const fresh = () => props.fresh ?? new Set<number>()
  const reorder = (order: readonly (number | undefined)[]) => props.onFresh?.(renumbered(fresh(), order))
  /** Whoever adds several rows at a go leaves them empty for the moment: only one that has been begun is done with when it is left. */
  const leave = (event: FocusEvent & { currentTarget: HTMLElement }, index: number) => {
    if (event.currentTarget.contains(event.relatedTarget as Node | null) || !fresh().has(index) || isEmptyRow(rows()[index] ?? {})) return
    props.onFresh?.(new Set([...fresh()].filter((row) => row !== index)))
  }
  const add = () => {
    setDrawn(Number.POSITIVE_INFINITY)
    props.onFresh?.(new Set([...fresh(), count()]))
    props.onChange([...rows(), {}])
    queueMicrotask(() =>
      document
        .querySelector<HTMLElement>(`[data-table="${props.id}"] [data-cell="${rows().length - 1}.0"] :is(input,select,textarea)`)
        ?.focus(),
    )
  }
  const remove = (at: number) => {
    const row = rows()[at]
    if (row) setRemoved({ row, at })
    setSaid('')
    reorder([...rows().keys()].filter((index) => index !== at))
    props.onChange(rows().filter((_, index) => index !== at))
  }
  const restore = (gone: { row: Row; at: number }) => {
    const numbers = [...rows().keys()]
    reorder([...numbers.slice(0, gone.at), undefined, ...numbers.slice(gone.at)])
    props.onChange([...rows().slice(0, gone.at), gone.row, ...rows().slice(gone.at)])
    setRemoved(null)
  }
  const move = (from: number, to: number) => {
    reorder(moveRow([...rows().keys()], from, to))
    props.onChange(moveRow(rows(), from, to))
    const tool = to > from ? 'down' : 'up'
    queueMicrotask(() =>
      document.querySelector<HTMLElement>(`[data-table="${props.id}"] [data-row="${to}"] [data-tool="${tool}"]`)?.focus(),
    )
  }
  return (
    <Fieldset {...props}>
      <p class="field-help">{t('pasteHint')}</p>
      <div class="rows-frame" data-table={props.id} onPaste={paste}>
        <table class="grid-rows">
          <thead>
            <tr>
              <th scope="col" class="row-number">
                {t('number')}
              </th>
              <For each={props.field.columns}>
                {(column) => (
                  <th scope="col">
                    <Show when={column.required}>
                      <span class="required text-bad" aria-hidden="true">
                        *
                      </span>
                    </Show>
                    {columnTitle(column)}
                  </th>
                )}
              </For>
              <Show when={!(given() || props.disabled)}>
                <th scope="col" class="row-tools">
                  {t('tools')}
                </th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <Index each={shown()}>
              {(row, index) => (
                <tr
                  data-row={index}
                  onFocusOut={(event) => leave(event, index)}
                  ref={(place) => {
                    farRows.observe(place)
                    onCleanup(() => farRows.unobserve(place))
                  }}
                >
                  <th scope="row" class="row-number">
                    <span class="row-number-figure">{index + 1}</span>
                    <span class="row-number-words">{t('row', { n: index + 1 })}</span>
                  </th>
                  <For each={props.field.columns}>
                    {(column, place) => {
                      // With every letter its row is another object; only the cell that was written in has to hear of it.
                      const value = createMemo(() => row()[column.key] ?? null)
                      const asked = createMemo(() => props.asks?.(row(), column) ?? true)
                      const problem = createMemo(() => props.inside(`${index}.${column.key}`))
                      return (
                        <td
                          classList={{ wide: column.kind === 'longText', words: column.kind === 'text' }}
                          data-cell={`${index}.${place()}`}
                          data-label={columnTitle(column)}
                        >
                          <TableCell
                            id={`${props.id}-${index}-${column.key}`}
                            label={`${t('row', { n: index + 1 })} ${inLanguage(column.label)}`}
                            column={column}
                            value={value()}
                            asked={asked()}
                            fixed={given() && place() === 0}
                            problem={problem()}
                            disabled={props.disabled}
                            onChange={(next) => props.onCell(index, column.key, next)}
                          />
                        </td>
                      )
                    }}
                  </For>
                  <Show when={!(given() || props.disabled)}>
                    <td class="row-tools">
                      <Button
                        kind="quiet"
                        small
                        iconOnly
                        data-tool="up"
                        disabled={index === 0}
                        icon={<ArrowUp />}
                        onClick={() => move(index, index - 1)}
                      >
                        {t('moveUp', { n: index + 1 })}
                      </Button>
                      <Button
                        kind="quiet"
                        small
                        iconOnly
                        data-tool="down"
                        disabled={index === count() - 1}
                        icon={<ArrowDown />}
                        onClick={() => move(index, index + 1)}
                      >
                        {t('moveDown', { n: index + 1 })}
                      </Button>
                      <Button kind="quiet" small iconOnly icon={<Trash2 />} onClick={() => remove(index)}>
                        {t('removeRow', { n: index + 1 })}
                      </Button>
                    </td>
                  </Show>
                </tr>
              )}
            </Index>
          </tbody>
          <Show when={(props.field.totals?.length ?? 0) > 0}>
            <tfoot>
              <tr>
                <th scope="row" class="row-number">
                  {t('total')}
                </th>
                <For each={props.field.columns}>
                  {(column) => (
                    <td class="grid-total" data-label={columnTitle(column)}>
                      {column.key in totals() ? sumOf(column, totals()[column.key] ?? 0) : ''}
                    </td>
                  )}
                </For>
                <Show when={!(given() || props.disabled)}>
                  <td class="row-tools" />
                </Show>
              </tr>
            </tfoot>
          </Show>
        </table>
      </div>
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Show when={!(given() || props.disabled)}>
          <Button small icon={<Plus />} disabled={count() >= props.field.maxRows} onClick={add}>
            {t('addRow')}
          </Button>
          <span class="field-count">{t('rows', { count: count(), max: props.field.maxRows })}</span>
        </Show>
        <span role="status">
          {said()}
          <Show when={removed()}>
            {(gone) => (
              <>
                {t('rowRemoved', { n: gone().at + 1 })}{' '}
                <Button kind="quiet" small onClick={() => restore(gone())}>
                  {t('undo')}
                </Button>
              </>
            )}
          </Show>
        </span>
      </div>
    </Fieldset>
  )
}

const sameFigures = (a: Record<string, number>, b: Record<string, number>): boolean => Object.keys(b).every((key) => a[key] === b[key])
const sumOf = (column: Column, sum: number): string => (column.kind === 'money' ? sumIn(sum, column.unit) : number(sum))
