import { createSignal } from 'solid-js'
import { batchRefusals } from '../../../shared/batches/refusals.ts'
import { TextDiff } from '../forms/text-diff.tsx'
import { t } from '../i18n/design.ts'
import { quoted } from '../i18n/quoting.tsx'
import { Select } from '../ui/choices.tsx'
import { Filters } from '../ui/filters.tsx'
import { NotNow } from '../ui/not-now.tsx'
import { Card } from '../ui/page-header.tsx'
import { type FoundPerson, PersonPicker } from '../ui/person-picker.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { SkeletonPage, SkeletonTable } from '../ui/skeleton.tsx'

const people: FoundPerson[] = [
  { id: '1', name: '演示·阿依古丽·买买提', unit: '演示·第一教师党支部', email: 'a@demo.example' },
  { id: '2', name: '演示·王𠮷', unit: '演示·离退休党支部' },
]

export function DesignFurther() {
  const [words, setWords] = createSignal('演示')
  const [state, setState] = createSignal<string | null>('waiting')
  const [person, setPerson] = createSignal<FoundPerson | null>(null)
  const [chosen, setChosen] = createSignal<FoundPerson | null>(people[0] ?? null)
  const search = async (typed: string) => people.filter(({ name }) => name.includes(typed))
  const clear = () => {
    setWords('')
    setState(null)
  }
  const filters = () => [
    ...(words() ? [{ key: 'words', label: `${t('unit')} ${quoted(words())}`, clear: () => setWords('') }] : []),
    ...(state() ? [{ key: 'state', label: t('waiting'), clear: () => setState(null) }] : []),
  ]
  return (
    <>
      <Card title={t('filters')}>
        <Filters label={t('filters')} set={filters()} onClear={clear}>
          <SearchField label={t('unit')} most={60} value={words()} onSearch={(found) => setWords(found ?? '')} />
          <Select
            label={t('progress')}
            unmarked
            value={state()}
            options={[{ value: 'waiting', label: t('waiting') }]}
            onChange={setState}
          />
        </Filters>
        <NotNow why={batchRefusals['batch.paused']} />
        <SkeletonTable rows={2} />
      </Card>
      <Card title={t('people')}>
        <div class="grid gap-6 md:grid-cols-2">
          <PersonPicker label={t('person')} required value={person()} onChange={setPerson} search={search} />
          <PersonPicker label={t('chosenPerson')} required value={chosen()} onChange={setChosen} search={search} />
        </div>
      </Card>
      <Card title={t('difference')}>
        <TextDiff before={t('textBefore')} after={t('textAfter')} />
      </Card>
      <Card title={t('pageLoading')}>
        <SkeletonPage />
      </Card>
    </>
  )
}
