import { children, createEffect, type JSX, Suspense } from 'solid-js'

/**
 * Waits for what a page reads first, and shows `fallback` until then. A page that stands stays: when it goes on to something else, or a part comes to it that reads
 * something of its own, that part alone shows that it is on its way. Taken away meanwhile, the page would take with it what somebody is about to press.
 */
export function Standing(props: { fallback: JSX.Element; children: JSX.Element }) {
  let stands: JSX.Element
  return (
    <Suspense fallback={stands ?? props.fallback}>
      <Awaited
        onStands={(page) => {
          stands = page
        }}
      >
        {props.children}
      </Awaited>
    </Suspense>
  )
}

function Awaited(props: { onStands: (page: JSX.Element) => void; children: JSX.Element }) {
  const content = children(() => props.children)
  const page = <>{content}</>
  // Effects run only once nothing is waited for any more.
  createEffect(() => props.onStands(page))
  return page
}
