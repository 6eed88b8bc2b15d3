import { lazy } from 'solid-js'
import type { Slice } from '../../shell/slice.ts'

export const slice: Slice = { routes: [{ path: '/batches/:batch/notice', component: lazy(() => import('./notice.tsx')) }] }
