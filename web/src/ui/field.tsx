import type { JSX } from 'solid-js'
import { createRenderEffect, createUniqueId, For, Show, untrack } from 'solid-js'
import CircleAlert from '~icons/lucide/circle-alert'
import { t } from '../i18n/ui.ts'

/** What every field has around its control. `problem` stands between label and control and is read with it. */
export type FieldProps = {
  label: string
  help?: JSX.Element
  /** Makes the call's clause for each place that shows it: beside the field, and beside its full-screen writing. */
  clause?: () => JSX.Element
  problem?: string | string[]
  required?: boolean
  /** Leaves out the mark （选填） where a page asks few things. */
  unmarked?: boolean
  /** Id of the control, so that an error summary can lead to it. */
  id?: string
  /** The label is not seen, only said (cells of a table): the name of the control, without an element of its own, of which a table would have hundreds. */
  hiddenLabel?: boolean
}
/** Gives a control, as its `ref`, the name and the attributes that its field is known by. */
export type Mark = (control: HTMLElement) => void

export const problemsOf = (problem: FieldProps['problem']): string[] => (Array.isArray(problem) ? problem : problem ? [problem] : [])

export function Marked(props: { label: string; required?: boolean; unmarked?: boolean }) {
  return (
    <>
      <Show when={props.required && !props.unmarked}>
        <span class="required" aria-hidden="true">
          *
        </span>
      </Show>
      {props.label}
      <Show when={!(props.required || props.unmarked)}>
        <span class="optional">{t('optional')}</span>
      </Show>
    </>
  )
}

export function Notes(props: FieldProps & { of: string }) {
  return (
    <>
      <Show when={props.help || props.clause}>
        <div class="field-guidance">
          <Show when={props.help}>
            <div class="field-help" id={`${props.of}-help`}>
              {props.help}
            </div>
          </Show>
          <Show when={props.clause}>
            {(clause) => (
              <div class="field-clause" id={`${props.of}-clause`}>
                {clause()()}
              </div>
            )}
          </Show>
        </div>
      </Show>
      <Show when={!props.hiddenLabel || problemsOf(props.problem).length > 0}>
        <div id={`${props.of}-problem`}>
          <For each={problemsOf(props.problem)}>
            {(problem) => (
              <p class="field-problem">
                <CircleAlert />
                <span>{problem}</span>
              </p>
            )}
          </For>
        </div>
      </Show>
    </>
  )
}

export const described = (props: FieldProps, id: string): string | undefined =>
  [props.help && `${id}-help`, props.clause && `${id}-clause`, problemsOf(props.problem).length > 0 && `${id}-problem`]
    .filter(Boolean)
    .join(' ') || undefined

/** Label, help, clause and problem around one control. */
export function Field(props: FieldProps & { children: (mark: Mark, id: () => string) => JSX.Element; after?: JSX.Element }) {
  const made = createUniqueId()
  const id = () => props.id ?? made
  // Not spread over the control: with every letter all of its attributes would be looked through.
  const mark: Mark = (control) =>
    createRenderEffect((before: Record<string, string | undefined>) => {
      const now = {
        id: id(),
        'aria-label': props.hiddenLabel ? props.label : undefined,
        'aria-describedby': described(props, id()),
        'aria-invalid': problemsOf(props.problem).length > 0 ? 'true' : undefined,
        'aria-required': props.required ? 'true' : undefined,
      }
      for (const [name, value] of Object.entries(now)) {
        if (value !== before[name]) control[value === undefined ? 'removeAttribute' : 'setAttribute'](name, value as string)
      }
      return now
    }, {})
  return (
    <div class="field" classList={{ 'field-wrong': problemsOf(props.problem).length > 0 && !props.hiddenLabel }}>
      <Show when={!props.hiddenLabel}>
        <label class="field-label" for={id()}>
          <Marked label={props.label} required={props.required} unmarked={props.unmarked} />
        </label>
      </Show>
      <Notes {...props} of={id()} />
      {/* The control is made once: made anew for a changed problem, it would lose the focus that it is just getting. */}
      {untrack(() => props.children(mark, id))}
      {props.after}
    </div>
  )
}

/** Several controls that answer one question: a group with a legend. */
export function Fieldset(props: FieldProps & { children: JSX.Element }) {
  const made = createUniqueId()
  const id = () => props.id ?? made
  return (
    <fieldset
      class="field"
      classList={{ 'field-wrong': problemsOf(props.problem).length > 0 && !props.hiddenLabel }}
      id={id()}
      tabindex="-1"
      aria-describedby={described(props, id())}
    >
      <legend class="field-label" classList={{ 'sr-only': props.hiddenLabel }}>
        <Marked label={props.label} required={props.required} unmarked={props.unmarked} />
        <Show when={props.required && !props.unmarked}>
          <span class="sr-only">{t('requiredMark')}</span>
        </Show>
      </legend>
      <Notes {...props} of={id()} />
      {props.children}
    </fieldset>
  )
}
