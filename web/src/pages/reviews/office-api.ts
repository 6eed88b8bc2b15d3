import { hc } from 'hono/client'
import type { templateRoutes } from '../../../../functions/batches/templateRoutes.ts'
import type { expertRoutes } from '../../../../functions/reviews/expertRoutes.ts'
import type { reviewOfficeRoutes } from '../../../../functions/reviews/officeRoutes.ts'
import type { ExpertEntry } from '../../../../shared/reviews/schema.ts'
import { answer, wire } from '../../data/client.ts'
import { everyRow } from '../../data/every-row.ts'

export const expertsApi = hc<typeof expertRoutes>('/api', wire)
export const templatesApi = hc<typeof templateRoutes>('/api', wire)
export const officeApi = hc<typeof reviewOfficeRoutes>('/api', wire)
export type ListedExpert = ExpertEntry & { id: string; state: string }

/** The whole register of a unit: some hundreds of experts, read page by page. */
export const allExperts = async (organisation: string): Promise<ListedExpert[]> =>
  (await everyRow((cursor) =>
    answer(expertsApi.organisations[':organisation'].experts.$get({ param: { organisation }, query: cursor ? { cursor } : {} })),
  )) as ListedExpert[]
