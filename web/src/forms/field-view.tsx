import { Match, Switch } from 'solid-js'
import type { Column, Field, FieldOf, Person, Value } from '../../../shared/forms/schema.ts'
import { inLanguage } from '../i18n/texts.ts'
import type { Found } from '../ui/organisation-picker.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { ClauseView } from './clause-view.tsx'
import { type Later, later } from './later.tsx'
import type { Row } from './rows.ts'
import type { CellChange } from './table-field.tsx'
import type { FieldUploads } from './uploads.ts'

const FileField = later(async () => (await import('./file-field.tsx')).FileField)
const PersonField = later(async () => (await import('./person-field.tsx')).PersonField)
const TableField = later(async () => (await import('./table-field.tsx')).TableField)
const OrganisationPicker = later(async () => (await import('../ui/organisation-picker.tsx')).OrganisationPicker)
const DateField = later(async () => (await import('../ui/date-field.tsx')).DateField)
const NumberField = later(async () => (await import('../ui/number-field.tsx')).NumberField)
const MoneyField = later(async () => (await import('../ui/number-field.tsx')).MoneyField)

const RadioGroup = later(async () => (await import('../ui/choices.tsx')).RadioGroup)
const Select = later(async () => (await import('../ui/choices.tsx')).Select)
const CheckboxGroup = later(async () => (await import('../ui/choices.tsx')).CheckboxGroup)
const YesNo = later(async () => (await import('../ui/choices.tsx')).YesNo)

const controls: Partial<Record<Field['kind'], Later>> = {
  file: FileField,
  person: PersonField,
  table: TableField,
  organisation: OrganisationPicker,
  date: DateField,
  number: NumberField,
  money: MoneyField,
  choice: { bring: () => Promise.all([RadioGroup.bring(), Select.bring()]), here: () => RadioGroup.here() && Select.here() },
  choices: CheckboxGroup,
  yesNo: YesNo,
}
/** Fetches the controls that these fields need, so that all of them appear at once; offline, each tries again when it is shown. */
export const bringControls = (fields: readonly Field[]): Promise<unknown> =>
  Promise.allSettled([...new Set(fields.map(({ kind }) => controls[kind]))].map((control) => control?.bring()))
/** Whether all controls that these fields need have come. */
export const controlsHere = (fields: readonly Field[]): boolean => fields.every(({ kind }) => controls[kind]?.here() ?? true)

/** Up to so many choices are shown at once; more go into a list. */
const shownChoices = 7

export type FieldViewProps = {
  field: Field
  id: string
  value: Value | undefined
  problems: readonly string[]
  /** Problems of a table's cells by `row.column`, of a person's parts by their name, of files by their number. */
  inside: (path: string) => string | undefined
  required: boolean
  disabled?: boolean
  onChange: (value: Value | undefined) => void
  onCell: CellChange
  asks?: (row: Row, column: Column) => boolean
  fresh?: ReadonlySet<number>
  onFresh?: (rows: ReadonlySet<number>) => void
  searchOrganisation?: (words: string) => Promise<readonly Found[]>
  uploads?: FieldUploads
}

const inputTypes = { email: 'email', phone: 'tel', url: 'url', 'id-card': 'text' } as const

