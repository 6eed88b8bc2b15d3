import type { Organisation, UnitRef } from '../organisations/schema.ts'
import type { Level } from '../submissions/schema.ts'
import type { EndorsementLevel, Quota, Template } from '../templates/schema.ts'

export type Endorsing = Pick<Template, 'endorsement' | 'quotas'>
/** A unit as far as it decides the way: what it is, and whether a ministry and its province have built it jointly. */
export type Standing = UnitRef & Pick<Organisation, 'jointlyBuilt'>

/**
 * The way of a submission: the units that recommend it, from the applicant upwards, without the host and whatever lies above the host.
 * `above` are the units above the applicant, the topmost first; who does not lie below the host has no way to it. A unit that is the applicant itself endorses its own. Universities under a
 * supervising unit that the template lets recommend directly, and jointly built ones where it lets them, have no level `province`. The last level takes one of the unit's places; a level
 * below it does where the template gives it a quota. (教思政厅函〔2023〕17号: 部属高校和部省合建高校自行推荐)
 */
export function wayOf(
  applicant: Standing,
  above: readonly Standing[],
  template: Endorsing,
  host: Pick<UnitRef, 'id'>,
  category?: string,
): Level[] {
  const line = [...above, applicant]
  const university = line.find(({ kind }) => kind === 'university')
  const at = line.findIndex((unit) => unit.id === host.id)
  const below = at < 0 ? [] : line.slice(at + 1)
  const levels = template.endorsement.levels[applicant.kind as keyof typeof template.endorsement.levels] ?? []
  const way = levels.flatMap((level) => {
    const unit = below.find((candidate) => levelOfKind(candidate.kind) === level)
    if (!unit || (level === 'province' && recommendsDirectly(unit.kind, university, template))) return []
    return [{ level, unit: refOf(unit) }]
  })
  return way.map(({ level, unit }, i) => ({
    level,
    unit,
    takesPlace: i === way.length - 1 || hasQuota(unit, line[line.findIndex(({ id }) => id === unit.id) - 1], template.quotas, category),
  }))
}

/** At which level a kind of unit endorses: provinces, XPCC and ministries stand at the same one. */
export const levelOfKind = (kind: UnitRef['kind']): EndorsementLevel | undefined => levels[kind]
const levels: Record<UnitRef['kind'], EndorsementLevel | undefined> = {
  national: undefined,
  province: 'province',
  xpcc: 'province',
  ministry: 'province',
  university: 'university',
  college: 'college',
  branch: undefined,
}

/** Whether a university recommends by itself: by the kind of its supervising unit, or because it is jointly built. */
export const recommendsDirectly = (
  supervisor: UnitRef['kind'],
  university: Pick<Organisation, 'jointlyBuilt'> | undefined,
  { endorsement: { direct } }: Endorsing,
): boolean => direct.some((who) => who === supervisor || (who === 'jointly-built' && university?.jointlyBuilt === true))

/** Which of the template's quotas are meant for a unit: by its level and by the unit above it. A ministry that recommends counts like a province. */
export function quotasFor(
  unit: Pick<UnitRef, 'kind'>,
  supervisor: Pick<UnitRef, 'kind'> | undefined,
  quotas: readonly Quota[],
  category?: string,
): Quota[] {
  const level = quotaLevels[unit.kind]
  return quotas.filter(
    (quota) =>
      quota.level === level &&
      (quota.under === undefined || quota.under === supervisor?.kind) &&
      (quota.category === undefined || category === undefined || quota.category === category),
  )
}
const quotaLevels: Record<UnitRef['kind'], Quota['level'] | undefined> = {
  national: undefined,
  province: 'province',
  xpcc: 'xpcc',
  ministry: 'province',
  university: 'university',
  college: undefined,
  branch: undefined,
}

const hasQuota = (unit: UnitRef, supervisor: UnitRef | undefined, quotas: readonly Quota[], category?: string) =>
  quotasFor(unit, supervisor, quotas, category).length > 0

const refOf = ({ id, name, kind }: UnitRef): UnitRef => ({ id, name, kind })
