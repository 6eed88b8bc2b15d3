import { lazy } from 'solid-js'
import FilePen from '~icons/lucide/file-pen'
import { actsFor } from '../../data/session.ts'
import { t } from '../../i18n/nav.ts'
import { opened } from '../../shell/opened.ts'
import type { Slice } from '../../shell/slice.ts'
import { openings } from './openings.ts'

const applies = () => actsFor('university', 'college', 'branch')
const one = '/batches/:batch/submissions/:submission'

export const slice: Slice = {
  routes: [
    { path: '/submissions', component: lazy(() => import('./mine.tsx')) },
    { path: '/batches/:batch/apply', component: lazy(() => import('./apply.tsx')) },
    { path: '/batches/:batch/submissions', component: lazy(() => import('./host-list.tsx')) },
    opened(openings.submission),
    opened({ ...openings.section, page: () => import('./section.tsx') }),
    opened({ ...openings.check, page: () => import('./check.tsx') }),
    { path: `${one}/receipt`, component: lazy(() => import('./receipt.tsx')) },
    { path: `${one}/versions/:number`, component: lazy(() => import('./version.tsx')) },
    { path: `${one}/files/:file`, component: lazy(() => import('./file.tsx')) },
  ],
  nav: [
    {
      href: '/submissions',
      owns: /^\/batches\/[^/]+\/(apply|submissions\/[^/]+(?!.*\/reviews))/,
      label: () => t('submissions'),
      icon: FilePen,
      order: 20,
      when: applies,
    },
  ],
  desk: [{ order: 10, when: applies, component: lazy(() => import('./desk-part.tsx')) }],
}
