import type { Component } from 'solid-js'
import { askAhead, type Lasts } from '../data/ahead.ts'

/**
 * A page that is often opened by its address, and what it reads first, as paths of the API: asked for by the first script that comes (`early.ts`), beside all others. On
 * a slow network one wait takes the place of three. `pages/<slice>/openings.ts` exports those of its slice as `openings`.
 */
export type Opening = {
  path: string
  /** Addresses that this path fits too, but that are pages of their own. */
  other?: readonly string[]
  /** Where it is the page that is waited for most; each that is named makes the first script larger. */
  page?: () => Promise<{ default: Component }>
  reads: (params: Record<string, string>) => readonly string[]
  lasts?: Lasts
}

/** What the parameters of a page's path are in an address; undefined where the address is another page's. */
export function parametersIn({ path, other = [] }: Pick<Opening, 'path' | 'other'>, address: string): Record<string, string> | undefined {
  const [named, given] = [path.split('/'), address.split('/')]
  if (named.length !== given.length || other.includes(address)) return undefined
  const params: Record<string, string> = {}
  for (const [place, part] of named.entries()) {
    const there = given[place] ?? ''
    if (part[0] === ':' && there) params[part.slice(1)] = there
    else if (part !== there) return undefined
  }
  return params
}

/** Asks for what a page reads first. */
export const askFor = ({ reads, lasts }: Opening, params: Record<string, string>): void =>
  askAhead(
    reads(params).map((path) => `/api${path}`),
    lasts,
  )
