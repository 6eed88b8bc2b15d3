import { For, Show } from 'solid-js'
import type { Field, Value } from '../../../shared/forms/schema.ts'
import { TextDiff } from './text-diff.tsx'
import { ValueView } from './value-view.tsx'

/** Fields whose answers can be compared word by word. */
export const isText = (field: Field) => field.kind === 'text' || field.kind === 'longText'
export const textOf = (value: Value | undefined) => (typeof value === 'string' ? value : '')

type Side = { title: string; value: Value | undefined; chosen?: boolean }

/** Two answers to one field side by side; of texts, what only one side has is marked. */
export function TwoAnswers(props: { field: Field; mine: Side; theirs: Side }) {
  return (
    <div class="versions">
      <For each={['mine', 'theirs'] as const}>
        {(whose) => (
          <div class="version-side" classList={{ 'version-chosen': props[whose].chosen ?? false }}>
            <p class="text-soft">{props[whose].title}</p>
            <Show when={isText(props.field)} fallback={<ValueView field={props.field} value={props[whose].value} />}>
              <TextDiff before={textOf(props.theirs.value)} after={textOf(props.mine.value)} side={whose === 'mine' ? 'after' : 'before'} />
            </Show>
          </div>
        )}
      </For>
    </div>
  )
}
