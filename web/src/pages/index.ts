import type { DeskPart, NavEntry, Slice } from '../shell/slice.ts'

/** Every slice that has pages is found by its `routes.tsx`; adding a folder is enough. */
const found = import.meta.glob<{ slice: Slice }>('./*/routes.tsx', { eager: true })
const slices = Object.values(found).map(({ slice }) => slice)

export const routes = slices.flatMap((slice) => slice.routes)
const inOrder = (a: { order: number }, b: { order: number }) => a.order - b.order
export const nav: readonly NavEntry[] = slices.flatMap((slice) => slice.nav ?? []).sort(inOrder)
export const deskParts: readonly DeskPart[] = slices.flatMap((slice) => slice.desk ?? []).sort(inOrder)
