import { lazy } from 'solid-js'
import UsersRound from '~icons/lucide/users-round'
import { holds } from '../../data/session.ts'
import { t } from '../../i18n/nav.ts'
import type { Slice } from '../../shell/slice.ts'

export const slice: Slice = {
  routes: [{ path: '/people', component: lazy(() => import('./people.tsx')) }],
  nav: [{ href: '/people', label: () => t('people'), icon: UsersRound, order: 90, when: () => holds('administrator') }],
}
