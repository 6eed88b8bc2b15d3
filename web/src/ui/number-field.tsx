import { createEffect, createSignal, on } from 'solid-js'
import { readMoney, readNumber } from '../../../shared/forms/amounts.ts'
import { t } from '../i18n/ui.ts'
import { Field, type FieldProps } from './field.tsx'
import { composed } from './typing.tsx'

type AmountProps = FieldProps & {
  /** null: empty. What cannot be read as a number is passed on as typed, so that nothing is lost and the check can say so. */
  value: number | string | null
  onInput: (value: number | string | null) => void
  onBlur?: () => void
  disabled?: boolean
}

/** The typed text lives here; it is rewritten from outside only when the value differs from what it means. */
function Amount(
  props: AmountProps & { affix?: string; decimals: boolean; read: (text: string) => number | undefined; write: (value: number) => string },
) {
  const shown = (value: AmountProps['value']) => (value === null ? '' : typeof value === 'string' ? value : props.write(value))
  const [text, setText] = createSignal(shown(props.value))
  const meaning = (written: string) => (written.trim() === '' ? null : (props.read(written) ?? written))
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (meaning(text()) !== value) setText(shown(value))
      },
    ),
  )
  return (
    <Field {...props}>
      {(mark) => (
        <div class="input-affixed">
          <input
            ref={mark}
            class="input numeric"
            classList={{ 'input-narrow': !props.hiddenLabel }}
            type="text"
            inputmode={props.decimals ? 'decimal' : 'numeric'}
            autocomplete="off"
            value={text()}
            disabled={props.disabled}
            onBlur={() => {
              const value = meaning(text())
              if (typeof value === 'number') setText(props.write(value))
              props.onBlur?.()
            }}
            {...composed((written) => {
              setText(written)
              props.onInput(meaning(written))
            })}
          />
          {props.affix && <span class="affix">{props.affix}</span>}
        </div>
      )}
    </Field>
  )
}

/** A number; full-width digits and separators are understood. */
export function NumberField(props: AmountProps & { unit?: string; decimals?: number }) {
  return <Amount {...props} affix={props.unit} decimals={(props.decimals ?? 0) > 0} read={readNumber} write={String} />
}

const written = (fen: number, unit: 'yuan' | 'wan') => {
  const places = unit === 'wan' ? 6 : 2
  const [whole, fraction = ''] = (fen / 10 ** places).toFixed(places).split('.')
  const rest = unit === 'wan' ? fraction.replace(/0+$/, '') : fraction
  return rest === '' || /^0+$/.test(rest) ? (whole ?? '') : `${whole}.${rest}`
}

/** An amount of money, typed in yuan or in ten thousand yuan, held in whole fen. */
export function MoneyField(
  props: AmountProps & { unit?: 'yuan' | 'wan' /** Without the unit behind it, where a heading names it. */; bare?: boolean },
) {
  const unit = () => props.unit ?? 'yuan'
  return (
    <Amount
      {...props}
      affix={props.bare ? undefined : t(unit())}
      decimals
      read={(text) => readMoney(text, unit())}
      write={(fen) => written(fen, unit())}
    />
  )
}
