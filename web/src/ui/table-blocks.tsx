import { createEffect, createMemo, createRenderEffect, createSignal, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js'

/** Rows that are drawn, or not, together: so few that those in the window are drawn within a frame. */
const blockOf = 10
/** How far beyond the window rows are drawn when there is time, in pixels: several turns of the wheel. Twice as far away they are taken out again. */
const beyond = 2500
/** Milliseconds of a frame in which rows beyond the window are drawn. */
const spare = 5
/** What a row is taken to measure, in pixels, until some have been drawn: a line at a desk, a card on a phone. */
const guessed = () => (window.matchMedia('(max-width: 640px)').matches ? 210 : 46)

type Block = { body: HTMLElement; near: () => boolean; setNear: (near: boolean) => void }

/**
 * The rows of a long list, block by block: those near the window are drawn, the others are kept as empty height. What a jump of the scroll bar
 * brings into the window is drawn before the frame is painted, what lies beyond the window after it, a few rows a frame, first where one is scrolling to. The blocks
 * around the focus stay. All are drawn while the page is printed, and from when somebody searches in it with the browser, which finds only what is there.
 */
export function TableBlocks<Row>(props: {
  rows: readonly Row[]
  columns: number
  children: (row: Row, index: () => number) => JSX.Element
}) {
  const [all, setAll] = createSignal(false)
  const blocks = createMemo(() => Array.from({ length: Math.ceil(props.rows.length / blockOf) }, (_, block) => block))
  const known: Block[] = []
  /** Pixels of the blocks that were drawn once, and of a row in the last of them. */
  const heights = new Map<number, number>()
  let mean = guessed()
  /** The first block in the window when it was looked last, and whether one has gone down since the time before. */
  let first = 0
  let down = true
  /** Whether something was drawn before the frame that is under way. */
  let drew = false
  let frame = 0

  const box = (block: number) => known[block]?.body.getBoundingClientRect()
  /** The first block that ends below a line of the window. */
  const endsBelow = (line: number) => {
    let [from, to] = [0, blocks().length - 1]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((box(middle)?.bottom ?? 0) > line) to = middle
      else from = middle + 1
    }
    return from
  }
  /** The first and the last block within so many pixels of the window. */
  const within = (pixels: number): [number, number] => [endsBelow(-pixels), endsBelow(window.innerHeight + pixels)]
  const isShown = () => !all() && (known[0]?.body.getClientRects().length ?? 0) > 0
  const missing = (from: number, to: number) => {
    const found: number[] = []
    for (let block = from; block <= to; block++) if (known[block]?.near() === false) found.push(block)
    return found
  }
  /** Draws blocks, as many as there is time for, after those far from the window and from the focus have become height again; says how many are left. */
  const draw = (wanted: readonly number[], until = Number.POSITIVE_INFINITY) => {
    const [from, to] = within(2 * beyond)
    const focused = known.findIndex((block) => block?.body.contains(document.activeElement))
    const isFar = (block: number) => (block < from || block > to) && (focused < 0 || Math.abs(block - focused) > 1)
    const far = blocks().filter((block) => known[block]?.near() && isFar(block))
    for (const block of far) {
      const { height = 0 } = box(block) ?? {}
      heights.set(block, height)
      mean = height / Math.max(1, Math.min(blockOf, props.rows.length - block * blockOf))
    }
    for (const block of far) known[block]?.setNear(false)
    let done = 0
    while (done < wanted.length && (done === 0 || performance.now() < until)) known[wanted[done++] ?? -1]?.setNear(true)
    return wanted.length - done
  }
  /** Draws what is in the window. Rows that are lower than was thought let others into it. */
  const look = () => {
    for (let looks = 0; looks < 5; looks++) {
      const [from, to] = within(0)
      if (from !== first) down = from > first
      first = from
      const empty = missing(from, to)
      if (empty.length === 0) return
      draw(empty)
      drew = true
    }
  }
  /** Draws what lies beyond the window, in frames that have nothing else to draw. */
  const further = () => {
    frame = 0
    if (!isShown()) return
    const until = performance.now() + spare
    if (!drew) look()
    if (drew) {
      drew = false
      return soon()
    }
    const [from, to] = within(0)
    const [above, below] = within(beyond)
    const before = missing(above, from - 1).reverse()
    const after = missing(to + 1, below)
    if (draw(down ? [...after, ...before] : [...before, ...after], until) > 0) soon()
  }
  const soon = () => {
    frame ||= requestAnimationFrame(further)
  }
  /** Comes before the frame is painted that shows where one has scrolled to. */
  const scrolled = () => {
    if (isShown()) look()
    soon()
  }
  const print = () => setAll(true)
  const printed = () => setAll(false)
  const search = (event: KeyboardEvent) => event.key === 'f' && (event.ctrlKey || event.metaKey) && setAll(true)
  /** What stands above the list may move it without anybody scrolling. */
  const resized = new ResizeObserver(soon)
  onMount(() => {
    // Of whatever scrolls: the page, or a frame or dialog around the list.
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    window.addEventListener('resize', scrolled)
    window.addEventListener('beforeprint', print)
    window.addEventListener('afterprint', printed)
    document.addEventListener('keydown', search)
    resized.observe(document.body)
  })
  onCleanup(() => {
    cancelAnimationFrame(frame)
    resized.disconnect()
    document.removeEventListener('scroll', scrolled, { capture: true })
    window.removeEventListener('resize', scrolled)
    window.removeEventListener('beforeprint', print)
    window.removeEventListener('afterprint', printed)
    document.removeEventListener('keydown', search)
  })
  createEffect(on(blocks, scrolled))
  return (
    <For each={blocks()}>
      {(block) => {
        const from = block * blockOf
        const rows = createMemo(() => props.rows.slice(from, from + blockOf), undefined, { equals: sameRows })
        const [near, setNear] = createSignal(block === 0)
        const drawn = createMemo(() => all() || near())
        onCleanup(() => delete known[block])
        return (
          <tbody
            ref={(body) => {
              known[block] = { body, near, setNear }
            }}
          >
            <Show when={drawn()} fallback={<Gap columns={props.columns} height={heights.get(block) ?? mean * rows().length} />}>
              <For each={rows()}>{(row, index) => props.children(row, () => from + index())}</For>
            </Show>
          </tbody>
        )
      }}
    </For>
  )
}

const sameRows = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length && a.every((row, i) => row === b[i])

/** The height of rows that are not drawn. Behind it the table is ruled. */
function Gap(props: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
    <tr class="table-gap" aria-hidden="true">
      <td
        colspan={props.columns}
        ref={(cell) =>
          // At once: what is in the window is measured before effects run.
          createRenderEffect(() => {
            cell.style.height = `${props.height}px`
          })
        }
      />
    </tr>
  )
}
