import { createSignal, For, Show } from 'solid-js'
import { countedAs } from '../../../../shared/quotas/explaining.ts'
import { type Rounding, roundings, unlimited } from '../../../../shared/quotas/limits.ts'
import type { Denominator, QuotaChange, QuotaShare } from '../../../../shared/quotas/schema.ts'
import { fillByShare, placesByShare } from '../../../../shared/quotas/shares.ts'
import { number } from '../../i18n/numbers.ts'
import { t } from '../../i18n/quotas.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { SheetCategory, SheetUnit } from './quota-table.ts'

const roundingNames = { down: 'roundDown', up: 'roundUp', 'half-up': 'roundHalf' } as const satisfies Record<Rounding, string>
const every = '*'

/** A share of the units below as places: what each unit would get is seen before it is written into the sheet, and there it can still be written over. */
export default function RatioFill(props: {
  categories: readonly SheetCategory[]
  units: readonly SheetUnit[]
  denominators: readonly Denominator[]
  onFill: (changes: QuotaChange[]) => void
  onClose: () => void
}) {
  const [category, setCategory] = createSignal<string | null>(every)
  const [percent, setPercent] = createSignal<number | string | null>(null)
  const [rounding, setRounding] = createSignal<Rounding>('down')
  const [least, setLeast] = createSignal<number | string | null>(null)
  const [tried, setTried] = createSignal(false)

  const percentProblem = () => {
    const given = percent()
    return typeof given === 'number' && given > 0 && given <= 100 ? undefined : t('percentBad')
  }
  const leastProblem = () => {
    const given = least()
    return given === null || (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given < unlimited)
      ? undefined
      : t('leastBad')
  }
  const share = (): QuotaShare | undefined => {
    const [given, atLeast] = [percent(), least()]
    if (percentProblem() || leastProblem() || typeof given !== 'number') return undefined
    return { ratio: Math.round(given * 10_000) / 1_000_000, rounding: rounding(), ...(typeof atLeast === 'number' && { atLeast }) }
  }
  const wanted = () => props.categories.filter(({ key }) => category() === every || category() === key)
  const inWanted = () => props.units.filter(({ cells }) => wanted().some(({ key }) => cells.has(key)))
  const counted = () => new Map(props.denominators.filter(({ count }) => count > 0).map((each) => [each.unit, each]))
  const reckoned = () => inWanted().flatMap((unit) => counted().get(unit.id) ?? [])
  const without = () => inWanted().length - reckoned().length
  const placesOf = (denominator: Denominator) => {
    const given = share()
    return given && placesByShare(denominator, given).limit
  }
  const nameOf = (id: string) => props.units.find((unit) => unit.id === id)?.name
  const fill = () => {
    setTried(true)
    const given = share()
    if (!given) return document.getElementById(percentProblem() ? 'ratio-percent' : 'ratio-least')?.focus()
    const cells = new Map(props.units.map((unit) => [unit.id, unit.cells]))
    props.onFill(
      wanted().flatMap(({ key }) =>
        fillByShare(
          reckoned().filter(({ unit }) => cells.get(unit)?.has(key)),
          key,
          given,
        ),
      ),
    )
    props.onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={t('ratio')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('ratioCancel')}</Button>
          <Button kind="primary" disabled={reckoned().length === 0} onClick={fill}>
            {t('ratioFill')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <p class="max-w-prose text-soft">{t('ratioIntro')}</p>
        <div class="flex flex-wrap gap-4">
          <Select
            label={t('ratioCategory')}
            required
            empty={false}
            value={category()}
            options={[
              { value: every, label: t('ratioAll') },
              ...props.categories.map(({ key, title }) => ({ value: key, label: inLanguage(title) })),
            ]}
            onChange={setCategory}
          />
          <NumberField
            id="ratio-percent"
            label={t('percent')}
            required
            unit="%"
            decimals={2}
            value={percent()}
            problem={tried() ? percentProblem() : undefined}
            onInput={setPercent}
          />
          <Select
            label={t('rounding')}
            required
            empty={false}
            value={rounding()}
            options={roundings.map((value) => ({ value, label: t(roundingNames[value]) }))}
            onChange={(chosen) => chosen && setRounding(chosen)}
          />
          <NumberField
            id="ratio-least"
            label={t('least')}
            value={least()}
            problem={tried() ? leastProblem() : undefined}
            onInput={setLeast}
          />
        </div>
        <Show when={without() > 0}>
          <Banner tone="info">{t('ratioWithout', { count: without() })}</Banner>
        </Show>
        <Show when={reckoned().length > 0}>
          <div>
            <table class="table" aria-label={t('ratioPreview')}>
              <thead>
                <tr>
                  <th scope="col">{t('unit')}</th>
                  <th scope="col">{t('ratioOf')}</th>
                  <th scope="col">{t('ratioPlaces')}</th>
                </tr>
              </thead>
              <tbody>
                <For each={reckoned()}>
                  {(denominator) => (
                    <tr>
                      <th scope="row" translate="no">
                        {nameOf(denominator.unit)}
                      </th>
                      <td>{inLanguage(countedAs(denominator.of, denominator.count))}</td>
                      <td class="tabular-nums">{placesOf(denominator) === undefined ? '–' : number(placesOf(denominator) ?? 0)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        </Show>
      </div>
    </Dialog>
  )
}
