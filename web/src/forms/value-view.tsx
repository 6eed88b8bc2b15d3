import { createSignal, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { isFilled } from '../../../shared/forms/filled.ts'
import type { Cell, Column, Field, FieldOf, FileRef, Person, Value } from '../../../shared/forms/schema.ts'
import { dateValue } from '../i18n/dates.ts'
import { t } from '../i18n/form-controls.ts'
import { bytes, money, number, sumIn } from '../i18n/numbers.ts'
import { inLanguage } from '../i18n/texts.ts'
import { t as ui } from '../i18n/ui.ts'
import { columnTitle } from './column-title.ts'
import { fileSource, isShown } from './file-source.ts'
import { type Row, totalsOf } from './rows.ts'

const FilePreview = lazy(() => import('./file-preview.tsx'))

/** How a file is opened from an answer: over the page or by a link, where the address of the files is known; else by a press. */
export type Opening = { files?: string; onFile?: (file: FileRef) => void }

/** One answer to read. What people wrote is marked as not to be translated. */
export function ValueView(props: { field: Field; value: Value | undefined } & Opening) {
  const of = <K extends Field['kind']>(kind: K) => (props.field.kind === kind ? (props.field as FieldOf<K>) : undefined)
  return (
    <Show when={isFilled(props.value)} fallback={<span class="text-faint">{t('nothing')}</span>}>
      <Switch fallback={<span>{cellText(props.field as Column, props.value as Cell)}</span>}>
        <Match when={of('text') ?? of('longText')}>
          <span classList={{ 'whitespace-pre-line': true, whole: isNumber(props.field) }} translate="no">
            {String(props.value)}
          </span>
        </Match>
        <Match when={of('choices')}>
          {(field) => <span>{(props.value as string[]).map((chosen) => choiceLabel(field().choices, chosen)).join(t('comma'))}</span>}
        </Match>
        <Match when={of('person')}>
          <PersonView person={props.value as Person} />
        </Match>
        <Match when={of('organisation')}>
          <span translate="no">{(props.value as { name: string }).name}</span>
        </Match>
        <Match when={of('file')}>
          <FilesView files={props.files} onFile={props.onFile} value={props.value as FileRef[]} />
        </Match>
        <Match when={of('table')}>{(field) => <RowsView field={field()} rows={props.value as Row[]} />}</Match>
      </Switch>
    </Show>
  )
}

function FilesView(props: { value: readonly FileRef[] } & Opening) {
  const [open, setOpen] = createSignal<string | null>(null)
  const press = (file: FileRef) => (props.onFile ? props.onFile(file) : setOpen(file.id))
  return (
    <>
      <ul>
        <For each={props.value}>
          {(file) => (
            <li>
              <span translate="no">
                <Switch fallback={file.name}>
                  <Match when={props.onFile || (props.files && isShown(file))}>
                    <button type="button" class="file-open" onClick={() => press(file)}>
                      {file.name}
                    </button>
                  </Match>
                  <Match when={props.files}>{(address) => <a href={fileSource(address()).page(file.id)}>{file.name}</a>}</Match>
                </Switch>
              </span>{' '}
              <span class="text-soft">{bytes(file.bytes)}</span>
              <Show when={file.caption}>
                <span class="block text-soft" translate="no">
                  {file.caption}
                </span>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={open() !== null && props.files}>
        {(address) => (
          <Suspense>
            <FilePreview files={props.value.filter(isShown)} first={open() ?? ''} address={address()} onClose={() => setOpen(null)} />
          </Suspense>
        )}
      </Show>
    </>
  )
}

function RowsView(props: { field: FieldOf<'table'>; rows: readonly Row[] }) {
  const totals = () => totalsOf(props.field, props.rows)
  return (
    <section tabindex={0} class="rows-frame" aria-label={inLanguage(props.field.label)}>
      <table class="reader-table">
        <thead>
          <tr>
            <For each={props.field.columns}>{(column) => <th scope="col">{columnTitle(column)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={props.field.columns}>
                  {(column) => (
                    <td data-label={columnTitle(column)}>
                      <span
                        class={isNumber(column) ? 'whole' : undefined}
                        translate={column.kind === 'text' || column.kind === 'longText' ? 'no' : undefined}
                      >
                        {cellText(column, row[column.key] ?? null, true)}
                      </span>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
          <Show when={(props.field.totals?.length ?? 0) > 0}>
            <tr>
              <For each={props.field.columns}>
                {(column, place) => (
                  <td class="font-semibold" data-label={column.key in totals() ? columnTitle(column) : undefined}>
                    {column.key in totals() ? cellText(column, totals()[column.key] ?? 0, true) : place() === 0 ? t('total') : ''}
                  </td>
                )}
              </For>
            </tr>
          </Show>
        </tbody>
      </table>
    </section>
  )
}

const choiceLabel = (choices: FieldOf<'choice'>['choices'], chosen: string): string => {
  const found = choices.find(({ value }) => value === chosen)
  return found ? inLanguage(found.label) : chosen
}
/** Numbers in which a hyphen is no place to begin a new line. */
const isNumber = (field: Field | Column) => field.kind === 'text' && (field.pattern === 'phone' || field.pattern === 'id-card')

/** A person in one line, or in as many as it takes: what one copies and looks up stays in one piece, with the comma behind it. */
function PersonView(props: { person: Person }) {
  const parts = () => {
    const { name, unit, post, phone, email } = props.person
    return [name, unit, post, phone, email].filter((part) => part)
  }
  const between = (at: number) => (at < parts().length - 1 ? t('comma') : '')
  return (
    <span translate="no">
      <For each={parts()}>
        {(part, at) => (
          <>
            <span classList={{ whole: part === props.person.phone || part === props.person.email }}>
              {part}
              {between(at()).trim()}
            </span>
            {between(at()).slice(1)}
          </>
        )}
      </For>
    </span>
  )
}

/** A single value in words; `bare` leaves out the unit, where a column's heading names it. */
function cellText(field: Column, value: Cell, bare = false): string {
  if (value === null || value === undefined) return ''
  switch (field.kind) {
    case 'number':
      if (typeof value !== 'number') return String(value)
      return bare || !field.unit ? number(value) : `${number(value)} ${inLanguage(field.unit)}`
    case 'money':
      if (typeof value !== 'number') return String(value)
      return bare ? sumIn(value, field.unit) : money(value, field.unit)
    case 'date':
      return dateValue(String(value))
    case 'choice':
      return choiceLabel(field.choices, String(value))
    case 'yesNo':
      return ui(value ? 'yes' : 'no')
    default:
      return String(value)
  }
}
