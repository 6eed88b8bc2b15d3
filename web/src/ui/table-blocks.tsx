import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'

/** Rows that are drawn, or not, together. */
const blockOf = 50
/** How far beyond the window rows are drawn, in pixels: several turns of the wheel. */
const beyond = 2500
/** What a row is taken to measure, in pixels, until some have been drawn: a line at a desk, a card on a phone. */
const guessed = () => (window.matchMedia('(max-width: 640px)').matches ? 210 : 46)

/**
 * The rows of a long list, block by block: those near the window are drawn, the others are kept as empty height. A block with the focus in it stays. All are
 * drawn while the page is printed, and from when somebody searches in it with the browser, which finds only what is there.
 */
export function TableBlocks<Row>(props: {
  rows: readonly Row[]
  columns: number
  children: (row: Row, index: () => number) => JSX.Element
}) {
  const [all, setAll] = createSignal(false)
  const [near, setNear] = createSignal<ReadonlySet<number>>(new Set([0]))
  /** Pixels of the blocks that were drawn once, and of a row in the last of them. */
  const heights = new Map<number, number>()
  let mean = guessed()
  const blocks = createMemo(() => Array.from({ length: Math.ceil(props.rows.length / blockOf) }, (_, block) => block))
  const watch = new IntersectionObserver(
    (entries) => {
      const next = new Set(near())
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const block = Number((target as HTMLElement).dataset.block)
        if (isIntersecting) next.add(block)
        else if (next.has(block) && !target.contains(document.activeElement)) {
          heights.set(block, boundingClientRect.height)
          mean = boundingClientRect.height / Math.max(1, Math.min(blockOf, props.rows.length - block * blockOf))
          next.delete(block)
        }
      }
      setNear(next)
    },
    { rootMargin: `${beyond}px 0px` },
  )
  const print = () => setAll(true)
  const printed = () => setAll(false)
  const search = (event: KeyboardEvent) => event.key === 'f' && (event.ctrlKey || event.metaKey) && setAll(true)
  onMount(() => {
    window.addEventListener('beforeprint', print)
    window.addEventListener('afterprint', printed)
    document.addEventListener('keydown', search)
  })
  onCleanup(() => {
    watch.disconnect()
    window.removeEventListener('beforeprint', print)
    window.removeEventListener('afterprint', printed)
    document.removeEventListener('keydown', search)
  })
  return (
    <For each={blocks()}>
      {(block) => {
        const from = block * blockOf
        const rows = createMemo(() => props.rows.slice(from, from + blockOf), undefined, { equals: sameRows })
        const drawn = createMemo(() => all() || near().has(block))
        return (
          <tbody
            data-block={block}
            ref={(body) => {
              watch.observe(body)
              onCleanup(() => watch.unobserve(body))
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

/** The height of rows that are not drawn. */
function Gap(props: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
    <tr class="table-gap" aria-hidden="true">
      <td
        colspan={props.columns}
        ref={(cell) =>
          createEffect(() => {
            cell.style.height = `${props.height}px`
          })
        }
      />
    </tr>
  )
}
