import type { OrganisationKind } from '../organisations/kinds.ts'
import type { UnitRef } from '../organisations/schema.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { standsBelow } from '../quotas/rules.ts'
import type { EndorsementLevel, Template } from '../templates/schema.ts'
import type { Batch } from './schema.ts'

export type Draft = Pick<
  Batch,
  'id' | 'template' | 'title' | 'host' | 'path' | 'state' | 'stages' | 'categories' | 'settings' | 'stage' | 'createdAt'
>

/**
 * A unit may prepare a batch from any template for whose applicants there can be units below it. Categories and levels that cannot lie
 * below the host are off from the start; dates are left to be set.
 */
export function draftBatch(
  asked: { id: string; title: string; at: string },
  template: Template,
  host: UnitRef & { path: string[] },
): Outcome<Draft> {
  const hostable = template.categories.filter(({ applicant }) => standsBelow(applicant, host.kind))
  if (hostable.length === 0) return refuse('batch.cannot-host')
  return accept({
    id: asked.id,
    template: { key: template.key, version: template.version },
    title: asked.title,
    host: { id: host.id, name: host.name, kind: host.kind },
    path: host.path,
    state: 'draft',
    stages: template.stages.map(({ key, kind, level, title }) => ({
      key,
      kind,
      ...(level && { level }),
      title,
      opens: null,
      closes: null,
      on: level === undefined || levelBelow(level, host.kind),
    })),
    categories: template.categories.map(({ key, places, applicant }) => ({
      key,
      on: standsBelow(applicant, host.kind),
      ...(places !== undefined && { places }),
    })),
    settings: {
      expertsPerSubmission: template.review?.expertsPerSubmission ?? 3,
      method: template.review?.method ?? 'mean',
      applicantHiddenFromExpert: template.review?.anonymity.applicantHiddenFromExpert ?? false,
      expertHiddenFromApplicant: template.review?.anonymity.expertHiddenFromApplicant ?? true,
      noticeWorkingDays: template.notice?.workingDays ?? 5,
      secondStep: false,
    },
    stage: null,
    createdAt: asked.at,
  })
}

/** Whether units of an endorsing level can stand below a kind of host. */
export const levelBelow = (level: EndorsementLevel, host: OrganisationKind): boolean =>
  (level === 'province' ? (['province', 'xpcc', 'ministry'] as const) : [level]).some((kind) => standsBelow(kind, host))
