import { createMemo, Show } from 'solid-js'
import { same } from '../../../shared/forms/same.ts'
import type { Field, Value } from '../../../shared/forms/schema.ts'
import { t } from '../i18n/form-conflict.ts'
import { TextDiff } from './text-diff.tsx'
import { ValueView } from './value-view.tsx'

/** What became of an answer since it was handed in: texts with the changes marked, other answers as they were. Nothing while it is as it was. */
export default function SinceReturn(props: { field: Field; before: Value | undefined; now: Value | undefined }) {
  const changed = createMemo(() => !same(props.before, props.now))
  const isText = () => props.field.kind === 'text' || props.field.kind === 'longText'
  const textOf = (value: Value | undefined) => (typeof value === 'string' ? value : '')
  return (
    <Show when={changed()}>
      <details class="since-return">
        <summary>{isText() ? t('sinceText') : t('sinceOther')}</summary>
        <div class="since-return-answer">
          <Show when={isText()} fallback={<ValueView field={props.field} value={props.before} />}>
            <TextDiff before={textOf(props.before)} after={textOf(props.now)} />
          </Show>
        </div>
      </details>
    </Show>
  )
}
