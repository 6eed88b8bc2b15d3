import { createUniqueId, For, Show } from 'solid-js'
import { t } from '../i18n/places.ts'

/** Beyond so many, places are not drawn one by one but as lengths. */
const oneByOne = 40
/** Width and gap of a place in the picture, in its own units. */
const side = 10
const gap = 3

/**
 * Places as a picture: those used are full, those left are empty, and those that wait for more than there is are dashed behind a line. Told by shape, not by
 * colour; the words beneath say the same.
 */
export function PlacesPicture(props: { label: string; used: number; limit: number; asked?: number }) {
  const id = createUniqueId()
  const left = () => Math.max(0, props.limit - props.used)
  const asked = () => props.asked ?? 0
  /** What waits and would find no place. */
  const over = () => Math.max(0, asked() - left())
  const total = () => Math.max(1, Math.max(props.limit, props.used) + over())
  const scale = () => (total() > oneByOne ? oneByOne / total() : 1)
  const kinds = () =>
    [
      ['used', props.used],
      ['waits', Math.min(asked(), left())],
      ['left', left() - Math.min(asked(), left())],
      ['over', over()],
    ] as const
  const boxes = () => {
    let at = 0
    return kinds().flatMap(([kind, count]) => {
      const drawn = scale() === 1 ? Array.from({ length: count }, () => 1) : count > 0 ? [count * scale()] : []
      return drawn.map((places) => {
        const x = at
        at += places * (side + gap)
        return { kind, x, width: places * (side + gap) - gap }
      })
    })
  }
  const width = () => Math.min(total(), oneByOne) * (side + gap)
  const end = () => Math.max(props.limit, props.used) * scale() * (side + gap) - gap / 2
  /** What the line above the picture has not said: as long as no place is used, as many are left as there are. */
  const said = () =>
    [
      ...(props.used > 0 ? [t('left', { count: left() })] : []),
      ...(asked() > 0 ? [t('asked', { count: asked() })] : []),
      ...(over() > 0 ? [t('over', { count: over() })] : []),
    ].join(t('comma'))
  return (
    <div class="places">
      <p id={id}>{props.label}</p>
      <p class="tabular-nums text-soft">{t('of', { used: props.used, limit: props.limit })}</p>
      <svg
        class="places-picture"
        viewBox={`0 0 ${width()} ${side + 4}`}
        preserveAspectRatio="xMinYMid meet"
        role="img"
        aria-label={[props.label, said()].filter(Boolean).join(' · ')}
      >
        <For each={boxes()}>
          {({ kind, x, width: long }) => (
            <rect class={`places-${kind}`} x={x + 0.75} y={2.75} width={Math.max(long - 1.5, 0.5)} height={side - 1.5} rx="1.5" />
          )}
        </For>
        <Show when={over() > 0}>
          <line class="places-end" x1={end()} x2={end()} y1="0" y2={side + 4} />
        </Show>
      </svg>
      {/* The name of the picture has said it. */}
      <Show when={said()}>
        {(more) => (
          <p class="text-sm text-soft" aria-hidden="true">
            {more()}
          </p>
        )}
      </Show>
    </div>
  )
}
