import { For } from 'solid-js'
import { t } from '../../i18n/review-keys.ts'
import { Switch } from '../../ui/choices.tsx'

const keys = [
  { keys: ['n', 'p'], says: 'keyNext' },
  { keys: ['s'], says: 'keyScore' },
  { keys: ['0', '…', '9', '+', '−'], says: 'keyDigits' },
  { keys: ['c'], says: 'keyComment' },
  { keys: ['m'], says: 'keyMaterial' },
  { keys: ['Ctrl', 'Enter'], says: 'keySubmit' },
  { keys: ['?'], says: 'keyHelp' },
] as const

/** The keys of the review page, and the switch that turns them off. */
export default function ShortcutList(props: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <>
      <dl class="keys">
        <For each={keys}>
          {(each) => (
            <>
              <dt>
                <For each={each.keys}>{(key) => <kbd translate="no">{key}</kbd>}</For>
              </dt>
              <dd>{t(each.says)}</dd>
            </>
          )}
        </For>
      </dl>
      <div class="mt-4">
        <Switch label={t('shortcutsOn')} checked={props.on} onChange={props.onChange} />
      </div>
    </>
  )
}