/** One question of a form with its control, whatever its kind. */
export function FieldView(props: FieldViewProps) {
  const around = {
    get id() {
      return props.id
    },
    get label() {
      return inLanguage(props.field.label)
    },
    get help() {
      return props.field.help && inLanguage(props.field.help)
    },
    get clause() {
      const { clause } = props.field
      return clause && (() => <ClauseView clause={clause} />)
    },
    get problem() {
      return [...props.problems]
    },
    get required() {
      return props.required
    },
    get disabled() {
      return props.disabled
    },
  }
  const text = () => (typeof props.value === 'string' ? props.value : '')
  const amount = () => (typeof props.value === 'number' || typeof props.value === 'string' ? props.value : null)
  const of = <K extends Field['kind']>(kind: K) => (props.field.kind === kind ? (props.field as FieldOf<K>) : undefined)
  return (
    <Switch>
      <Match when={of('heading')}>
        <div>
          <h2>{inLanguage(props.field.label)}</h2>
          {props.field.help && <p class="field-help">{inLanguage(props.field.help)}</p>}
        </div>
      </Match>
      <Match when={of('text')}>
        {(field) => (
          <TextField
            {...around}
            value={text()}
            max={field().max}
            type={inputTypes[field().pattern ?? 'id-card']}
            inputMode={field().pattern === 'phone' ? 'tel' : undefined}
            narrow={field().max <= 30}
            onInput={props.onChange}
          />
        )}
      </Match>
      <Match when={of('longText')}>
        {(field) => (
          <TextArea
            {...around}
            value={text()}
            max={field().max}
            rows={field().rows ?? (field().max > 400 ? 10 : 5)}
            onInput={props.onChange}
            expandable={field().max > 400}
          />
        )}
      </Match>
      <Match when={of('number')}>
        {(field) => {
          const unit = () => field().unit
          return (
            <NumberField
              {...around}
              value={amount()}
              unit={unit() && inLanguage(unit() ?? { zh: '', en: '' })}
              decimals={field().decimals}
              onInput={(value) => props.onChange(value ?? undefined)}
            />
          )
        }}
      </Match>
      <Match when={of('money')}>
        {(field) => <MoneyField {...around} value={amount()} unit={field().unit} onInput={(value) => props.onChange(value ?? undefined)} />}
      </Match>
      <Match when={of('date')}>
        {(field) => (
          <DateField
            {...around}
            value={text() || null}
            precision={field().precision}
            onInput={(value) => props.onChange(value ?? undefined)}
          />
        )}
      </Match>
      <Match when={of('choice')}>
        {(field) => {
          const options = () => field().choices.map(({ value, label }) => ({ value, label: inLanguage(label) }))
          return field().choices.length <= shownChoices ? (
            <RadioGroup {...around} value={text() || null} options={options()} onChange={props.onChange} />
          ) : (
            <Select {...around} value={text() || null} options={options()} onChange={(value) => props.onChange(value ?? undefined)} />
          )
        }}
      </Match>
      <Match when={of('choices')}>
        {(field) => (
          <CheckboxGroup
            {...around}
            value={Array.isArray(props.value) ? (props.value as string[]) : []}
            options={field().choices.map(({ value, label }) => ({ value, label: inLanguage(label) }))}
            onChange={props.onChange}
          />
        )}
      </Match>
      <Match when={of('yesNo')}>
        <YesNo {...around} value={typeof props.value === 'boolean' ? props.value : null} onChange={props.onChange} />
      </Match>
      <Match when={of('person')}>
        <PersonField {...around} value={props.value as Person | undefined} inside={props.inside} onChange={props.onChange} />
      </Match>
      <Match when={of('organisation')}>
        <OrganisationPicker
          {...around}
          value={asFound(props.value)}
          search={props.searchOrganisation ?? (async () => [])}
          onChange={(found) => props.onChange(found ? { code: found.code ?? found.id, name: found.name } : undefined)}
        />
      </Match>
      <Match when={of('table')}>
        {(field) => (
          <TableField
            {...around}
            field={field()}
            value={props.value}
            inside={props.inside}
            asks={props.asks}
            onChange={props.onChange}
            onCell={props.onCell}
            fresh={props.fresh}
            onFresh={props.onFresh}
          />
        )}
      </Match>
      <Match when={of('file')}>
        {(field) => (
          <FileField
            {...around}
            field={field()}
            value={props.value}
            uploads={props.uploads}
            inside={props.inside}
            onChange={props.onChange}
          />
        )}
      </Match>
    </Switch>
  )
}

const asFound = (value: Value | undefined): Found | null =>
  typeof value === 'object' && value !== null && 'code' in value && 'name' in value && typeof value.code === 'string'
    ? { id: value.code, code: value.code, name: String(value.name) }
    : null
