import { lazy } from 'solid-js'
import Users from '~icons/lucide/users'
import { mayHost } from '../../../../shared/organisations/kinds.ts'
import { holds, me } from '../../data/session.ts'
import { t } from '../../i18n/nav.ts'
import type { Slice } from '../../shell/slice.ts'

/** Whoever may host batches keeps experts: a college too, for a round among its branches. */
const hosts = () => mayHost(me()?.active?.organisation.kind ?? 'branch')

export const slice: Slice = {
  routes: [
    { path: '/experts', component: lazy(() => import('./experts.tsx')) },
    { path: '/batches/:batch/review', component: lazy(() => import('./review-office.tsx')) },
    { path: '/batches/:batch/submissions/:submission/reviews', component: lazy(() => import('./submission-reviews.tsx')) },
    { path: '/batches/:batch/board', component: lazy(() => import('./board.tsx')) },
  ],
  nav: [
    {
      href: '/experts',
      label: () => t('experts'),
      icon: Users,
      order: 50,
      when: () => hosts() && (holds('administrator') || holds('operator')),
    },
  ],
}
