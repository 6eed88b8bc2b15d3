import { createMemo, createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { explain } from '../../../../shared/quotas/explaining.ts'
import { toldLimit, unlimited } from '../../../../shared/quotas/limits.ts'
import type { Denominator, QuotaChange, QuotaRow } from '../../../../shared/quotas/schema.ts'
import { between } from '../../../../shared/text.ts'
import { sentenceOf } from '../../data/refused.ts'
import { language } from '../../i18n/language.ts'
import { number } from '../../i18n/numbers.ts'
import { t } from '../../i18n/quotas.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/composing.ts'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { warnUnsaved } from '../../ui/unsaved.ts'
import { type NumberNow, numbersNow } from './batch-api.ts'
import { limitShown, NumbersMeanwhile } from './numbers-meanwhile.tsx'
import { createRatio } from './quota-ratio.ts'
import {
  type Changes,
  cellKey,
  copyOf,
  limitOf,
  type Pasted,
  pasteInto,
  readLimit,
  type SheetCategory,
  type SheetUnit,
  standsBy,
  unitsOf,
} from './quota-table.ts'

const RatioFill = lazy(() => import('./ratio-fill.tsx'))

const moves: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** The places of all units as one walks through a spreadsheet: arrows, typing, pasting; what a number rests on is said below. */
export function QuotaSheet(props: {
  rows: readonly QuotaRow[]
  categories: readonly SheetCategory[]
  onSave: (changes: Changes) => Promise<void>
  /** How many units stand below each, for filling in by ratio. */
  denominators: () => Promise<readonly Denominator[]>
}) {
  const [changes, setChanges] = createSignal<Changes>(new Map())
  const [at, setAt] = createSignal({ row: 0, column: 0 })
  const [typing, setTyping] = createSignal<string | null>(null)
  const [filter, setFilter] = createSignal('')
  const [problems, setProblems] = createSignal<Pasted['problems']>([])
  const [busy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<unknown>()
  /** Numbers that another has written meanwhile over those that one's own were made from. */
  const [theirs, setTheirs] = createSignal<readonly NumberNow[]>([])
  const ratio = createRatio(() => props.denominators())
  warnUnsaved(
    () => changes().size > 0 || typing() !== null,
    () => t('leaveUnsaved', { count: Math.max(changes().size, 1) }),
  )
  const all = createMemo(() => unitsOf(props.rows))
  const units = createMemo(() => all().filter(({ name, code }) => `${name} ${code ?? ''}`.includes(filter().trim())))
  const active = () => {
    const unit = units()[at().row]
    const category = props.categories[at().column]
    return unit && category ? { unit, category, place: unit.cells.get(category.key) } : undefined
  }
  const id = (row: number, column: number) => `cell-${row}-${column}`
  const go = (row: number, column: number) => {
    const next = {
      row: Math.min(Math.max(row, 0), units().length - 1),
      column: Math.min(Math.max(column, 0), props.categories.length - 1),
    }
    setAt(next)
    document.getElementById(id(next.row, next.column))?.focus()
  }
  const write = (written: readonly QuotaChange[]) => {
    const next = new Map(changes())
    for (const change of written) {
      const key = cellKey(change.unit, change.category)
      const place = placeOf(change)
      const same = change.share ? place && standsBy(place, change, ratio.below(change.unit)) : place?.limit === change.limit
      if (same) next.delete(key)
      else next.set(key, change)
    }
    setChanges(next)
  }
  const placeOf = ({ unit, category }: { unit: string; category: string }) =>
    all()
      .find(({ id }) => id === unit)
      ?.cells.get(category)
  const fill = (filled: QuotaChange[]) => {
    write(filled)
    const count = filled.filter((change) => changes().get(cellKey(change.unit, change.category)) === change).length
    toast(count > 0 ? t('ratioFilled', { count }) : t('ratioSame'))
  }
  const keep = () => {
    const cell = active()
    const text = typing()
    if (text === null || !cell) return true
    const limit = readLimit(text)
    if (limit === undefined) return false
    if (cell.place) write([{ unit: cell.unit.id, category: cell.category.key, limit }])
    setTyping(null)
    return true
  }
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const { row, column } = at()
    const step = moves[event.key]
    const inside = typing() !== null
    if (step && !(inside && step[0] === 0)) {
      event.preventDefault()
      if (keep()) go(row + step[0], column + step[1])
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (!inside) start()
      else if (keep()) go(row + 1, column)
    } else if (event.key === 'F2') start()
    else if (event.key === 'Escape') {
      setTyping(null)
      go(row, column)
    } else if (event.key === 'Home') go(row, 0)
    else if (event.key === 'End') go(row, props.categories.length - 1)
    else if (!inside && /^\d$/.test(event.key) && active()?.place) {
      event.preventDefault()
      setTyping(event.key)
    } else if (!inside && (event.key === 'Delete' || event.key === 'Backspace')) {
      const cell = active()
      if (cell?.place) write([{ unit: cell.unit.id, category: cell.category.key, limit: unlimited }])
    }
  }
  /** A finger has neither keys nor a double click: one tap writes. */
  let touched = false
  const start = () => {
    const cell = active()
    if (!cell?.place) return
    setTyping(String(toldLimit(limitOf(cell.unit, cell.category.key, changes())) ?? ''))
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (typing() !== null || text.trim() === '') return
    event.preventDefault()
    const pasted = pasteInto(text, units(), props.categories, at())
    write(pasted.changes)
    setProblems(pasted.problems)
    if (pasted.changes.length > 0) toast(t('pasted', { count: pasted.changes.length }))
  }
  const tooFew = (unit: SheetUnit, category: string) => {
    const place = unit.cells.get(category)
    const limit = limitOf(unit, category, changes())
    return place !== undefined && limit !== undefined && limit < place.used
  }
  const wrong = () => all().some((unit) => props.categories.some(({ key }) => tooFew(unit, key)))
  const sum = (limits: readonly (number | undefined)[]) => {
    const set = limits.filter((limit) => limit !== undefined)
    const total = set.filter((limit) => limit < unlimited).reduce((a, b) => a + b, 0)
    return set.some((limit) => limit >= unlimited) ? `${number(total)}+` : number(total)
  }
  const save = async () => {
    setBusy(true)
    setRefusal(undefined)
    setTheirs([])
    try {
      await props.onSave(changes())
      setChanges(new Map())
    } catch (error) {
      const now = numbersNow(error)
      if (now) setTheirs(now)
      else setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  /** What is said of a cell that is not saved yet. */
  const unsaved = (cell: { unit: SheetUnit; category: SheetCategory; place: QuotaRow | undefined }) => {
    const change = changes().get(cellKey(cell.unit.id, cell.category.key))
    if (!change) return undefined
    const how = ratio.says(change)
    const from = limitShown(cell.place?.limit)
    return how ? t('willBeShare', { from, how }) : t('willBe', { from })
  }
  const takeTheirs = () => {
    const left = new Map(changes())
    for (const { unit, category } of theirs()) left.delete(cellKey(unit, category))
    setChanges(left)
    setTheirs([])
  }
  return (
    <>
      <div class="mb-3 flex flex-wrap items-end gap-3">
        <TextField label={t('find')} unmarked narrow value={filter()} onInput={setFilter} />
        <Button
          onClick={() =>
            navigator.clipboard.writeText(copyOf(all(), props.categories, changes(), t('unit'), language())).then(() => toast(t('copied')))
          }
        >
          {t('copy')}
        </Button>
        <Button busy={ratio.step() === 'counting'} onClick={ratio.begin}>
          {t('ratio')}
        </Button>
        <Button kind="primary" busy={busy()} disabled={changes().size === 0 || wrong()} onClick={save}>
          {changes().size > 0 ? t('save', { count: changes().size }) : t('saveNone')}
        </Button>
        <Show when={changes().size > 0}>
          <Button
            kind="quiet"
            onClick={() => {
              setChanges(new Map())
              setTheirs([])
            }}
          >
            {t('undo')}
          </Button>
        </Show>
      </div>
      <p class="by-keys mb-3 max-w-prose text-sm text-soft">{t('keys')}</p>
      <p class="by-touch mb-3 text-sm text-soft">{t('taps')}</p>
      <Show when={refusal()}>{(error) => <Banner tone="bad">{sentenceOf(error())}</Banner>}</Show>
      <Show when={theirs().length > 0}>
        <NumbersMeanwhile
          theirs={theirs()}
          units={all()}
          categories={props.categories}
          mine={changes()}
          busy={busy()}
          onOver={save}
          onTake={takeTheirs}
        />
      </Show>
      <Show when={problems().length > 0}>
        <Banner tone="warn" title={t('problems', { count: problems().length })}>
          <ul class="list-disc pl-5">
            <For each={problems().slice(0, 20)}>
              {(problem) => (
                <li>
                  {t('line', { line: problem.line })} <span translate="no">{problem.cell}</span> {inLanguage(problem.message)}
                </li>
              )}
            </For>
          </ul>
        </Banner>
      </Show>
      <div class="quota-room">
        <div class="quota-frame" onPaste={onPaste}>
          <table class="quota-sheet" aria-label={t('sheet')} aria-rowcount={units().length + 1}>
            <thead>
              <tr>
                <th scope="col">{t('unit')}</th>
                <For each={props.categories}>{(category) => <th scope="col">{inLanguage(category.title)}</th>}</For>
                <th scope="col">{t('total')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={units()}>
                {(unit, row) => (
                  <tr>
                    <th scope="row" translate="no">
                      {unit.name}
                      <Show when={unit.code}>{(code) => <small>{code()}</small>}</Show>
                    </th>
                    <For each={props.categories}>
                      {(category, column) => {
                        const place = () => unit.cells.get(category.key)
                        const limit = () => limitOf(unit, category.key, changes())
                        const here = () => at().row === row() && at().column === column()
                        return (
                          <td
                            id={id(row(), column())}
                            tabindex={here() ? 0 : -1}
                            classList={{
                              'quota-none': !place(),
                              'quota-changed': changes().has(cellKey(unit.id, category.key)),
                              'quota-wrong': tooFew(unit, category.key),
                            }}
                            onKeyDown={onKey}
                            onFocus={() => {
                              if (here()) return
                              if (!keep()) setTyping(null)
                              setAt({ row: row(), column: column() })
                            }}
                            onPointerDown={(event) => {
                              touched = event.pointerType === 'touch'
                            }}
                            onClick={() => touched && typing() === null && start()}
                            onDblClick={start}
                          >
                            <Show
                              when={here() && typing() !== null}
                              fallback={
                                <>
                                  {limit() === undefined ? '' : limitShown(limit())}
                                  <Show when={(place()?.used ?? 0) > 0}>
                                    <small>{t('used', { count: place()?.used ?? 0 })}</small>
                                  </Show>
                                </>
                              }
                            >
                              <input
                                ref={(input) => queueMicrotask(() => input.focus())}
                                inputmode="numeric"
                                aria-label={`${unit.name} ${inLanguage(category.title)}`}
                                translate="no"
                                value={typing() ?? ''}
                                aria-invalid={readLimit(typing() ?? '') === undefined ? 'true' : undefined}
                                onInput={(event) => setTyping(event.currentTarget.value)}
                                onBlur={() => !keep() && setTyping(null)}
                              />
                            </Show>
                          </td>
                        )
                      }}
                    </For>
                    <td class="quota-sum">{sum(props.categories.map(({ key }) => limitOf(unit, key, changes())))}</td>
                  </tr>
                )}
              </For>
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('total')}</th>
                <For each={props.categories}>
                  {({ key }) => <td class="quota-sum">{sum(units().map((unit) => limitOf(unit, key, changes())))}</td>}
                </For>
                <td class="quota-sum">
                  {sum(units().flatMap((unit) => props.categories.map(({ key }) => limitOf(unit, key, changes()))))}
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
        <div class="quota-explained" aria-live="polite">
          <Show when={active()}>
            {(cell) => (
              <>
                <strong>
                  <span translate="no">{cell().unit.name}</span>
                  {between}
                  {inLanguage(cell().category.title)}
                </strong>
                <Show when={cell().place} fallback={<p>{t('notRecommending')}</p>}>
                  {(place) => (
                    <p>
                      {unsaved(cell()) ?? inLanguage(explain(place().basis, place().limit))}{' '}
                      <Show when={place().used > 0}>{t('usedLong', { count: place().used })} </Show>
                      <Show when={place().confirmedAt}>{t('confirmed')} </Show>
                      <Show when={tooFew(cell().unit, cell().category.key)}>
                        <span class="text-bad">{t('belowUsed')}</span>
                      </Show>
                    </p>
                  )}
                </Show>
              </>
            )}
          </Show>
        </div>
      </div>
      <Suspense>
        <Show when={ratio.step() === 'asking'}>
          <RatioFill categories={props.categories} units={all()} denominators={ratio.all()} onFill={fill} onClose={ratio.end} />
        </Show>
      </Suspense>
    </>
  )
}
