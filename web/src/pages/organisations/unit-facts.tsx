import { For } from 'solid-js'
import { day } from '../../i18n/dates.ts'
import { t } from '../../i18n/organisations.ts'
import { Facts } from '../../ui/page-header.tsx'
import { kindName, provinceName, type Read } from './unit-api.ts'

/** What is known of a unit, and the units above it. */
export function UnitFacts(props: { read: Read }) {
  const unit = () => props.read.organisation
  const said = (text: string | undefined) => (text ? <span translate="no">{text}</span> : <span class="text-soft">{t('unknown')}</span>)
  const schooling = () =>
    unit().kind === 'university'
      ? [
          { key: 'level', label: t('level'), value: unit().level ? t(unit().level ?? 'undergraduate') : said(undefined) },
          { key: 'ownership', label: t('ownership'), value: unit().ownership ? t(unit().ownership ?? 'public') : said(undefined) },
          { key: 'joint', label: t('jointlyBuilt'), value: unit().jointlyBuilt ? t('yes') : t('no') },
          { key: 'also', label: t('alsoUnder'), value: said(unit().alsoUnder?.join('、')) },
        ]
      : []
  return (
    <div class="card">
      <Facts
        facts={[
          { key: 'name', label: t('name'), value: said(unit().name) },
          { key: 'kind', label: t('kind'), value: kindName(unit().kind) },
          { key: 'code', label: t('code'), value: said(unit().code) },
          {
            key: 'above',
            label: t('above'),
            value: (
              <For each={props.read.above} fallback="–">
                {(above) => (
                  <span class="block" translate="no">
                    {above.name}
                  </span>
                )}
              </For>
            ),
          },
          { key: 'province', label: t('province'), value: provinceName(unit().province) ?? said(undefined) },
          { key: 'city', label: t('city'), value: said(unit().city) },
          ...schooling(),
          { key: 'administrators', label: t('administrators'), value: t('peopleCount', { count: unit().administrators ?? 0 }) },
          { key: 'since', label: t('since'), value: day(unit().createdAt) },
        ]}
      />
    </div>
  )
}
