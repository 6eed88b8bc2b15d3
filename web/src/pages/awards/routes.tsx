import { lazy } from 'solid-js'
import Award from '~icons/lucide/award'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/nav.ts'
import type { Slice } from '../../shell/slice.ts'

export const slice: Slice = {
  routes: [
    { path: '/awards', component: lazy(() => import('./awards.tsx')) },
    { path: '/awards/:award', component: lazy(() => import('./award.tsx')) },
    { path: '/batches/:batch/awards', component: lazy(() => import('./awards.tsx')) },
  ],
  nav: [
    {
      href: '/awards',
      label: () => t('awards'),
      icon: Award,
      order: 40,
      when: () => ['university', 'college', 'branch'].includes(me()?.active?.organisation.kind ?? ''),
    },
  ],
}
