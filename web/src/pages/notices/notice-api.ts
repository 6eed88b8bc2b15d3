import { hc } from 'hono/client'
import type { awardRoutes } from '../../../../functions/awards/routes.ts'
import type { decisionRoutes } from '../../../../functions/decisions/routes.ts'
import type { noticeRoutes } from '../../../../functions/notices/routes.ts'
import { wire } from '../../data/client.ts'

export const api = hc<typeof noticeRoutes>('/api', wire)
export const awardsApi = hc<typeof awardRoutes>('/api', wire)
export const sheetApi = hc<typeof decisionRoutes>('/api', wire)
