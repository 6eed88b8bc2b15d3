import { lazy } from 'solid-js'
import type { Desks } from '../../r/link.ts'

export const desks: Desks = {
  expert: lazy(() => import('./expert-desk.tsx')),
  approver: lazy(() => import('../decisions/approver-desk.tsx')),
}
