import { For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { organisationKinds } from '../../../../shared/organisations/kinds.ts'
import { t } from '../../i18n/batches.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { focusField } from '../../ui/focus-field.ts'
import { Card } from '../../ui/page-header.tsx'
import { createPart, SavePart, type SetupPart } from './setup-part.tsx'
import { isWhole, type Typed, WholeFigure } from './whole-figure.tsx'

/** Which categories the batch has, and how many may be awarded in each. */
export function CategorySetup(props: SetupPart) {
  const [categories, setCategories] = createStore(
    props.batch.categories.map(({ key, on, places, title, applicant }) => ({
      key,
      on,
      places: places as Typed | undefined,
      title,
      applicant,
    })),
  )
  const complete = () => {
    const wrong = categories.find(({ on, places }) => on && places !== undefined && !isWhole(places))
    if (!wrong) return undefined
    focusField(`places-${wrong.key}`)
    return Promise.resolve(false)
  }
  const part = createPart(
    props,
    'categories',
    () => ({ categories: categories.map(({ key, on, places }) => ({ key, on, ...(places !== undefined && { places }) })) }),
    complete,
  )
  /** Of a category that is taken out no number is asked for: one that could not be saved is again what it was. */
  const turn = (i: number, on: boolean) => {
    const places = categories[i]?.places
    setCategories(i, { on, places: places === undefined || isWhole(places) ? places : props.batch.categories[i]?.places })
  }
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
                onChange={(on) => turn(i(), on)}
              />
              <Show when={category.on && category.places !== undefined}>
                <WholeFigure
                  id={`places-${category.key}`}
                  label={t('awardPlaces')}
                  value={category.places ?? null}
                  onInput={(places) => setCategories(i(), 'places', places)}
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
