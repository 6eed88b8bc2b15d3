import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { begun, handedIn, type Notable, share } from '../../../../shared/batches/completeness.ts'
import { t } from '../../i18n/host-desk.ts'
import { number } from '../../i18n/numbers.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { TileMap } from '../../ui/tile-map.tsx'
import type { CompletenessRow } from './batch-api.ts'

/** Bars on the desk; the page of the batch has them all. */
const mostBars = 6

/** Where one can see to it. */
const pages: Record<Notable['kind'], string> = {
  unsent: 'live',
  silent: 'completeness?show=silent',
  returned: 'submissions?state=returned',
  waiting: 'completeness?sort=recommended&order=ascending',
  unscreened: 'submissions?state=recommended',
}

/** What is out of the ordinary in a batch that one hosts, each with the page where it can be seen to. */
export function DeskNotable(props: { batch: string; title: string; found: readonly Notable[] }) {
  return (
    <Show when={props.found.length > 0}>
      <ul class="flex flex-col gap-1">
        <For each={props.found}>
          {({ kind, count }) => (
            <li>
              <A href={`/batches/${props.batch}/${pages[kind]}`}>
                {t(`${kind}Now`, { count })}
                <AlsoSaid>{props.title}</AlsoSaid>
              </A>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** How far the units below are: those that are furthest behind as bars, and all provinces on the map. */
export function DeskUnits(props: { batch: string; title: string; rows: readonly CompletenessRow[] }) {
  const started = () => props.rows.filter((row) => begun(row) > 0)
  const behind = () =>
    started()
      .filter((row) => share(row) < 1)
      .toSorted((a, b) => share(a) - share(b))
      .slice(0, mostBars)
  const tiles = () =>
    props.rows.flatMap((row) =>
      row.province === undefined
        ? []
        : [
            {
              code: row.province,
              // Nothing of nothing is no fraction: nobody there has begun.
              value: begun(row) > 0 ? `${number(handedIn(row))}/${number(begun(row))}` : '0',
              share: Math.max(share(row), 0),
              href: `/batches/${props.batch}/completeness?unit=${row.unit.id}`,
            },
          ],
    )
  return (
    <div class="desk-units">
      <div>
        <h4>{t('behind')}</h4>
        <ul class="mt-2 flex flex-col gap-2">
          <For each={behind()} fallback={<li class="text-soft">{t(started().length > 0 ? 'allIn' : 'nobodyYet')}</li>}>
            {(row) => (
              <li>
                <div class="flex flex-wrap justify-between gap-x-4">
                  <Show when={row.further} fallback={<span translate="no">{row.unit.name}</span>}>
                    <A translate="no" href={`/batches/${props.batch}/completeness?unit=${row.unit.id}`}>
                      {row.unit.name}
                    </A>
                  </Show>
                  <span class="tabular-nums text-soft">{t('ofBegun', { done: number(handedIn(row)), all: number(begun(row)) })}</span>
                </div>
                <progress class="progress" aria-label={row.unit.name} value={handedIn(row)} max={begun(row)} />
              </li>
            )}
          </For>
        </ul>
        <p class="mt-3">
          <A href={`/batches/${props.batch}/completeness`}>
            {t('everyUnit')}
            <AlsoSaid>{props.title}</AlsoSaid>
          </A>
        </p>
      </div>
      <Show when={tiles().length > 1}>
        <TileMap caption={t('byProvince')} measure={t('measure')} tiles={tiles()} />
      </Show>
    </div>
  )
}
