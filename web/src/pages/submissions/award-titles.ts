import { hc } from 'hono/client'
import type { awardRoutes } from '../../../../functions/awards/routes.ts'
import { answer, wire } from '../../data/client.ts'

const api = hc<typeof awardRoutes>('/api', wire)

/** The titles of the awards that a report may be about. */
export const awardsApi = (awards: readonly string[]) =>
  Promise.all(
    awards.map(async (award) => ({ id: award, title: (await answer(api.awards[':award'].$get({ param: { award } }))).award.title })),
  )
