import { A } from '@solidjs/router'
import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { type Province, provinces } from '../../../shared/register/provinces.ts'
import { inLanguage } from '../i18n/texts.ts'
import { t } from '../i18n/tile-map.ts'
import { Button } from './button.tsx'

/** What a map says of one provincial unit. `share` from 0 to 1 is how strongly its tile is coloured; without it the tile has no figure to colour. */
export type Tile = {
  code: string
  value: string
  share?: number
  /** The figure in words, where `value` alone does not say it. */
  note?: string
  href?: string
}
const levels = 4

/**
 * The 34 provincial units as tiles in their relative positions, all of them always there; beneath it, the same as a table. Every tile shows its
 * figure, so that nothing is said by colour alone. `measure` is what the figures count.
 */
export function TileMap(props: { caption: string; measure: string; tiles: readonly Tile[] }) {
  const id = createUniqueId()
  const [asTable, setAsTable] = createSignal(false)
  const tileOf = (province: Province) => props.tiles.find(({ code }) => code === province.code)
  return (
    <figure class="tile-map" aria-labelledby={id}>
      <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <figcaption id={id} class="font-semibold">
          {props.caption}
        </figcaption>
        <Button small kind="quiet" aria-pressed={asTable()} onClick={() => setAsTable(!asTable())}>
          {t('asTable')}
        </Button>
      </div>
      <Show when={!asTable()} fallback={<AsTable {...props} tileOf={tileOf} />}>
        <ul class="tiles">
          <For each={provinces as readonly Province[]}>
            {(province) => {
              const tile = () => tileOf(province)
              return (
                <li class={`tile tile-row-${province.row} tile-column-${province.column} ${shade(tile()?.share)}`}>
                  <Linked href={tile()?.href}>
                    <span class="tile-name" aria-hidden="true" lang="zh-CN">
                      {province.short}
                    </span>
                    <span class="sr-only">{`${inLanguage(province)} ${tile()?.note ?? tile()?.value ?? t('nothing')}`}</span>
                    <span class="tile-value" aria-hidden="true">
                      {tile()?.value ?? '–'}
                    </span>
                  </Linked>
                </li>
              )
            }}
          </For>
        </ul>
        <p class="flex flex-wrap items-center gap-x-4 gap-y-1 text-soft">
          <span>{t('positions')}</span>
          <span class="tile-key" aria-hidden="true">
            {t('less')}
            <For each={Array.from({ length: levels + 1 }, (_, level) => level)}>
              {(level) => <i class={`tile-swatch tile-level-${level}`} />}
            </For>
            {t('more')}
          </span>
        </p>
      </Show>
    </figure>
  )
}

/** From hardly coloured to full; nothing where there is no figure. */
const shade = (share: number | undefined): string =>
  share === undefined ? '' : `tile-level-${share <= 0 ? 0 : Math.min(levels, Math.ceil(share * levels))}`

function Linked(props: { href?: string | undefined; children: JSX.Element }) {
  return (
    <Show when={props.href} fallback={<span class="tile-inside">{props.children}</span>}>
      {(href) => (
        <A class="tile-inside" href={href()}>
          {props.children}
        </A>
      )}
    </Show>
  )
}

function AsTable(props: { caption: string; measure: string; tileOf: (province: Province) => Tile | undefined }) {
  return (
    <table class="table">
      <caption class="sr-only">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('province')}</th>
          <th scope="col" class="numeric">
            {props.measure}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={provinces as readonly Province[]}>
          {(province) => (
            <tr>
              <th scope="row">
                <Show when={props.tileOf(province)?.href} fallback={inLanguage(province)}>
                  {(href) => <A href={href()}>{inLanguage(province)}</A>}
                </Show>
              </th>
              <td class="numeric">{props.tileOf(province)?.note ?? props.tileOf(province)?.value ?? t('nothing')}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
