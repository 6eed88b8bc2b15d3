import { Show } from 'solid-js'
import { lengthOf } from '../../../shared/calendar/length.ts'
import { t } from '../i18n/moment-range.ts'
import { MomentField } from './moment-field.tsx'

type End = 'opens' | 'closes'

/** From one moment to a later one, both in Beijing time: how long that is, or that the end does not come after the beginning. */
export function MomentRange(props: {
  opens: string | null
  closes: string | null
  /** What the two are called. */
  labels: Record<End, string>
  onInput: (end: End, iso: string | null) => void
  /** Somebody has come to one of them. */
  onReach?: (end: End) => void
}) {
  const both = () => (props.opens && props.closes ? { opens: props.opens, closes: props.closes } : undefined)
  const length = () => {
    const range = both()
    return range && lengthOf(range.opens, range.closes)
  }
  const said = ({ days, hours }: { days: number; hours: number }) => {
    if (days === 0) return hours === 0 ? t('minutes') : t('hours', { hours })
    return hours === 0 ? t('days', { days }) : t('daysHours', { days, hours })
  }
  return (
    <div class="flex flex-col gap-3">
      <div onFocusIn={() => props.onReach?.('opens')}>
        <MomentField label={props.labels.opens} unmarked value={props.opens} onInput={(iso) => props.onInput('opens', iso)} />
      </div>
      <div onFocusIn={() => props.onReach?.('closes')}>
        <MomentField
          label={props.labels.closes}
          unmarked
          end
          value={props.closes}
          problem={both() && !length() ? t('notAfter') : undefined}
          onInput={(iso) => props.onInput('closes', iso)}
        />
      </div>
      <Show when={length()}>{(long) => <p class="text-sm text-soft">{said(long())}</p>}</Show>
    </div>
  )
}
