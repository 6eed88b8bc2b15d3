import { lazy } from 'solid-js'
import ListChecks from '~icons/lucide/list-checks'
import { actsFor, holds } from '../../data/session.ts'
import { t } from '../../i18n/nav.ts'
import { opened } from '../../shell/opened.ts'
import type { Slice } from '../../shell/slice.ts'
import { openings } from './openings.ts'

const recommends = () => actsFor('province', 'xpcc', 'ministry', 'university', 'college') && holds('administrator', 'operator', 'approver')

export const slice: Slice = {
  routes: [
    { path: '/recommending', component: lazy(() => import('./recommending.tsx')) },
    { path: '/batches/:batch/list', component: lazy(() => import('./unit-list.tsx')) },
    { path: '/batches/:batch/standing', component: lazy(() => import('./standing-page.tsx')) },
    opened({ ...openings.record, page: () => import('./record.tsx') }),
    { path: '/batches/:batch/ordered/:key', component: lazy(() => import('./ordered-list.tsx')) },
    { path: '/batches/:batch/units/:organisation/ordered/:key', component: lazy(() => import('./ordered-list.tsx')) },
    { path: '/batches/:batch/units/:organisation/ordered/:key/scan/:file', component: lazy(() => import('./scan-page.tsx')) },
  ],
  nav: [
    {
      href: '/recommending',
      owns: /^\/batches\/[^/]+\/(list|standing|ordered)(\/|$)/,
      keeps: /^\/batches\/(?!new$)[^/]+$/,
      label: () => t('endorsements'),
      icon: ListChecks,
      order: 25,
      when: recommends,
    },
  ],
  desk: [{ order: 20, when: recommends, component: lazy(() => import('./desk-part.tsx')) }],
}
