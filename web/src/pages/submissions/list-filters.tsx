import type { JSX } from 'solid-js'
import { type ListedState, submissionStates } from '../../../../shared/submissions/states.ts'
import { quoted } from '../../i18n/quoting.tsx'
import { t } from '../../i18n/submission-lists.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Select } from '../../ui/choices.tsx'
import { Filters, type SetFilter } from '../../ui/filters.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { type BatchShown, categoryTitle } from './submission-api.ts'

type Narrowed<State> = { category?: string; state?: State; order?: 'newest' | 'oldest'; words?: string }
/** As many characters as may be looked for. */
const mostWords = 60
/** What is set anew; undefined takes a filter away. */
export type Narrowing<Given> = { [Key in keyof Given]: Given[Key] | undefined }

/** Whether a list shows less than all there is: another order does not. */
export const narrows = ({ order: _, ...given }: Narrowed<string> & { unit?: string }): boolean => Object.values(given).some(Boolean)

/** Filters of a list of submissions, by words, category and state and what else a list has, and its order. */
export function ListFilters<State extends ListedState>(props: {
  batch: BatchShown | undefined
  categories: readonly string[]
  states: readonly State[]
  value: Narrowed<State>
  onChange: (next: Narrowing<Narrowed<State>>) => void
  onClear: () => void
  /** The head of the list offers the order too, which on a phone stands above its cards: there it is enough. */
  sortable: boolean
  /** Further filters, and those of them that are set. */
  children?: JSX.Element
  further?: readonly SetFilter[]
}) {
  const set = (): SetFilter[] => {
    const { category, state, order, words } = props.value
    return [
      ...(words
        ? [{ key: 'words', label: t('lookedFor', { words: quoted(words) }), clear: () => props.onChange({ words: undefined }) }]
        : []),
      ...(category
        ? [{ key: 'category', label: categoryTitle(props.batch, category), clear: () => props.onChange({ category: undefined }) }]
        : []),
      ...(state ? [{ key: 'state', label: inLanguage(submissionStates[state]), clear: () => props.onChange({ state: undefined }) }] : []),
      ...(props.further ?? []),
      ...(order ? [{ key: 'order', label: t(order), clear: () => props.onChange({ order: undefined }) }] : []),
    ]
  }
  return (
    <Filters label={t('filters')} set={set()} onClear={props.onClear}>
      <SearchField
        label={t('words')}
        placeholder={t('wordsHint')}
        most={mostWords}
        value={props.value.words}
        onSearch={(words) => props.onChange({ words })}
      />
      <Select
        label={t('category')}
        unmarked
        value={props.value.category ?? null}
        empty={t('any')}
        options={props.categories.map((key) => ({ value: key, label: categoryTitle(props.batch, key) }))}
        onChange={(category) => props.onChange({ category: category ?? undefined })}
      />
      <Select
        label={t('state')}
        unmarked
        value={props.value.state ?? null}
        empty={t('any')}
        options={props.states.map((state) => ({ value: state, label: inLanguage(submissionStates[state]) }))}
        onChange={(state) => props.onChange({ state: state ?? undefined })}
      />
      {props.children}
      <div classList={{ 'filters-wide': props.sortable }}>
        <Select
          label={t('order')}
          unmarked
          value={props.value.order ?? null}
          empty={t('fitting')}
          options={(['newest', 'oldest'] as const).map((order) => ({ value: order, label: t(order) }))}
          onChange={(order) => props.onChange({ order: order ?? undefined })}
        />
      </div>
    </Filters>
  )
}
