import { Show } from 'solid-js'

/** An email address to read. Where it does not fit in a line it goes on in the next from its @, which copies nothing with it; a list gives it no less room than that. */
export function EmailAddress(props: { of: string }) {
  const at = () => props.of.lastIndexOf('@')
  return (
    <span translate="no">
      <Show when={at() > 0} fallback={props.of}>
        {props.of.slice(0, at())}
        <wbr />
        {props.of.slice(at())}
      </Show>
    </span>
  )
}
