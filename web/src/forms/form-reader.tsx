import { A } from '@solidjs/router'
import { createMemo, For, lazy, Show, Suspense } from 'solid-js'
import type { Field, Form, FormValues, Problem, Section } from '../../../shared/forms/schema.ts'
import { visible } from '../../../shared/forms/visible.ts'
import { t } from '../i18n/form-reader.ts'
import { t as forms } from '../i18n/forms.ts'
import { inLanguage } from '../i18n/texts.ts'
import { Badge } from '../ui/banner.tsx'
import { bringJudge, judge } from './judge.ts'
import type { Remarks } from './remarks.ts'
import { type Opening, ValueView } from './value-view.tsx'

const SinceReturn = lazy(() => import('./since-return.tsx'))
const RemarkButton = lazy(async () => ({ default: (await import('./remark.tsx')).RemarkButton }))
const RemarkEditor = lazy(async () => ({ default: (await import('./remark.tsx')).RemarkEditor }))

export type FormReaderProps = Opening & {
  form: Form
  values: FormValues
  /** Only these sections, in the form's order. */
  sections?: readonly string[]
  /** Where an answer is changed; without it nothing can be changed from here. Best with `#${fieldId(section, field)}` at its end. */
  changeHref?: (section: string, field?: string) => string
  /** What is still to be done, marked at its field. */
  problems?: readonly Problem[]
  /** Comments of a return, by `section` or `section.field`. */
  comments?: Record<string, string>
  /** The answers that the return was about, to show what changed since. */
  before?: FormValues
  /** Comments that the reader is writing. */
  remarks?: Remarks
}

/** The answers as a document: for checking before submitting, for reading by those above, for printing. */
export function FormReader(props: FormReaderProps) {
  void bringJudge(props.form.sections.some(({ visibleIf, fields }) => visibleIf || fields.some((field) => field.visibleIf)))
  const seen = createMemo(() => visible(props.form, props.values, judge()))
  const sections = () =>
    props.form.sections.filter(
      ({ key, visibleIf }) => (props.sections?.includes(key) ?? true) && (!visibleIf || (judge() && seen().section(key))),
    )
  const fields = (section: Section) =>
    section.fields.filter((field) => !field.visibleIf || (judge() !== undefined && seen().field(section.key, field.key)))
  return (
    <For each={sections()}>
      {(section, index) => (
        <section class="card mb-5" id={`s-${section.key}`}>
          <div class="mb-2 flex items-baseline justify-between gap-x-4">
            <h2>
              {index() + 1}. {inLanguage(section.title)}
            </h2>
            <Show when={props.changeHref}>
              {(href) => (
                <A
                  class="answer-change no-print"
                  href={href()(section.key)}
                  aria-label={t('changeField', { field: inLanguage(section.title) })}
                >
                  {t('change')}
                </A>
              )}
            </Show>
            <BeginRemark {...props} place={section.key} label={inLanguage(section.title)} />
          </div>
          <Comment text={props.comments?.[section.key]} />
          <WriteRemark {...props} place={section.key} label={inLanguage(section.title)} />
          <For each={fields(section)}>{(field) => <Answer {...props} section={section.key} field={field} />}</For>
        </section>
      )}
    </For>
  )
}

type About = Pick<FormReaderProps, 'remarks'> & { place: string; label: string }

function BeginRemark(props: About) {
  return (
    <Show when={props.remarks}>
      {(remarks) => (
        <span class="answer-change no-print">
          <Suspense>
            <RemarkButton place={props.place} label={props.label} remarks={remarks()} />
          </Suspense>
        </span>
      )}
    </Show>
  )
}

function WriteRemark(props: About) {
  return (
    <Show when={props.remarks?.of(props.place) !== undefined && props.remarks}>
      {(remarks) => (
        <Suspense>
          <RemarkEditor place={props.place} label={props.label} remarks={remarks()} />
        </Suspense>
      )}
    </Show>
  )
}

function Comment(props: { text?: string }) {
  return (
    <Show when={props.text}>
      <p class="field-clause">
        <strong>{forms('returned')}</strong> <span translate="no">{props.text}</span>
      </p>
    </Show>
  )
}

function Answer(props: FormReaderProps & { section: string; field: Field }) {
  const path = () => `${props.section}.${props.field.key}`
  const problems = () => (props.problems ?? []).filter((problem) => problem.path === path() || problem.path.startsWith(`${path()}.`))
  return (
    <Show when={props.field.kind !== 'heading'} fallback={<h3 class="mt-4">{inLanguage(props.field.label)}</h3>}>
      <div class="answer">
        <h3 class="answer-question">
          {inLanguage(props.field.label)}
          <Show when={problems().length > 0}>
            {' '}
            <Badge tone="bad">{t('attention')}</Badge>
          </Show>
        </h3>
        <div class="answer-value">
          <ValueView field={props.field} value={props.values[props.section]?.[props.field.key]} files={props.files} onFile={props.onFile} />
          <For each={problems()}>{(problem) => <p class="field-problem">{inLanguage(problem.message)}</p>}</For>
          <Comment text={props.comments?.[path()]} />
          <Show when={props.before}>
            {(before) => (
              <Suspense>
                <SinceReturn
                  field={props.field}
                  before={before()[props.section]?.[props.field.key]}
                  now={props.values[props.section]?.[props.field.key]}
                />
              </Suspense>
            )}
          </Show>
          <WriteRemark {...props} place={path()} label={inLanguage(props.field.label)} />
        </div>
        <BeginRemark {...props} place={path()} label={inLanguage(props.field.label)} />
        <Show when={props.changeHref}>
          {(href) => (
            <A
              class="answer-change no-print"
              href={href()(props.section, props.field.key)}
              aria-label={t('changeField', { field: inLanguage(props.field.label) })}
            >
              {t('change')}
            </A>
          )}
        </Show>
      </div>
    </Show>
  )
}
