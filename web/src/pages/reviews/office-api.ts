import { hc } from 'hono/client'
import type { templateRoutes } from '../../../../functions/batches/templateRoutes.ts'
import type { expertRoutes } from '../../../../functions/reviews/expertRoutes.ts'
import type { reviewOfficeRoutes } from '../../../../functions/reviews/officeRoutes.ts'
import type { ExpertEntry } from '../../../../shared/reviews/schema.ts'
import { answer, wire } from '../../data/client.ts'

export const expertsApi = hc<typeof expertRoutes>('/api', wire)
export const templatesApi = hc<typeof templateRoutes>('/api', wire)
export const officeApi = hc<typeof reviewOfficeRoutes>('/api', wire)
export type ListedExpert = ExpertEntry & { id: string; state: string }

/** The whole register of a unit: some hundreds of experts, read page by page. */
export async function allExperts(organisation: string): Promise<ListedExpert[]> {
  const rows: ListedExpert[] = []
  let cursor: string | undefined
  do {
    const page = await answer(
      expertsApi.organisations[':organisation'].experts.$get({ param: { organisation }, query: cursor ? { cursor } : {} }),
    )
    rows.push(...(page.rows as ListedExpert[]))
    cursor = page.cursor
  } while (cursor)
  return rows
}
