import { A, useHref } from '@solidjs/router'
import { For, onMount, Show } from 'solid-js'
import ArrowLeft from '~icons/lucide/arrow-left'
import Check from '~icons/lucide/check'
import { reviewStates } from '../../../../shared/reviews/states.ts'
import { t } from '../../i18n/review-desk.ts'
import { inLanguage } from '../../i18n/texts.ts'
import type { Desk } from './desk-api.ts'

/** All submissions of the desk as numbered marks: which are done, which are begun, which one is open. */
export function Steps(props: { desk: Desk; current: string }) {
  const home = useHref(() => '/')
  let list: HTMLOListElement | undefined
  onMount(() => list?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }))
  return (
    <nav class="steps-bar no-print" aria-label={t('works')}>
      <A class="steps-back" href="/">
        <ArrowLeft />
        <span>{t('list')}</span>
      </A>
      <ol class="marks-row" ref={list}>
        <For each={props.desk.rows}>
          {(row, i) => (
            <Show when={row.state !== 'conflict'}>
              <li>
                <a
                  href={`${home()}?s=${row.submission}`}
                  class={`mark mark-${row.state}`}
                  aria-current={row.submission === props.current ? 'page' : undefined}
                  aria-label={`${t('work', { number: i() + 1 })} ${inLanguage(reviewStates[row.state])}`}
                >
                  {i() + 1}
                  <Show when={row.state === 'submitted'}>
                    <Check />
                  </Show>
                </a>
              </li>
            </Show>
          )}
        </For>
      </ol>
    </nav>
  )
}
