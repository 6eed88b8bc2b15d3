import { missing } from '../../shared/batches/checklist.ts'
import { concernedBy } from '../../shared/batches/concerned.ts'
import { levelBelow } from '../../shared/batches/drafting.ts'
import type { AwardFact, UnitFacts } from '../../shared/batches/eligibility.ts'
import { awardsToStartFrom, mayApply } from '../../shared/batches/eligibility.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { actingLevels, partsIn } from '../../shared/batches/summary.ts'
import { decisionOutcomes } from '../../shared/decisions/outcomes.ts'
import { institutionOf, supervisorKind } from '../../shared/organisations/way.ts'
import type { Member } from '../../shared/permissions/actors.ts'
import { pick } from '../../shared/pick.ts'
import { templateOf } from '../../shared/templates/index.ts'
import { introductionOf } from '../../shared/templates/introduction.ts'
import type { ApplicantKind, Rubric, Template } from '../../shared/templates/schema.ts'
import { sentences } from '../api/answer.ts'
import { awardsHeldBy } from '../awards/held.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { stages } from '../workflow/stages.ts'
import { notNow, notNowAtHost } from './notNow.ts'
import { tree } from './tree.ts'

/** The template version a batch was opened with. It stays in the registry for good, so that its absence is a mistake of ours. */
export function templateOfBatch(batch: Pick<Batch, 'template'>): Template {
  const template = templateOf(batch.template.key, batch.template.version)
  if (!template) throw new Error(`no template ${batch.template.key}@${batch.template.version}`)
  return template
}

/** The host's own rubric, where it has changed the template's. */
export const ownRubric = async (batch: Batch): Promise<Rubric | undefined> =>
  (await table.get<{ rubric: Rubric }>(key.rubric(batch.id)))?.rubric

const plain = (batch: Batch) =>
  pick(batch, [
    'id',
    'template',
    'title',
    'host',
    'state',
    'stage',
    'stages',
    'categories',
    'settings',
    'source',
    'quotasAt',
    'openedAt',
    'pausedAt',
    'createdAt',
    'seq',
  ])

/** Everything, for those who run it. */
export async function hostView(batch: Batch, at: string) {
  const template = templateOfBatch(batch)
  const [rubric, rows] = await Promise.all([ownRubric(batch), batch.state === 'draft' ? [] : stages.of(batch.id)])
  return {
    ...plain(batch),
    ...notNowAtHost(batch),
    part: 'host' as const,
    template: { ...batch.template, title: template.title, kind: template.kind, programme: template.programme },
    categories: batch.categories.map((category) => ({ ...category, ...titleOf(template, category.key) })),
    rubric: rubric ?? template.review?.rubric,
    rubricChanged: rubric !== undefined,
    /** Stages that the host may leave out. */
    optional: batch.stages
      .filter(
        ({ key: stage, level }) =>
          template.stages.some((each) => each.key === stage && each.optional) && (!level || levelBelow(level, batch.host.kind)),
      )
      .map(({ key: stage }) => stage),
    duties: template.endorsement.duties,
    /** What may be decided of a submission. */
    outcomes: decisionOutcomes(batch),
    /** Whether categories of the call have criteria of their own. */
    categoryRubrics: template.categories.some((category) => category.rubric !== undefined),
    /** Kinds of units that mails about the batch go to. */
    told: concernedBy(batch, template),
    missing: batch.state === 'draft' ? missing(batch, template, rubric, at) : [],
    progress: rows.map(({ index, state, openedAt, enteredAt, leftAt, answer }) => ({
      index,
      state,
      openedAt,
      enteredAt,
      leftAt,
      answer: answer?.why,
    })),
  }
}

function titleOf(template: Template, category: string) {
  const found = template.categories.find((each) => each.key === category)
  return { title: found?.title, group: found?.group, applicant: found?.applicant, startsFrom: found?.startsFrom }
}

/** What a unit below the host needs: the call, its dates, and in which categories it may apply and why not. */
export async function applicantView(batch: Batch, unit: UnitFacts, awards: readonly AwardFact[] | undefined) {
  const { judge } = await import('../../shared/forms/expressions.ts')
  const template = templateOfBatch(batch)
  const categories = template.categories
    .filter(({ key: category }) => batch.categories.some((each) => each.key === category && each.on))
    .map((category) => {
      const { key: name, title, group, applicant, form, perUnit } = category
      const asked = {
        unit,
        category,
        programme: template.programme.key,
        awards: awards ?? [],
        ...(batch.source && { source: batch.source }),
      }
      const outcome = applicant === unit.kind && awards ? mayApply(asked, judge) : undefined
      return {
        key: name,
        title,
        group,
        applicant,
        form,
        perUnit,
        places: batch.categories.find((each) => each.key === name)?.places,
        mine: applicant === unit.kind,
        ...(outcome && { may: outcome.ok ? { ok: true as const } : { ok: false as const, code: outcome.code, ...sentences(outcome) } }),
        ...(category.startsFrom && { awards: awardsToStartFrom(asked).map(({ id }) => id) }),
      }
    })
  const { id, title, host, state, stage, stages: plan, openedAt } = batch
  const levels = actingLevels(batch)
  return {
    id,
    title,
    host,
    state,
    stage,
    stages: plan.filter(({ on }) => on),
    openedAt,
    ...notNow(batch),
    part: 'invited' as const,
    parts: partsIn({ ...batch, levels }, template, unit),
    template: {
      ...batch.template,
      title: template.title,
      kind: template.kind,
      programme: template.programme,
      basis: template.basis,
      introduction: introductionOf(template, (level) => levels.includes(level)),
    },
    categories,
  }
}

/** The same page as units of a kind will see it, with the forms they will fill in; whether one may apply depends on the unit and is left open. */
export async function previewFor(batch: Batch, asked: ApplicantKind | undefined) {
  const template = templateOfBatch(batch)
  const kind =
    asked ??
    template.categories.find((category) => batch.categories.some(({ key: on, on: used }) => used && on === category.key))?.applicant ??
    'university'
  const view = await applicantView(batch, { id: '', name: '', kind }, undefined)
  const forms = [...new Set(view.categories.filter(({ mine }) => mine).map(({ form }) => form))]
  return { ...view, forms: Object.fromEntries(forms.map((form) => [form, template.forms[form]])) }
}

/** What is known of the member's unit when it is asked whether it may apply. */
export async function factsOf(member: Member): Promise<{ unit: UnitFacts; awards: AwardFact[] } | undefined> {
  const [organisation, ...line] = await tree.units([member.organisation.id, ...member.organisation.path])
  if (!organisation) return undefined
  const above = line.filter((unit) => unit !== undefined)
  const supervisor = supervisorKind(organisation, above)
  const institution = institutionOf(organisation, above) ?? organisation
  return { unit: { ...organisation, ...(supervisor && { supervisor }) }, awards: await awardsOf(institution.id) }
}

const awardsOf = async (institution: string): Promise<AwardFact[]> =>
  (await awardsHeldBy(institution)).map((award) => ({ ...award, unit: award.unit.id }))
