import { A } from '@solidjs/router'
import { createEffect, Index, on } from 'solid-js'

/** A page that stands beside others: `within` where the page that is open is part of it without its address saying so. */
export type RoomTab = { href: string; label: string; within?: boolean }

/** The way between pages that belong together, for the place above a `PageHeader`. A tab stays the same element when what is known of the pages is read anew. */
export function RoomTabs(props: { label: string; rooms: readonly RoomTab[] }) {
  let row: HTMLElement | undefined
  // Once the row stands in the page, which it may not do yet when it is made; and anew when a tab that stays has become another page's.
  createEffect(
    on(
      () => props.rooms.map(({ href, label, within }) => `${href} ${label} ${within ?? false}`).join('\n'),
      () => requestAnimationFrame(() => intoView(row)),
    ),
  )
  return (
    <nav class="tabs no-print mb-4" aria-label={props.label} ref={row}>
      <Index each={props.rooms}>
        {(room) => (
          <A end class="tab" classList={{ within: room().within ?? false }} href={room().href}>
            {room().label}
          </A>
        )}
      </Index>
    </nav>
  )
}

/** Where the tabs are wider than the window, the one that is open is among those that are seen; the page itself stays where it is. */
function intoView(row: HTMLElement | undefined): void {
  const link = row?.querySelector<HTMLElement>('.within, [aria-current]')
  if (row && link) row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2
}
