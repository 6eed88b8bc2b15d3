import { type JSX, Show, untrack } from 'solid-js'

/**
 * Draws what a page has read, once it is there. Until a page that is being changed to stands, a signal that is set meanwhile finds the page's resources, and every
 * condition that hangs on them, as they were before: empty. What is drawn of them then asks for what was read last, where the argument of a `Show` would throw.
 */
export function Known<Read>(props: { of: Read | undefined; fallback?: JSX.Element; children: (known: () => Read) => JSX.Element }) {
  let last: Read | undefined
  const known = () => {
    last = props.of ?? last
    return last as Read
  }
  return (
    <Show when={known()} fallback={props.fallback}>
      {untrack(() => props.children(known))}
    </Show>
  )
}
