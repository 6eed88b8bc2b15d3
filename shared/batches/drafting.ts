import type { OrganisationKind } from '../organisations/kinds.ts'
import type { UnitRef } from '../organisations/schema.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { standsBelow } from '../quotas/rules.ts'
import type { Category, EndorsementLevel, Template } from '../templates/schema.ts'
import type { Batch } from './schema.ts'

export type Draft = Pick<
  Batch,
  'id' | 'template' | 'title' | 'host' | 'path' | 'state' | 'stages' | 'categories' | 'settings' | 'stage' | 'createdAt' | 'source'
>
/** An award list that a check starts from: of which programme it is, and in which categories awards are still at work. */
export type Source = { batch: string; programme: string; categories: readonly string[] }

/**
 * A unit may prepare a batch from any template for whose applicants there can be units below it. Categories and levels that cannot lie
 * below the host are off from the start; dates are left to be set. A check that starts from an award list has those categories on for which
 * the list has awards at work.
 */
export function draftBatch(
  asked: { id: string; title: string; at: string; source?: Source },
  template: Template,
  host: UnitRef & { path: string[] },
): Outcome<Draft> {
  const hostable = template.categories.filter(({ applicant }) => standsBelow(applicant, host.kind))
  if (hostable.length === 0) return refuse('batch.cannot-host')
  const { source } = asked
  const used = source ? hostable.filter((category) => followsUp(category, source)) : hostable
  if (used.length === 0) return refuse('batch.source-unfit')
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
    categories: template.categories.map(({ key, places }) => ({
      key,
      on: used.some((category) => category.key === key),
      ...(places !== undefined && { places }),
    })),
    settings: {
      expertsPerSubmission: template.review?.expertsPerSubmission ?? 3,
      method: template.review?.method ?? 'mean',
      applicantHiddenFromExpert: template.review?.anonymity.applicantHiddenFromExpert ?? false,
      noticeWorkingDays: template.notice?.workingDays ?? 5,
      secondStep: false,
      publicWorkPage: template.obligations.some(({ publicWorkPage }) => publicWorkPage),
    },
    stage: null,
    createdAt: asked.at,
    ...(source && { source: source.batch }),
  })
}

/** Whether a category is about awards that a list has at work; empty lists of names mean any. */
function followsUp({ startsFrom }: Pick<Category, 'startsFrom'>, { programme, categories }: Source): boolean {
  if (!startsFrom) return false
  const { award } = startsFrom
  return (
    (award.programmes.length === 0 || award.programmes.includes(programme)) &&
    (award.categories.length === 0 ? categories.length > 0 : categories.some((each) => award.categories.includes(each)))
  )
}

/** Whether units of an endorsing level can stand below a kind of host. */
export const levelBelow = (level: EndorsementLevel, host: OrganisationKind): boolean =>
  (level === 'province' ? (['province', 'xpcc', 'ministry'] as const) : [level]).some((kind) => standsBelow(kind, host))
