import { Match, Switch } from 'solid-js'
import type { Cell, Column } from '../../../shared/forms/schema.ts'
import { inLanguage } from '../i18n/texts.ts'
import { t } from '../i18n/ui.ts'
import { Select } from '../ui/choices.tsx'
import { DateCell } from '../ui/date-cell.tsx'
import { MoneyField, NumberField } from '../ui/number-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'

type ColumnOf<K extends Column['kind']> = Extract<Column, { kind: K }>

/** One cell of a table of the form. */
export function TableCell(props: {
  id: string
  label: string
  column: Column
  value: Cell
  /** Not asked for in this row. */
  asked: boolean
  /** Given by the form. */
  fixed: boolean
  problem?: string
  disabled?: boolean
  onChange: (value: Cell) => void
}) {
  /** Read one by one: a table has hundreds of cells, and each reads these several times. */
  const around = {
    hiddenLabel: true,
    unmarked: true,
    get id() {
      return props.id
    },
    get label() {
      return props.label
    },
    get problem() {
      return props.problem
    },
    get required() {
      return props.column.required
    },
    get disabled() {
      return props.disabled
    },
  }
  const of = <K extends Column['kind']>(kind: K) => (props.column.kind === kind ? (props.column as ColumnOf<K>) : undefined)
  const text = () => (props.value === null || typeof props.value === 'boolean' ? '' : String(props.value))
  const amount = () => (typeof props.value === 'boolean' ? null : props.value)
  return (
    <Switch>
      <Match when={!props.asked}>
        <span class="text-faint">—</span>
      </Match>
      <Match when={props.fixed}>
        <span class="block px-2 py-1.5 font-semibold">{text()}</span>
      </Match>
      <Match when={of('text')}>{(column) => <TextField {...around} value={text()} max={column().max} onInput={props.onChange} />}</Match>
      <Match when={of('longText')}>
        {(column) => <TextArea {...around} value={text()} max={column().max} rows={column().rows ?? 2} onInput={props.onChange} />}
      </Match>
      <Match when={of('number')}>
        {(column) => <NumberField {...around} value={amount()} decimals={column().decimals} onInput={props.onChange} />}
      </Match>
      <Match when={of('money')}>
        {(column) => <MoneyField {...around} bare value={amount()} unit={column().unit} onInput={props.onChange} />}
      </Match>
      <Match when={of('date')}>
        {(column) => <DateCell {...around} value={text() || null} precision={column().precision} onInput={props.onChange} />}
      </Match>
      <Match when={of('choice')}>
        {(column) => (
          <Select
            {...around}
            value={text() || null}
            options={column().choices.map(({ value, label }) => ({ value, label: inLanguage(label) }))}
            onChange={props.onChange}
          />
        )}
      </Match>
      <Match when={of('yesNo')}>
        <Select
          {...around}
          value={typeof props.value === 'boolean' ? (props.value ? 'yes' : 'no') : null}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          onChange={(chosen) => props.onChange(chosen === null ? null : chosen === 'yes')}
        />
      </Match>
    </Switch>
  )
}
