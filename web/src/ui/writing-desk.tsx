import { createMemo, For, Show } from 'solid-js'
import { outlineOf } from '../../../shared/forms/outline.ts'
import { number } from '../i18n/numbers.ts'
import { t } from '../i18n/writing-desk.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Count, composed, type TextProps } from './typing.tsx'

/** A long text over the whole screen, with the call's guidance and an outline of its headings beside it. What is typed is in the form at once; leaving loses nothing. */
export default function WritingDesk(props: TextProps & { onClose: () => void }) {
  let area: HTMLTextAreaElement | undefined
  const outline = createMemo(() => outlineOf(props.value))
  const typing = composed((value) => props.onInput(value))
  const goTo = (at: number) => {
    if (!area) return
    // A browser brings the cursor into view when the focus comes, not when the cursor is moved.
    area.blur()
    area.setSelectionRange(at, at)
    area.focus()
  }
  return (
    <Dialog
      open
      full
      title={props.label}
      begin={() => goTo(props.value.length)}
      onClose={props.onClose}
      foot={
        <>
          <span class="mr-auto self-center">
            <Show when={props.max}>{(max) => <Count value={props.value} max={max()} live />}</Show>
          </span>
          <Button kind="primary" onClick={() => props.onClose()}>
            {t('done')}
          </Button>
        </>
      }
    >
      <div class="writing-desk">
        <textarea
          ref={area}
          class="input"
          aria-label={props.label}
          value={props.value}
          onCompositionStart={typing.onCompositionStart}
          onCompositionEnd={typing.onCompositionEnd}
          onInput={typing.onInput}
        />
        <aside class="writing-aside" aria-label={t('beside')}>
          <Show when={props.help || props.clause}>
            <section>
              <h3>{t('guidance')}</h3>
              <div class="field-help">{props.help}</div>
              <Show when={props.clause}>{(clause) => <div class="field-clause">{clause()()}</div>}</Show>
            </section>
          </Show>
          <section>
            <h3>{t('outline')}</h3>
            <Show when={outline().length > 0} fallback={<p class="text-soft">{t('outlineNone')}</p>}>
              <ul class="outline" translate="no">
                <For each={outline()}>
                  {(heading) => (
                    <li class={`outline-${heading.level}`}>
                      <button type="button" class="outline-link" onClick={() => goTo(heading.at)}>
                        {heading.text}
                      </button>{' '}
                      <small class="text-soft tabular-nums">{number(heading.characters)}</small>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </section>
          <p class="text-soft">{t('kept')}</p>
        </aside>
      </div>
    </Dialog>
  )
}
