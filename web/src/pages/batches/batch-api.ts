import { hc } from 'hono/client'
import type { Complete } from '../../../../functions/batches/completeness.ts'
import type { mailRoutes } from '../../../../functions/batches/mailRoutes.ts'
import type { quotaRoutes } from '../../../../functions/batches/quotaRoutes.ts'
import type { batchRoutes } from '../../../../functions/batches/routes.ts'
import type { runRoutes } from '../../../../functions/batches/runRoutes.ts'
import type { templateRoutes } from '../../../../functions/batches/templateRoutes.ts'
import type { applicantView, hostView, previewFor } from '../../../../functions/batches/views.ts'
import type { watchRoutes } from '../../../../functions/batches/watchRoutes.ts'
import type { BatchState } from '../../../../shared/batches/schema.ts'
import { wire } from '../../data/client.ts'
import { isRefused } from '../../data/refused.ts'
import { t } from '../../i18n/batches.ts'
import type { Tone } from '../../ui/banner.tsx'

export const api = hc<typeof batchRoutes>('/api', wire)
export const runApi = hc<typeof runRoutes>('/api', wire)
export const quotaApi = hc<typeof quotaRoutes>('/api', wire)
export const mailApi = hc<typeof mailRoutes>('/api', wire)
export const templateApi = hc<typeof templateRoutes>('/api', wire)
export const watchApi = hc<typeof watchRoutes>('/api', wire)

export type HostView = Awaited<ReturnType<typeof hostView>>
export type ApplicantView = Awaited<ReturnType<typeof applicantView>>
export type PreviewView = Awaited<ReturnType<typeof previewFor>>

const names = {
  draft: 'draft',
  open: 'running',
  paused: 'paused',
  cancelled: 'cancelled',
  completed: 'completed',
  discarded: 'discarded',
} as const
export const stateName = (state: BatchState): string => t(names[state])
export const stateTone = (state: BatchState): Tone =>
  (({ draft: 'plain', open: 'info', paused: 'warn', cancelled: 'bad', completed: 'good', discarded: 'plain' }) as const)[state]

/** A unit with what it and those below it have entered. */
export type CompletenessRow = Complete

/** A number of places as another has just written it. */
export type NumberNow = { unit: string; category: string; limit: number | null }
/** The numbers that a refused save would have gone over. */
export const numbersNow = (error: unknown): NumberNow[] | undefined =>
  isRefused(error, 'changed-meanwhile') ? (error.body.data as { places?: NumberNow[] } | undefined)?.places : undefined
