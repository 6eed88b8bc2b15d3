import { levelOfKind } from '../endorsements/way.ts'
import { type OrganisationKind, organisationKindKeys } from '../organisations/kinds.ts'
import { standsBelow } from '../quotas/rules.ts'
import type { Template } from '../templates/schema.ts'
import type { Batch, StagePlan } from './schema.ts'

/**
 * Which kinds of units below the host are told by mail of what happens in a batch: those that apply, and those that endorse, down to the branches
 * where the call is for them. Whoever has no account yet hears of it from the unit above.
 */
export function concernedBy(batch: Pick<Batch, 'host' | 'categories' | 'stages'>, template: Template): OrganisationKind[] {
  const levels = new Set(batch.stages.filter(({ on }) => on).map(({ level }) => level))
  const applies = new Set<OrganisationKind>(applicants(batch, template))
  return kindsBelow(batch).filter((kind) => applies.has(kind) || (levelOfKind(kind) !== undefined && levels.has(levelOfKind(kind))))
}

/** Of one stage: the applicants while it collects, the units of its level while it endorses; nobody below the host in the others. */
export function concernedByStage(
  batch: Pick<Batch, 'host' | 'categories' | 'stages'>,
  template: Template,
  stage: StagePlan,
): OrganisationKind[] {
  if (stage.kind === 'endorse') return kindsBelow(batch).filter((kind) => levelOfKind(kind) === stage.level)
  return stage.kind === 'collect' ? concernedBy(batch, template) : []
}

const applicants = (batch: Pick<Batch, 'categories'>, template: Template) =>
  template.categories.filter(({ key }) => batch.categories.some((each) => each.key === key && each.on)).map(({ applicant }) => applicant)

const kindsBelow = ({ host }: Pick<Batch, 'host'>) => organisationKindKeys.filter((kind) => standsBelow(kind, host.kind))
