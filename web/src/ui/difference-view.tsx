import { For } from 'solid-js'
import { t } from '../i18n/ui-lists.ts'
import { differences } from './differences.ts'

/** One text with what was taken out and what was put in, told apart by a line through or under as well as by colour. */
export function DifferenceView(props: { label: string; before: string; after: string }) {
  return (
    <section class="difference" aria-label={props.label} translate="no">
      <For each={differences(props.before, props.after)}>
        {(piece) =>
          piece.kind === 'same' ? (
            piece.text
          ) : piece.kind === 'gone' ? (
            <del>
              <span class="sr-only">{t('gone')}</span>
              {piece.text}
            </del>
          ) : (
            <ins>
              <span class="sr-only">{t('added')}</span>
              {piece.text}
            </ins>
          )
        }
      </For>
    </section>
  )
}
