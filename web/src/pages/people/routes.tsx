import UsersRound from 'lucide-solid/icons/users-round'
import { lazy } from 'solid-js'
import { holds } from '../../data/session.ts'
import { t } from '../../i18n/nav.ts'
import type { Slice } from '../../shell/slice.ts'

export const slice: Slice = {
  routes: [{ path: '/people', component: lazy(() => import('./people.tsx')) }],
  nav: [{ href: '/people', label: () => t('people'), icon: UsersRound, order: 90, when: () => holds('administrator') }],
}
