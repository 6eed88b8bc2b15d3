import type { RoutePreloadFunc } from '@solidjs/router'
import { askAhead, type Lasts } from '../data/ahead.ts'
import { me } from '../data/session.ts'

/**
 * What a page reads first, as paths of the API: asked for while its script is still on its way, so that on a slow network one wait takes the place of three.
 * `preload` of its route. Going over a link with the mouse asks for nothing: most links are passed by.
 */
export const reads =
  <P extends string>(paths: (params: Record<P, string>) => readonly string[], lasts: Lasts = 'once'): RoutePreloadFunc =>
  ({ params, intent }) => {
    // The shell preloads the page that was opened, before it is known who is there.
    if (intent !== 'preload' || me() === undefined)
      askAhead(
        paths(params as Record<P, string>).map((path) => `/api${path}`),
        lasts,
      )
  }
