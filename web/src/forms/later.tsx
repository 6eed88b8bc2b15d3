import { type Component, createSignal, Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { SkeletonRows } from '../ui/skeleton.tsx'

/** `here`: whether it has come. */
export type Later = { bring: () => Promise<unknown>; here: () => boolean }

/** A control that only some sections need. `bring` fetches it; shown before it has come, it keeps its place. */
export function later<P extends object>(load: () => Promise<Component<P>>): Component<P> & Later {
  const [control, setControl] = createSignal<Component<P>>()
  const bring = async () => {
    if (control()) return
    const loaded = await load()
    setControl(() => loaded)
  }
  const Shown: Component<P> = (props) => {
    bring().catch(() => undefined)
    return (
      <Show when={control()} fallback={<SkeletonRows rows={2} />}>
        {(known) => (
          <Suspense>
            <Dynamic component={known()} {...props} />
          </Suspense>
        )}
      </Show>
    )
  }
  return Object.assign(Shown, { bring, here: () => control() !== undefined })
}
