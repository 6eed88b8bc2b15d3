import { hc } from 'hono/client'
import type { awardRoutes } from '../../../../functions/awards/routes.ts'
import { wire } from '../../data/client.ts'
import type { Tone } from '../../ui/banner.tsx'

export const api = hc<typeof awardRoutes>('/api', wire)
export const tones = { open: 'info', extended: 'warn', closed: 'good', failed: 'bad', revoked: 'bad' } as const satisfies Record<
  string,
  Tone
>
