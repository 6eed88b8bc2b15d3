import { type Component, lazy, Suspense } from 'solid-js'
import { SkeletonRows } from '../ui/skeleton.tsx'

/** A control that only some sections need: fetched when the first of them is shown, with its place kept meanwhile. */
export function later<P extends Record<string, unknown>>(load: () => Promise<{ default: Component<P> }>): Component<P> {
  const Control = lazy(load)
  return (props) => (
    <Suspense fallback={<SkeletonRows rows={2} />}>
      <Control {...props} />
    </Suspense>
  )
}
