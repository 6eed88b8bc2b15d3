import { For } from 'solid-js'
import { t } from '../../i18n/organisations.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

/** What another has written meanwhile beside one's own, and the way to take it. */
export function ChangedMeanwhile(props: { lines: readonly { label: string; theirs: string; mine: string }[]; onTake: () => void }) {
  return (
    <Banner tone="warn" title={t('changedTitle')}>
      <ul class="mb-3 list-disc pl-5">
        <For each={props.lines}>
          {(line) => (
            <li>
              <Quoting text={t('changedLine', { label: line.label, theirs: quoted(line.theirs), mine: quoted(line.mine) })} />
            </li>
          )}
        </For>
      </ul>
      <Button onClick={() => props.onTake()}>{t('changedTake')}</Button>
    </Banner>
  )
}
