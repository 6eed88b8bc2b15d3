import type { RouteDefinition } from '@solidjs/router'
import type { Component } from 'solid-js'
import type { Markable } from './marked.ts'

/** An entry of the side navigation. It stands for those for whom `when` holds; `order` from 0, the desk being 0. */
export type NavEntry = Markable & {
  label: () => string
  icon: Component
  order: number
  when?: () => boolean
}
/** A part of the desk: what waits for this person in this slice. */
export type DeskPart = { order: number; when?: () => boolean; component: Component }

/**
 * What `pages/<slice>/routes.tsx` exports as `slice`: its pages (each a `lazy` component, paths below /app), its entries
 * in the navigation, and its part of the desk. The shell finds the file by its place.
 */
export type Slice = { routes: readonly RouteDefinition[]; nav?: readonly NavEntry[]; desk?: readonly DeskPart[] }
