import type { RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'
import { me } from '../data/session.ts'
import { askFor, type Opening } from './opening.ts'

/** The route of a page that is often opened by its address. Going over a link to it with the mouse asks for nothing: most links are passed by. */
export const opened = (opening: Opening & Required<Pick<Opening, 'page'>>): RouteDefinition => ({
  path: opening.path,
  component: lazy(opening.page),
  preload: ({ params, intent }) => {
    // The shell preloads the page that was opened, before it is known who is there.
    if (intent !== 'preload' || me() === undefined) askFor(opening, params as Record<string, string>)
  },
})
