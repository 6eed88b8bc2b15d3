import {
  createEffect,
  createMemo,
  createSignal,
  For,
  getOwner,
  type JSX,
  lazy,
  on,
  onCleanup,
  onMount,
  runWithOwner,
  Show,
  Suspense,
  untrack,
} from 'solid-js'
import { sectionScope, seeRow } from '../../../shared/forms/bindings.ts'
import type {
  Column,
  Field,
  FieldOf,
  FileRef,
  Form,
  FormValues,
  Problem,
  Section,
  SectionValues,
  Value,
} from '../../../shared/forms/schema.ts'
import { visible } from '../../../shared/forms/visible.ts'
import { whenIdle } from '../data/idle.ts'
import { me } from '../data/session.ts'
import { clock } from '../i18n/dates.ts'
import { t } from '../i18n/forms.ts'
import { inLanguage } from '../i18n/texts.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { SummaryEntry } from '../ui/error-summary.tsx'
import type { Found } from '../ui/organisation-picker.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { createAutosave } from './autosave.ts'
import type { Draft } from './drafts.ts'
import { cellId, fieldId } from './field-ids.ts'
import { bringControls, controlsHere, FieldView } from './field-view.tsx'
import { type Become, filesOf, leftOut } from './file-values.ts'
import { bringJudge, find, judge } from './judge.ts'
import { type Row, shownRows } from './rows.ts'
import { SaveState } from './save-state.tsx'
import type { Saver } from './saver.ts'
import type { Saved, Theirs } from './saving.ts'
import { sendable } from './sendable.ts'
import type { Uploads } from './uploads.ts'
import { drafts } from './waiting.ts'

const ConflictDialog = lazy(() => import('./conflict-dialog.tsx'))
const SinceReturn = lazy(() => import('./since-return.tsx'))
const Unsent = lazy(() => import('./unsent.tsx'))
const ErrorSummary = lazy(() => import('../ui/error-summary.tsx'))

/** So many questions fill a screen: they are drawn first, the others with the next frame. */
const onAScreen = 4

/** Milliseconds after the last key until rules are checked; choices are checked at once, because questions hang on them. */
const checkPause = 250

export type SectionEditorProps = {
  form: Form
  /** Key of the section that is edited. */
  section: string
  /** All answers, since rules and visibility look across sections. */
  values: FormValues
  /** The version of this section that `values` holds, 0 before the first save. */
  version: number
  savedAt?: string | null
  /** From `sectionSaver(batch, submission, section)`. */
  save: Saver
  /** Address of the files of this submission: `/api/batches/…/submissions/…/files`. */
  files?: string
  searchOrganisation?: (words: string) => Promise<readonly Found[]>
  /** What the server found in this section as it was saved last: which of the units it names are not in the register. */
  told?: readonly Problem[]
  /** Shows every problem from the start, as when one comes back from checking. */
  strict?: boolean
  /** What the unit that returned it wrote, by field key; the empty key for the whole section. */
  comments?: Record<string, string>
  /** While a return is being answered: the section as it was handed in, to show what changed since. */
  before?: SectionValues
  disabled?: boolean
  onSaved?: (saved: Saved, values: SectionValues) => void
  /** Saved and without problems: goes on. */
  onNext?: () => void
  /** Saved: leaves, whatever is still to be done. */
  onLater?: () => void
  /** What stands below the fields, and comes with them: it would move down if it came before. */
  foot?: JSX.Element
}

/** Edits one section of a form: saves while one types, checks beside the fields, keeps everything through lost networks, ended sessions and second writers. */
export function SectionEditor(props: SectionEditorProps) {
  const section = () => props.form.sections.find(({ key }) => key === props.section)
  return (
    <Show when={section()} keyed>
      {(found) => <Recovered {...props} of={found} />}
    </Show>
  )
}

/** Fetches what the section needs, and looks whether this device holds answers that the server does not have. Mostly all is there: then it is drawn at once. */
function Recovered(props: SectionEditorProps & { of: Section }) {
  const [person, { address }, { fields }] = untrack(() => [me()?.person.id ?? '', props.save, props.of])
  const none = drafts.lacks(person, address) && controlsHere(fields)
  const [draft, setDraft] = createSignal<Draft | null | undefined>(none ? undefined : null)
  if (!none) {
    // Asked for while the page is still being made, used once it stands.
    const coming = Promise.all([drafts.find(person, address), bringControls(fields)])
    onMount(async () => {
      const [found] = await coming
      if (found && props.disabled) await Unsent.preload().catch(() => undefined)
      setDraft(found)
    })
  }
  return (
    <Show when={draft() !== null} fallback={<SkeletonRows rows={4} />}>
      <Editor {...props} draft={untrack(draft) ?? undefined} />
    </Show>
  )
}

