import { Show } from 'solid-js'
import { sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/ui-lists.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

/** A list that could not be read: why, and to try it again. Nothing once it is there. */
export function NotRead(props: { list: { problem: () => unknown; loading: () => boolean; again: () => Promise<void> } }) {
  return (
    <Show when={props.list.problem()}>
      {(problem) => (
        <Banner
          tone="bad"
          actions={
            <Button small busy={props.list.loading()} onClick={() => void props.list.again()}>
              {t('tryAgain')}
            </Button>
          }
        >
          {sentenceOf(problem())}
        </Banner>
      )}
    </Show>
  )
}
