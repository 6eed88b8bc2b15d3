import type { JSX } from 'solid-js'

/** What a control is about, for those who hear it away from the line it stands in: said after its visible words. */
export function AlsoSaid(props: { children: JSX.Element }) {
  return (
    <span class="sr-only" translate="no">
      {' '}
      {props.children}
    </span>
  )
}
