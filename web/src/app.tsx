import { type RouteDefinition, Router } from '@solidjs/router'
import { lazy } from 'solid-js'
import { routes } from './pages/index.ts'
import { Shell } from './shell/shell.tsx'

const own: RouteDefinition[] = [
  { path: '/', component: lazy(() => import('./shell/desk.tsx')) },
  { path: '/sign-in', component: lazy(() => import('./shell/sign-in.tsx')) },
  { path: '/invitation', component: lazy(() => import('./shell/invitation.tsx')) },
  { path: '/account', component: lazy(() => import('./shell/own-account.tsx')) },
]
/** The page that shows every component in all its states exists only in development, and where the checks build it for themselves. */
const design: RouteDefinition[] =
  import.meta.env.DEV || import.meta.env.MODE === 'design'
    ? [{ path: '/design', component: lazy(() => import('./design/design.tsx')) }]
    : []
const missing: RouteDefinition = { path: '*missing', component: lazy(() => import('./shell/missing.tsx')) }

export function App() {
  return (
    <Router base="/app" root={Shell}>
      {[...own, ...routes, ...design, missing]}
    </Router>
  )
}
