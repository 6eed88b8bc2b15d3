import { createMemo, For, Match, Switch } from 'solid-js'
import { diffText } from '../../../shared/texts/diff.ts'

/** A text with what is otherwise in another one marked: as a change from `before` to `after`, or only what one of the two sides has. */
export function TextDiff(props: { before: string; after: string; side?: 'before' | 'after' }) {
  const pieces = createMemo(() => diffText(props.before, props.after))
  const shown = () =>
    pieces().filter(({ kind }) => (props.side === 'before' ? kind !== 'new' : props.side === 'after' ? kind !== 'gone' : true))
  return (
    <span class="whitespace-pre-line" translate="no">
      <For each={shown()}>
        {(piece) => (
          <Switch fallback={piece.text}>
            <Match when={piece.kind === 'gone'}>
              <del class="diff-gone">{piece.text}</del>
            </Match>
            <Match when={piece.kind === 'new'}>
              <ins class="diff-new">{piece.text}</ins>
            </Match>
          </Switch>
        )}
      </For>
    </span>
  )
}
