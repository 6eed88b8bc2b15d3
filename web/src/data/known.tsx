import { type JSX, Show, untrack } from 'solid-js'

/**
 * What was read last. Until a page that is being changed to stands, a signal that is set meanwhile finds the page's resources, and every condition that hangs on
 * them, as they were before: empty.
 */
export function lastRead<Read>(read: () => Read | undefined): () => Read | undefined {
  let last: Read | undefined
  return () => {
    last = read() ?? last
    return last
  }
}

/** Draws what a page has read, once it is there, and then what it has read last (see `lastRead`), where the argument of a `Show` would throw. */
export function Known<Read>(props: { of: Read | undefined; fallback?: JSX.Element; children: (known: () => Read) => JSX.Element }) {
  const known = lastRead(() => props.of)
  return (
    <Show when={known()} fallback={props.fallback}>
      {untrack(() => props.children(known as () => Read))}
    </Show>
  )
}
