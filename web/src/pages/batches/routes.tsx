import { lazy } from 'solid-js'
import Layers from '~icons/lucide/layers'
import { actsFor, holds } from '../../data/session.ts'
import { t } from '../../i18n/nav.ts'
import { opened } from '../../shell/opened.ts'
import type { Slice } from '../../shell/slice.ts'
import { openings } from './openings.ts'

const hosts = () => (holds('administrator') || holds('operator') || holds('approver')) && !actsFor('branch')

export const slice: Slice = {
  routes: [
    { path: '/batches', component: lazy(() => import('./batches.tsx')) },
    { path: '/batches/new', component: lazy(() => import('./new-batch.tsx')) },
    opened({ ...openings.batch, page: () => import('./batch.tsx') }),
    { path: '/batches/:batch/setup', component: lazy(() => import('./setup.tsx')) },
    { path: '/batches/:batch/quotas', component: lazy(() => import('./quotas.tsx')) },
    { path: '/batches/:batch/live', component: lazy(() => import('./live.tsx')) },
    { path: '/batches/:batch/completeness', component: lazy(() => import('./completeness.tsx')) },
    { path: '/batches/:batch/record', component: lazy(() => import('./record.tsx')) },
    { path: '/batches/:batch/preview', component: lazy(() => import('./preview.tsx')) },
  ],
  nav: [{ href: '/batches', keeps: /^\/(batches\/[^/]+\/submissions|awards)\/[^/]+/, label: () => t('batches'), icon: Layers, order: 10 }],
  desk: [{ order: 5, when: hosts, component: lazy(() => import('./desk-part.tsx')) }],
}
