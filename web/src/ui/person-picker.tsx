import { between } from '../../../shared/text.ts'
import { t } from '../i18n/ui-lists.ts'
import type { FieldProps } from './field.tsx'
import { type Found, OrganisationPicker } from './organisation-picker.tsx'

export type FoundPerson = { id: string; name: string; unit: string; email?: string }

/** Finds a person by name, unit or address; two of the same name are told apart by their units. */
export function PersonPicker(
  props: FieldProps & {
    value: FoundPerson | null
    onChange: (person: FoundPerson | null) => void
    search: (words: string) => Promise<readonly FoundPerson[]>
    disabled?: boolean
  },
) {
  const shown = (person: FoundPerson): Found => ({
    id: person.id,
    name: person.name,
    note: [person.unit, person.email].filter(Boolean).join(between),
  })
  let last: readonly FoundPerson[] = []
  return (
    <OrganisationPicker
      {...props}
      placeholder={t('searchPerson')}
      value={props.value && shown(props.value)}
      onChange={(found) => props.onChange(last.find(({ id }) => id === found?.id) ?? null)}
      search={async (words) => {
        last = await props.search(words)
        return last.map(shown)
      }}
    />
  )
}
