import { A } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { type Counted, furthestBehind } from '../../../shared/batches/behind.ts'
import { t } from '../i18n/desk-units.ts'
import { number } from '../i18n/numbers.ts'
import { AlsoSaid } from './also-said.tsx'
import { type Tile, TileMap } from './tile-map.tsx'

/** Bars on a desk; the page that the link leads to has them all. */
const mostBars = 6

/** `href` where there is more to see of the unit. */
type DeskUnit = Counted & { name: string; href?: string }

/** How far the units below are: those that are furthest behind as bars, and then, where they lie in several provinces, all of them on the map. */
export function DeskUnits(props: {
  /** What they take part in, said with the link to all of them. */
  title: string
  units: readonly DeskUnit[]
  all: { label: string; href: string }
  map: { caption: string; measure: string; tiles: readonly Tile[] }
}) {
  const behind = createMemo(() => furthestBehind(props.units, mostBars))
  /** Where nobody is behind, a sentence says as much as the map. */
  const mapped = () => behind().length > 0 && props.map.tiles.length > 1
  return (
    <div classList={{ 'desk-units': mapped() }}>
      <div>
        <Show
          when={behind().length > 0}
          fallback={<p class="text-soft">{t(props.units.some(({ begun }) => begun > 0) ? 'allIn' : 'nobodyYet')}</p>}
        >
          <h4 class="font-medium">{t('behind')}</h4>
          <ul class="mt-2 flex flex-col gap-2">
            <For each={behind()}>
              {(unit) => (
                <li>
                  <div class="flex flex-wrap justify-between gap-x-4">
                    <Show when={unit.href} fallback={<span translate="no">{unit.name}</span>}>
                      {(href) => (
                        <A translate="no" href={href()}>
                          {unit.name}
                        </A>
                      )}
                    </Show>
                    <span class="tabular-nums text-soft">{t('ofBegun', { done: number(unit.handedIn), all: number(unit.begun) })}</span>
                  </div>
                  <progress class="progress" aria-label={unit.name} value={unit.handedIn} max={unit.begun} />
                </li>
              )}
            </For>
          </ul>
        </Show>
        <p class="mt-3">
          <A href={props.all.href}>
            {props.all.label}
            <AlsoSaid>{props.title}</AlsoSaid>
          </A>
        </p>
      </div>
      <Show when={mapped()}>
        <TileMap caption={props.map.caption} measure={props.map.measure} tiles={props.map.tiles} />
      </Show>
    </div>
  )
}
