import { createResource, onCleanup } from 'solid-js'
import { presenceSeconds } from '../../../../shared/submissions/presence.ts'
import { answer } from '../../data/client.ts'
import { type Named, one } from './submission-api.ts'

/** Who else has the submission open now, asked again and again while the page is seen; each asking says that one is here. Without a connection nobody is. */
export function colleagues(named: () => Named | undefined, section: () => string | undefined) {
  const [present, { refetch }] = createResource(
    () => named() && { ...(named() as Named), section: section() },
    async ({ section: open, ...param }) => {
      try {
        return (await answer(one.presence.$post({ param, json: { ...(open && { section: open }) } }))).rows
      } catch {
        return []
      }
    },
  )
  const timer = setInterval(() => document.visibilityState === 'visible' && void refetch(), presenceSeconds.beat * 1000)
  onCleanup(() => clearInterval(timer))
  return () => present.latest ?? []
}
