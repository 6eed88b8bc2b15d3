import { Show } from 'solid-js'
import type { OrganisationKind } from '../../../../shared/organisations/kinds.ts'
import { provinces } from '../../../../shared/register/provinces.ts'
import { t } from '../../i18n/organisations.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Checkbox, Select } from '../../ui/choices.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { provinceName, type Unit } from './unit-api.ts'

const levels = ['undergraduate', 'vocational'] as const
const ownerships = ['public', 'private', 'joint'] as const

/** A unit's facts as they are written in a form; empty ones are left out of what is sent. */
export type Written = {
  name: string
  code: string
  province: string | null
  city: string
  level: (typeof levels)[number] | null
  ownership: (typeof ownerships)[number] | null
  jointlyBuilt: boolean
}
export const blank: Written = { name: '', code: '', province: null, city: '', level: null, ownership: null, jointlyBuilt: false }

export const writtenOf = (unit: Unit): Written => ({
  name: unit.name,
  code: unit.code ?? '',
  province: unit.province ?? null,
  city: unit.city ?? '',
  level: unit.level ?? null,
  ownership: unit.ownership ?? null,
  jointlyBuilt: unit.jointlyBuilt ?? false,
})

/** A fact as people read it. */
export function factShown(field: keyof Written, { province, level, ownership, jointlyBuilt, ...text }: Written): string {
  switch (field) {
    case 'province':
      return provinceName(province ?? undefined) ?? t('unknown')
    case 'level':
      return level ? t(level) : t('unknown')
    case 'ownership':
      return ownership ? t(ownership) : t('unknown')
    case 'jointlyBuilt':
      return jointlyBuilt ? t('yes') : t('no')
    default:
      return text[field].trim() || t('unknown')
  }
}

export const filled = ({ name, code, province, city, level, ownership, jointlyBuilt }: Written) => ({
  name: name.trim(),
  ...(code.trim() && { code: code.trim() }),
  ...(province && { province }),
  ...(city.trim() && { city: city.trim() }),
  ...(level && { level }),
  ...(ownership && { ownership }),
  jointlyBuilt,
})

export const problemsOf = ({ name, code }: Written) => ({
  name: name.trim().length < 2 ? t('nameShort') : undefined,
  code: code.trim() === '' || /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(code.trim()) ? undefined : t('codeBad'),
})

/** The fields of a unit's facts. */
export function UnitFields(props: {
  kind: OrganisationKind | null
  value: Written
  problems: { name?: string | undefined; code?: string | undefined }
  onChange: (part: Partial<Written>) => void
}) {
  return (
    <>
      <TextField
        id="unit-name"
        label={t('name')}
        help={t('nameHelp')}
        required
        max={120}
        value={props.value.name}
        problem={props.problems.name}
        onInput={(name) => props.onChange({ name })}
      />
      <TextField
        id="unit-code"
        label={t('code')}
        help={t('codeHelp')}
        value={props.value.code}
        problem={props.problems.code}
        onInput={(code) => props.onChange({ code })}
      />
      <Show when={props.kind !== 'college' && props.kind !== 'branch'}>
        <Select
          label={t('province')}
          value={props.value.province}
          options={provinces.map((province) => ({ value: province.code as string, label: inLanguage(province) }))}
          onChange={(province) => props.onChange({ province })}
        />
        <TextField label={t('city')} max={60} value={props.value.city} onInput={(city) => props.onChange({ city })} />
      </Show>
      <Show when={props.kind === 'university'}>
        <Select
          label={t('level')}
          value={props.value.level}
          options={levels.map((value) => ({ value, label: t(value) }))}
          onChange={(level) => props.onChange({ level })}
        />
        <Select
          label={t('ownership')}
          value={props.value.ownership}
          options={ownerships.map((value) => ({ value, label: t(value) }))}
          onChange={(ownership) => props.onChange({ ownership })}
        />
        <Checkbox
          label={t('jointlyBuilt')}
          help={t('jointlyBuiltHelp')}
          checked={props.value.jointlyBuilt}
          onChange={(jointlyBuilt) => props.onChange({ jointlyBuilt })}
        />
      </Show>
    </>
  )
}
