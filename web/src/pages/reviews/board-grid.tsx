import { A } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import Ban from '~icons/lucide/ban'
import Check from '~icons/lucide/check'
import CircleDot from '~icons/lucide/circle-dot'
import Plus from '~icons/lucide/plus'
import Undo from '~icons/lucide/undo-2'
import UserX from '~icons/lucide/user-x'
import { mayTake, type Seat, sitting } from '../../../../shared/reviews/board.ts'
import { t } from '../../i18n/board.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Badge } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import type { BoardExpert, BoardParts, BoardRow } from './board-state.ts'

/** What is being carried: an expert to some submission, or a submission from its expert to another. */
type Carried = { expert: BoardExpert; submission?: BoardRow }

/** The board as a table of experts and submissions: pressed, dragged, or walked through with the arrow keys. */
export function BoardGrid(props: BoardParts) {
  const [carried, setCarried] = createSignal<Carried | null>(null)
  const [at, setAt] = createSignal<readonly [number, number]>([0, 0])
  const still = () => props.rows.every(({ settled }) => settled)
  let grid: HTMLTableElement | undefined
  const most = () => Math.max(1, ...props.experts.map(({ assigned }) => assigned))
  /** Who would get a submission if what is carried were let go over this cell. */
  const takes = (row: BoardRow, expert: BoardExpert): BoardExpert | undefined => {
    const now = carried()
    if (!now || (now.submission && now.submission.id !== row.id)) return undefined
    const to = now.submission ? expert : now.expert
    return mayTake(props.board.seat(to, row)) ? to : undefined
  }
  const letGo = (row: BoardRow, expert: BoardExpert) => {
    const now = carried()
    const to = takes(row, expert)
    setCarried(null)
    if (now && to) void props.board.change({ submission: row, ...(now.submission && { from: now.expert }), to })
  }
  const lift = (expert: BoardExpert, submission: BoardRow) => {
    setCarried({ expert, submission })
    props.board.say(t('lifted', { title: submission.title, name: expert.name }))
  }
  const focusCell = (row: number, column: number) => {
    const to = [Math.min(Math.max(row, 0), props.rows.length - 1), Math.min(Math.max(column, 0), props.experts.length - 1)] as const
    setAt(to)
    grid?.querySelector<HTMLElement>(`[data-cell="${to[0]}-${to[1]}"]`)?.focus()
  }
  const steps: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
  const keys = (event: KeyboardEvent, row: number, column: number) => {
    const step = steps[event.key]
    const submission = props.rows[row]
    const expert = props.experts[column]
    if (step) focusCell(row + step[0], column + step[1])
    else if (event.key === 'Home') focusCell(row, 0)
    else if (event.key === 'End') focusCell(row, props.experts.length - 1)
    else if (event.key === 'm' && submission && expert && props.board.seat(expert, submission) === 'held') lift(expert, submission)
    else if (event.key === 'Escape' && carried()) {
      setCarried(null)
      props.board.say(t('putDown'))
    } else return
    event.preventDefault()
  }
  const press = (expert: BoardExpert, row: BoardRow) => {
    const now = carried()
    if (!now?.submission || now.expert.expert === expert.expert) return props.board.press(expert, row)
    if (takes(row, expert)) return letGo(row, expert)
    props.board.say(t('cannot', { title: now.submission.title, name: expert.name, state: t(props.board.seat(expert, row)) }))
  }
  return (
    <div class="board-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked through with the arrow keys is a grid. */}
      <table class="board" role="grid" aria-label={t('board')} ref={grid}>
        <thead>
          <tr>
            <th scope="col" class="board-corner">
              {t('submission')}
            </th>
            <For each={props.experts}>
              {(expert) => (
                <th
                  scope="col"
                  class="board-expert"
                  classList={{ 'board-still': still() }}
                  draggable={!still()}
                  onDragStart={(event) => {
                    setCarried({ expert })
                    event.dataTransfer?.setData('text/plain', expert.expert)
                  }}
                  onDragEnd={() => setCarried(null)}
                >
                  <span class="block font-semibold text-ink" translate="no">
                    {expert.name}
                  </span>
                  <small class="board-unit" translate="no" title={expert.unit.name}>
                    {expert.unit.name}
                  </small>
                  <progress
                    class="progress"
                    aria-label={t('loadBar', { name: expert.name })}
                    translate="no"
                    value={expert.assigned}
                    max={most()}
                  />
                  <small class="block">{t('load', { assigned: expert.assigned, submitted: expert.submitted })}</small>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row, line) => (
              <tr>
                <th scope="row" class="board-row">
                  <A translate="no" href={`/batches/${props.batch}/submissions/${row.id}`}>
                    {row.title}
                  </A>
                  <small class="block font-normal text-soft" translate="no">
                    {row.institution.name}
                  </small>
                  <span class="mt-1 flex flex-wrap items-center gap-2">
                    <Badge tone={props.board.tone(row)}>{t('seats', { sitting: sitting(row), wanted: props.wanted })}</Badge>
                    <Show when={!row.settled}>
                      <Button small kind="quiet" tabindex={-1} onClick={() => props.onByName(row)}>
                        {t('byName')}
                        <AlsoSaid>{row.title}</AlsoSaid>
                      </Button>
                    </Show>
                    <Show when={row.reviews.length > 0}>
                      <LinkButton small kind="quiet" href={`/batches/${props.batch}/submissions/${row.id}/reviews`}>
                        {t('reviews')}
                        <AlsoSaid>{row.title}</AlsoSaid>
                      </LinkButton>
                    </Show>
                  </span>
                </th>
                <For each={props.experts}>
                  {(expert, column) => {
                    const seat = () => props.board.seat(expert, row)
                    return (
                      <td
                        class="board-cell"
                        classList={{
                          'board-barred': seat() === 'own-unit' || seat() === 'declared' || seat() === 'away',
                          'board-refuses': carried() !== null && !takes(row, expert),
                          'board-takes': carried() !== null && takes(row, expert) !== undefined,
                        }}
                        onDragOver={(event) => takes(row, expert) && event.preventDefault()}
                        onDrop={(event) => {
                          event.preventDefault()
                          letGo(row, expert)
                        }}
                      >
                        <button
                          type="button"
                          class={`board-seat board-${seat()}`}
                          data-cell={`${line()}-${column()}`}
                          tabindex={at()[0] === line() && at()[1] === column() ? 0 : -1}
                          translate="no"
                          aria-label={t('cell', { title: row.title, name: expert.name, state: t(seat()) })}
                          title={t(seat())}
                          draggable={seat() === 'held'}
                          onDragStart={(event) => {
                            event.stopPropagation()
                            setCarried({ expert, submission: row })
                            event.dataTransfer?.setData('text/plain', row.id)
                          }}
                          onDragEnd={() => setCarried(null)}
                          onFocus={() => setAt([line(), column()])}
                          onKeyDown={(event) => keys(event, line(), column())}
                          onClick={() => press(expert, row)}
                        >
                          <Mark seat={seat()} />
                        </button>
                      </td>
                    )
                  }}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

/** A seat is told by its shape; the colour only repeats it. */
function Mark(props: { seat: Seat }) {
  return (
    <Show when={props.seat}>
      <Switch fallback={<Plus class="board-plus" />}>
        <Match when={props.seat === 'none'}>
          <span />
        </Match>
        <Match when={props.seat === 'held' || props.seat === 'unfinished'}>
          <CircleDot />
        </Match>
        <Match when={props.seat === 'relieved'}>
          <Undo />
        </Match>
        <Match when={props.seat === 'submitted'}>
          <Check />
        </Match>
        <Match when={props.seat === 'own-unit' || props.seat === 'declared'}>
          <Ban />
        </Match>
        <Match when={props.seat === 'away'}>
          <UserX />
        </Match>
      </Switch>
    </Show>
  )
}

/** What the shapes in the cells stand for; an empty cell may be assigned, or never was. */
export function Marks(props: { rows: readonly BoardRow[] }) {
  const seats = () => [
    ...(props.rows.some(({ settled }) => !settled) ? (['held'] as const) : []),
    ...(props.rows.some(({ settled }) => settled) ? (['unfinished', 'relieved'] as const) : []),
    ...(['submitted', 'own-unit', 'declared'] as const),
    ...(props.rows.some(({ settled }) => !settled) ? (['away'] as const) : []),
  ]
  return (
    <dl class="board-marks" aria-label={t('marks')}>
      <For each={seats()}>
        {(seat) => (
          <div>
            <dt class={`board-${seat}`}>
              <Mark seat={seat} />
            </dt>
            <dd>{t(seat)}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