function Editor(props: SectionEditorProps & { of: Section; draft?: Draft }) {
  const stored = untrack(() => props.values[props.section] ?? {})
  const draft = untrack(() => (props.disabled ? undefined : props.draft))
  const [values, setValues] = createSignal<SectionValues>(draft?.values ?? stored)
  const [checked, setChecked] = createSignal(values())
  const [touched, setTouched] = createSignal<ReadonlySet<string>>(new Set())
  /** Rows of tables that were just added, by field. */
  const [fresh, setFresh] = createSignal<Readonly<Record<string, ReadonlySet<number>>>>({})
  const [strict, setStrict] = createSignal(props.strict ?? false)
  const [tried, setTried] = createSignal(0)
  const [leaving, setLeaving] = createSignal<'next' | 'later' | null>(null)
  const [notice, setNotice] = createSignal<'restored' | 'merged' | null>(null)
  const [both, setBoth] = createSignal<{ theirs: Theirs; fields: Field[]; merged: SectionValues } | null>(null)

  const autosave = createAutosave({
    saver: props.save,
    version: draft ? draft.version : props.version,
    savedAt: props.savedAt ?? null,
    values: () => untrack(values),
    toSend: () => sendable(props.of, untrack(values)),
    base: draft ? draft.base : stored,
    onSaved: (saved, sent, before) => {
      for (const id of leftOut({ ...before, named }, sent, untrack(values))) void uploads()?.removeRemote(id)
      named = []
      props.onSaved?.(saved, sent)
    },
  })
  /** Uploading comes only with sections that take files. What is on its way goes on when the section is left. */
  const [uploads, setUploads] = createSignal<Uploads>()
  const owner = getOwner()
  const files = untrack(() => props.files)
  if (files && props.of.fields.some(({ kind }) => kind === 'file'))
    void import('./uploads.ts').then(({ createUploads }) =>
      runWithOwner(owner, () =>
        setUploads(
          createUploads({
            files,
            address: untrack(() => props.save.address),
            section: untrack(() => props.section),
            onClean: putNewFiles,
          }),
        ),
      ),
    )

  const [drawn, setDrawn] = createSignal(onAScreen)
  const allDrawn = () => drawn() >= props.of.fields.length
  onMount(() => requestAnimationFrame(() => setTimeout(setDrawn, 0, Number.POSITIVE_INFINITY)))
  // It is wanted at once when somebody goes on, also without a network by then.
  onMount(() => whenIdle(() => void ErrorSummary.preload()))

  const asksEngine = () => props.of.fields.some((field) => field.visibleIf)
  void bringJudge(untrack(asksEngine))

  let timer: ReturnType<typeof setTimeout> | undefined
  const checkSoon = (pause: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => setChecked(values()), pause)
  }
  onCleanup(() => clearTimeout(timer))

  /** Files that were named since the last save: taken out again before the next, the server never hears of them. */
  let named: FileRef[] = []
  const put = (field: Field, value: Value | undefined, pause = checkPause) => {
    if (field.kind === 'file') named = [...named, ...filesOf(values()[field.key])]
    setValues((all) => ({ ...all, [field.key]: value }))
    autosave.changed()
    checkSoon(['choice', 'choices', 'yesNo', 'organisation', 'file'].includes(field.kind) ? 0 : pause)
  }
  const putCell = (field: FieldOf<'table'>, row: number, column: string, value: Value | undefined) => {
    const rows = shownRows(field, rowsOf(values()[field.key]))
    put(field, rows.map((each, index) => (index === row ? { ...each, [column]: value } : each)) as Row[])
  }
  const putNewFiles = (key: string, become: Become) => {
    const field = props.of.fields.find((each) => each.key === key)
    if (field) put(field, become(filesOf(values()[key])))
  }

  const everything = createMemo((): FormValues => ({ ...props.values, [props.section]: checked() }))
  const seen = createMemo(() => visible(props.form, everything(), judge()))
  /** What the server said of an answer holds until that answer is another. */
  const unregistered = () =>
    (props.told ?? []).filter(({ path }) => {
      const [section, field = ''] = path.split('.')
      return section === props.section && JSON.stringify(checked()[field]) === JSON.stringify(autosave.base()[field])
    })
  const problems = createMemo(() => [
    ...(find()?.(props.form, everything(), { section: props.section, judge: judge() }) ?? []),
    ...unregistered(),
  ])
  const isFresh = (path: string) => {
    const [, field = '', row] = path.split('.')
    return row !== undefined && fresh()[field]?.has(Number(row)) === true
  }
  /** What may be spoken of: a row that was added a moment ago lacks everything, which nobody needs to be told. */
  const due = createMemo(() => problems().filter(({ path }) => !isFresh(path)))
  const shownProblems = createMemo(() => due().filter(({ path }) => strict() || touched().has(path.split('.')[1] ?? '')))
  const asked = (field: Field) => (field.visibleIf && !judge() ? false : seen().field(props.section, field.key))
  const summary = (): SummaryEntry[] => due().map(({ path, message }) => ({ text: inLanguage(message), to: idOf(props.form, path) }))
  /** What is said beside the fields. The same as before unless something else is said: every cell of a table looks here, and rules are checked at every pause. */
  const messages = createMemo(() => Map.groupBy(shownProblems(), ({ path }) => path), undefined, { equals: sameMessages })
  const messagesAt = (path: string) => (messages().get(path) ?? []).map(({ message }) => inLanguage(message))
  const required = (field: Field) => field.required === true || (field.requiredIf !== undefined && holds(field.requiredIf))
  const holds = (expression: string) => judge()?.(expression, sectionScope(seen().bindings, props.section)) === true
  const asksCell = (field: FieldOf<'table'>, row: Row, column: Column) =>
    !column.visibleIf || judge()?.(column.visibleIf, sectionScope(seen().bindings, props.section, seeRow(field.columns, row))) === true

  /** Somebody else saved this section: what goes together is merged, for the rest the writer is asked. */
  const meet = async (theirs: Theirs) => {
    const { merge } = await import('./merge.ts')
    const merged = merge(autosave.base(), sendable(props.of, values()), theirs.values)
    const fields = props.of.fields.filter(({ key }) => merged.both.includes(key))
    if (fields.length > 0) return setBoth({ theirs, fields, merged: merged.values })
    settle(merged.values, theirs)
    setNotice('merged')
  }
  const settle = (settled: SectionValues, theirs: Theirs) => {
    setBoth(null)
    setValues(settled)
    setChecked(settled)
    setFresh({})
    void autosave.settle(theirs)
  }
  createEffect(
    on(
      () => autosave.saving().theirs,
      (theirs) => theirs && autosave.saving().state === 'conflict' && void meet(theirs),
    ),
  )
  onMount(() => {
    if (!draft) return
    setNotice('restored')
    if (draft.version >= props.version) autosave.changed()
    else autosave.conflict({ version: props.version, values: stored, by: null, at: props.savedAt ?? draft.at })
  })

  const leave = async (where: 'next' | 'later') => {
    setLeaving(where)
    setChecked(values())
    await Promise.all([autosave.flush(), where === 'next' && bringJudge(true)])
    setLeaving(null)
    if (autosave.saving().state === 'conflict') return
    if (where === 'later') return props.onLater?.()
    setStrict(true)
    setFresh({})
    if (problems().length > 0) setTried(tried() + 1)
    else if (autosave.saving().state === 'saved') props.onNext?.()
  }

  return (
    <div>
      <div class="section-fields">
        <Show when={notice()}>
          {(which) => (
            <Banner tone="info">{which() === 'restored' ? t('restored', { time: draft ? clock(draft.at) : '' }) : t('merged')}</Banner>
          )}
        </Show>
        <Show when={autosave.saving().problem}>{(problem) => <Banner tone="bad">{inLanguage(problem())}</Banner>}</Show>
        <Suspense>
          <Show when={props.disabled && props.draft}>
            {(left) => <Unsent fields={props.of.fields} here={left().values} base={left().base} onServer={stored} at={left().at} />}
          </Show>
          <Show when={autosave.saving().state === 'refused'}>
            <Unsent
              fields={props.of.fields}
              here={values()}
              base={autosave.base()}
              onServer={autosave.base()}
              at={new Date().toISOString()}
            />
          </Show>
        </Suspense>
        <Show when={props.comments?.['']}>
          {(comment) => (
            <Banner tone="warn" title={t('returned')}>
              <span translate="no">{comment()}</span>
            </Banner>
          )}
        </Show>
        <Suspense>
          <Show when={tried() > 0}>
            <ErrorSummary problems={summary()} focusOn={tried()} />
          </Show>
        </Suspense>
        <For each={props.of.fields.slice(0, drawn())}>
          {(field) => {
            const value = createMemo(() => values()[field.key])
            const path = `${props.section}.${field.key}`
            return (
              <Show when={asked(field)}>
                <div
                  class="flex flex-col gap-2"
                  classList={{ guided: field.kind !== 'table' && field.kind !== 'file' }}
                  onFocusOut={(event) =>
                    event.currentTarget.contains(event.relatedTarget as Node | null) || touch(field.key, event.relatedTarget)
                  }
                >
                  <Show when={props.comments?.[field.key]}>
                    {(comment) => (
                      <Banner tone="warn" title={t('returned')}>
                        <span translate="no">{comment()}</span>
                      </Banner>
                    )}
                  </Show>
                  <FieldView
                    field={field}
                    id={fieldId(props.section, field.key)}
                    value={value()}
                    problems={messagesAt(path)}
                    inside={(place) => messagesAt(`${path}.${place}`)[0]}
                    required={required(field)}
                    disabled={props.disabled}
                    onChange={(next) => put(field, next)}
                    onCell={(row, column, cell) => field.kind === 'table' && putCell(field, row, column, cell)}
                    fresh={fresh()[field.key]}
                    onFresh={(rows) => setFresh((all) => ({ ...all, [field.key]: rows }))}
                    asks={(row, column) => field.kind !== 'table' || asksCell(field, row, column)}
                    searchOrganisation={props.searchOrganisation}
                    uploads={uploads()?.of(field.key)}
                  />
                  <Show when={field.kind !== 'heading' && props.before}>
                    {(before) => (
                      <Suspense>
                        <SinceReturn field={field} before={before()[field.key]} now={value()} />
                      </Suspense>
                    )}
                  </Show>
                </div>
              </Show>
            )
          }}
        </For>
        <Show when={asksEngine() && !judge()}>
          <p class="text-soft" role="status">
            {t('engineWaiting')}
          </p>
        </Show>
      </div>
      <Show when={allDrawn() && !props.disabled}>
        <Show when={tried() > 0 && due().length > 0}>
          <p class="mt-4 text-soft">{t('problemsLeft', { count: due().length })}</p>
        </Show>
        <div class="save-bar no-print">
          <Show when={props.onNext}>
            <Button kind="primary" busy={leaving() === 'next'} onClick={() => leave('next')}>
              {t('next')}
            </Button>
          </Show>
          <Show when={props.onLater}>
            <Button busy={leaving() === 'later'} onClick={() => leave('later')}>
              {t('later')}
            </Button>
          </Show>
          <SaveState saving={autosave.saving()} kept={autosave.kept()} />
        </div>
      </Show>
      <Show when={allDrawn()}>{props.foot}</Show>
      <Show when={both()}>
        {(conflict) => (
          <ConflictDialog
            fields={conflict().fields}
            base={autosave.base()}
            mine={values()}
            theirs={conflict().theirs}
            onSettled={(chosen) => settle({ ...conflict().merged, ...chosen }, conflict().theirs)}
          />
        )}
      </Show>
    </div>
  )

  function touch(key: string, to: EventTarget | null): void {
    // A button that was tapped takes no focus everywhere: only where something else has it, the table has been left for sure.
    if (to && fresh()[key]) setFresh((all) => ({ ...all, [key]: new Set<number>() }))
    setTouched((all) => (all.has(key) ? all : new Set(all).add(key)))
    checkSoon(0)
  }
}

type Messages = ReadonlyMap<string, readonly Problem[]>
const sameMessages = (a: Messages, b: Messages): boolean =>
  a.size === b.size &&
  [...b].every(([path, now]) => {
    const before = a.get(path)
    return before?.length === now.length && now.every(({ message }, place) => message.zh === before[place]?.message.zh)
  })

const rowsOf = (value: Value | undefined): Row[] => (Array.isArray(value) ? (value as Row[]) : [])

/** The control that a problem is about. */
function idOf(form: Form, path: string): string {
  const [section = '', field = '', row, column] = path.split('.')
  const kind = form.sections.find(({ key }) => key === section)?.fields.find(({ key }) => key === field)?.kind
  return kind === 'table' && row !== undefined && column !== undefined
    ? cellId(section, field, Number(row), column)
    : fieldId(section, field)
}
