import { t } from '../i18n/ui.ts'
import { type FieldProps, Fieldset } from './field.tsx'
import { MomentField } from './moment-field.tsx'

/** The first and the last moment of something, in Beijing time, held as UTC. */
export type Range = { from: string | null; to: string | null }

/** From when until when; says so at once when the end comes before the beginning. */
export function DateRange(props: FieldProps & { value: Range; onInput: (range: Range) => void; disabled?: boolean }) {
  const backwards = () => props.value.from !== null && props.value.to !== null && props.value.to <= props.value.from
  return (
    <Fieldset {...props} problem={backwards() ? t('endsBeforeItBegins') : props.problem}>
      <div class="grid gap-4 lg:grid-cols-2">
        <MomentField
          label={t('from')}
          unmarked
          value={props.value.from}
          disabled={props.disabled}
          onInput={(from) => props.onInput({ ...props.value, from })}
        />
        <MomentField
          label={t('until')}
          unmarked
          end
          value={props.value.to}
          disabled={props.disabled}
          onInput={(to) => props.onInput({ ...props.value, to })}
        />
      </div>
    </Fieldset>
  )
}
