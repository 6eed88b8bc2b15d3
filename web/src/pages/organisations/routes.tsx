import { lazy } from 'solid-js'
import Network from '~icons/lucide/network'
import { below } from '../../../../shared/organisations/kinds.ts'
import { holds, me } from '../../data/session.ts'
import { t } from '../../i18n/nav.ts'
import type { Slice } from '../../shell/slice.ts'

const supervises = () => {
  const kind = me()?.active?.organisation.kind
  return kind !== undefined && below[kind].length > 0
}
const unit = lazy(() => import('./unit-page.tsx'))
const imports = lazy(() => import('./import-page.tsx'))

export const slice: Slice = {
  routes: [
    { path: '/units', component: unit },
    { path: '/units/import/:of', component: imports },
    { path: '/units/:unit', component: unit },
  ],
  nav: [
    {
      href: '/units',
      label: () => t('organisations'),
      icon: Network,
      order: 80,
      when: () => holds('administrator') && supervises(),
    },
  ],
}
