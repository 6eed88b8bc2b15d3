import { askAhead } from './data/ahead.ts'
import { fillIn } from './older-browsers.ts'
import { askFor, type Opening, parametersIn } from './shell/opening.ts'

/**
 * The first script of the application, so small that it comes before all others: while they are on their way it asks who is there, and for the page at this address
 * with what that reads. `app/index.html` as built names it by itself (`vite.config.ts`).
 */
const found = import.meta.glob<Record<string, Opening>>('./pages/*/openings.ts', { eager: true, import: 'openings' })

fillIn()
askAhead(['/api/me'])
const address = location.pathname.replace(/^\/app/, '')
for (const opening of Object.values(found).flatMap((openings) => Object.values(openings))) {
  const params = parametersIn(opening, address)
  if (!params) continue
  askFor(opening, params)
  // Who wants the page asks again, and hears of a failure.
  opening.page?.().catch(() => undefined)
}
