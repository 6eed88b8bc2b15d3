import { createResource, For, Match, onCleanup, Show, Switch } from 'solid-js'
import FileText from '~icons/lucide/file-text'
import { between, factsUnder } from '../../../../shared/text.ts'
import { sentenceOf } from '../../data/refused.ts'
import { isPicture } from '../../forms/file-source.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/endorsements.ts'
import { bytes } from '../../i18n/numbers.ts'
import { Banner } from '../../ui/banner.tsx'
import { framesBeside } from '../../ui/framed.ts'
import { type ListNamed, type ListShown, scanLinks, scanPage } from './endorsement-api.ts'

type Scan = NonNullable<ListShown['scan']>

/** The stamped scan beside the list it belongs to, to be compared line by line; where the two do not fit beside each other, the way to the scan. */
export function ScanBeside(props: { named: ListNamed; scan: Scan; items: ListShown['items'] }) {
  const [shown] = createResource(
    () => props.scan.file,
    async (file) => {
      const { url, type } = await scanLinks({ ...props.named, file })
      const picture = isPicture({ type })
      if (!picture && !framesBeside()) return { picture }
      const content = await fetch(url)
      if (!content.ok) throw new TypeError(content.statusText)
      // The store says of everything that it is bytes; what the check found it to be is in the answer.
      return { picture, address: URL.createObjectURL(new Blob([await content.arrayBuffer()], { type })) }
    },
  )
  onCleanup(() => shown.latest?.address && URL.revokeObjectURL(shown.latest.address))
  const page = () => scanPage(props.named, props.scan.file)
  const title = () => t('scanTitle', { name: props.scan.name })
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
                {factsUnder(item.title, [item.unit, item.institution, item.receipt])}
              </small>
            </li>
          )}
        </For>
      </ol>
      <Show when={!shown.error} fallback={<Banner tone="bad">{sentenceOf(shown.error)}</Banner>}>
        <Show when={shown.latest} fallback={<p role="status">{t('scanOpening')}</p>}>
          {(found) => (
            <Switch fallback={<ScanCard scan={props.scan} page={page()} />}>
              <Match when={found().picture}>
                <a href={page()} target="_blank" rel="noopener noreferrer">
                  <img class="beside-scan" src={found().address} alt={title()} translate="no" />
                </a>
              </Match>
              <Match when={found().address}>
                {(address) => <iframe class="beside-scan" src={address()} title={title()} translate="no" />}
              </Match>
            </Switch>
          )}
        </Show>
      </Show>
    </section>
  )
}

/** A document as a large link: what it is called, how large it is, and when it came. */
function ScanCard(props: { scan: Scan; page: string }) {
  const facts = () => {
    const { bytes: size, pages, at } = props.scan
    return [size && bytes(size), pages && t('scanPages', { count: pages }), t('scanAt', { time: moment(at) })].filter(Boolean)
  }
  return (
    <a class="beside-open" href={props.page} target="_blank" rel="noopener noreferrer">
      <FileText />
      <span class="min-w-0">
        <strong>{t('scanOpen')}</strong>
        <span class="block" translate="no">
          {props.scan.name}
        </span>
        <small class="block text-soft tabular-nums">{facts().join(between)}</small>
      </span>
    </a>
  )
}
