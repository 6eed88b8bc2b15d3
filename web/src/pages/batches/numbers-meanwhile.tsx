import { For } from 'solid-js'
import { unlimited } from '../../../../shared/quotas/limits.ts'
import { number } from '../../i18n/numbers.ts'
import { t } from '../../i18n/quotas.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { NumberNow } from './batch-api.ts'
import { type Changes, cellKey, type SheetCategory, type SheetUnit } from './quota-table.ts'

const atMost = 20
export const limitShown = (limit: number | null | undefined): string =>
  limit === undefined || limit === null ? '–' : limit >= unlimited ? t('unlimited') : number(limit)

/** Numbers that another has written meanwhile, beside one's own for the same places, and what can be done about them. */
export function NumbersMeanwhile(props: {
  theirs: readonly NumberNow[]
  units: readonly SheetUnit[]
  categories: readonly SheetCategory[]
  mine: Changes
  busy: boolean
  onOver: () => void
  onTake: () => void
}) {
  const unitOf = ({ unit }: NumberNow) => props.units.find(({ id }) => id === unit)?.name ?? ''
  const categoryOf = ({ category }: NumberNow) =>
    inLanguage(props.categories.find(({ key }) => key === category)?.title ?? { zh: '', en: '' })
  return (
    <Banner tone="warn" title={t('changedTitle', { count: props.theirs.length })}>
      <ul class="mb-3 list-disc pl-5">
        <For each={props.theirs.slice(0, atMost)}>
          {(now) => (
            <li>
              <Quoting
                text={t('changedLine', {
                  unit: quoted(unitOf(now)),
                  category: categoryOf(now),
                  theirs: limitShown(now.limit),
                  mine: limitShown(props.mine.get(cellKey(now.unit, now.category))?.limit),
                })}
              />
            </li>
          )}
        </For>
      </ul>
      <div class="flex flex-wrap gap-3">
        <Button busy={props.busy} onClick={() => props.onOver()}>
          {t('changedOver')}
        </Button>
        <Button onClick={() => props.onTake()}>{t('changedTake')}</Button>
      </div>
    </Banner>
  )
}
