import { Show } from 'solid-js'
import type { Text } from '../../../shared/text.ts'
import { inLanguage } from '../i18n/texts.ts'
import { Banner } from './banner.tsx'

/** Why nothing can be done on a page at present: its acts are not offered then. */
export function NotNow(props: { why: Text | undefined }) {
  return (
    <Show when={props.why}>
      {(why) => (
        <div class="mb-5">
          <Banner tone="warn">{inLanguage(why())}</Banner>
        </div>
      )}
    </Show>
  )
}
