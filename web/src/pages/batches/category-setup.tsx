import { For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { organisationKinds } from '../../../../shared/organisations/kinds.ts'
import { t } from '../../i18n/batches.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Card } from '../../ui/page-header.tsx'
import { createPart, SavePart, type SetupPart } from './setup-part.tsx'

/** Which categories the batch has, and how many may be awarded in each. */
export function CategorySetup(props: SetupPart) {
  const [categories, setCategories] = createStore(
    props.batch.categories.map(({ key, on, places, title, applicant }) => ({ key, on, places, title, applicant })),
  )
  const part = createPart(props, 'categories', () => ({
    categories: categories.map(({ key, on, places }) => ({ key, on, ...(places !== undefined && { places }) })),
  }))
  return (
    <Card title={t('categories')}>
      <ul class="flex flex-col">
        <For each={categories}>
          {(category, i) => (
            <li class="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-t border-line py-3 first:border-0">
              <Checkbox
                label={category.title ? inLanguage(category.title) : category.key}
                help={category.applicant ? t('appliesHere', { kind: inLanguage(organisationKinds[category.applicant]) }) : undefined}
                checked={category.on}
                onChange={(on) => setCategories(i(), 'on', on)}
              />
              <Show when={category.on && category.places !== undefined}>
                <NumberField
                  label={t('awardPlaces')}
                  unmarked
                  value={category.places ?? null}
                  onInput={(places) => setCategories(i(), 'places', typeof places === 'number' && places > 0 ? places : category.places)}
                />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <SavePart part={part} name={t('categories')} />
    </Card>
  )
}
