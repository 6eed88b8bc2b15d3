import { lazy } from 'solid-js'
import Users from '~icons/lucide/users'
import { holds, me } from '../../data/session.ts'
import { t } from '../../i18n/nav.ts'
import type { Slice } from '../../shell/slice.ts'

/** Units that may host batches keep experts; colleges and branches have nobody to ask. */
const hosts = () => !['college', 'branch'].includes(me()?.active?.organisation.kind ?? 'branch')

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
