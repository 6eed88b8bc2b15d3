import { createResource, For, onCleanup, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/endorsements.ts'
import { Banner } from '../../ui/banner.tsx'
import { type ListNamed, type ListShown, units } from './endorsement-api.ts'

/** The stamped scan beside the list it belongs to, to be compared line by line. */
export function ScanBeside(props: { named: ListNamed; scan: { file: string; name: string }; items: ListShown['items'] }) {
  const [shown] = createResource(
    () => props.scan.file,
    async (file) => {
      const { url } = await answer(units.lists[':key'].files[':file'].content.$get({ param: { ...props.named, file } }))
      const content = await fetch(url)
      if (!content.ok) throw new TypeError(content.statusText)
      const blob = await content.blob()
      return { address: URL.createObjectURL(blob), picture: blob.type.startsWith('image/') }
    },
  )
  onCleanup(() => shown.latest && URL.revokeObjectURL(shown.latest.address))
  return (
    <section class="beside" aria-label={t('scanBeside')}>
      <ol class="beside-list">
        <For each={props.items}>
          {(item) => (
            <li>
              <span class="font-semibold" translate="no">
                {item.title}
              </span>
              <small class="block text-soft" translate="no">
                {[...new Set([item.unit, item.institution, item.receipt])].join(' · ')}
              </small>
            </li>
          )}
        </For>
      </ol>
      <Show when={!shown.error} fallback={<Banner tone="bad">{sentenceOf(shown.error)}</Banner>}>
        <Show when={shown.latest} fallback={<p role="status">{t('scanOpening')}</p>}>
          {(scan) => (
            <Show
              when={scan().picture}
              fallback={
                <iframe class="beside-scan" src={scan().address} title={t('scanTitle', { name: props.scan.name })} translate="no" />
              }
            >
              <img class="beside-scan" src={scan().address} alt={t('scanTitle', { name: props.scan.name })} translate="no" />
            </Show>
          )}
        </Show>
      </Show>
    </section>
  )
}
