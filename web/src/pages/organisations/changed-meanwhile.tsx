import { For } from 'solid-js'
import { t } from '../../i18n/organisations.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

/** What another has written meanwhile beside one's own, and the way to take it. */
export function ChangedMeanwhile(props: { lines: readonly { label: string; theirs: string; mine: string }[]; onTake: () => void }) {
  return (
    <Banner tone="warn" title={t('changedTitle')}>
      <ul class="mb-3 list-disc pl-5">
        <For each={props.lines}>
          {(line) => <li translate="no">{t('changedLine', { label: line.label, theirs: line.theirs, mine: line.mine })}</li>}
        </For>
      </ul>
      <Button onClick={() => props.onTake()}>{t('changedTake')}</Button>
    </Banner>
  )
}
