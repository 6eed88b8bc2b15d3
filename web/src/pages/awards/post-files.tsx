import { hc } from 'hono/client'
import { createResource, createSignal, For, Show } from 'solid-js'
import type { otherFileRoutes } from '../../../../functions/files/otherRoutes.ts'
import { isPicture } from '../../../../shared/awards/schema.ts'
import { answer, wire } from '../../data/client.ts'
import { t } from '../../i18n/awards.ts'
import { bytes } from '../../i18n/numbers.ts'
import { Button } from '../../ui/button.tsx'
import { toastError } from '../../ui/toast.tsx'

const api = hc<typeof otherFileRoutes>('/api', wire)
type PostFile = { id: string; name: string; bytes: number; type: string }

/** What a post brought with it: pictures as they are, other files to be opened. Both come from the checked original, whether the page is public or not. */
export function PostFiles(props: { award: string; files: readonly PostFile[] }) {
  const address = async (file: string) =>
    (await answer(api.awards[':award'].files[':file'].content.$get({ param: { award: props.award, file } }))).url
  const pictures = () => props.files.filter(({ type }) => isPicture(type))
  const others = () => props.files.filter(({ type }) => !isPicture(type))
  return (
    <Show when={props.files.length > 0}>
      <ul class="post-pictures" aria-label={t('pictures')}>
        <For each={pictures()}>{(file) => <Picture name={file.name} address={() => address(file.id)} />}</For>
      </ul>
      <Show when={others().length > 0}>
        <ul class="mt-2" aria-label={t('attachments')}>
          <For each={others()}>{(file) => <OtherFile file={file} address={() => address(file.id)} />}</For>
        </ul>
      </Show>
    </Show>
  )
}

function Picture(props: { name: string; address: () => Promise<string> }) {
  const [url] = createResource(() => props.address())
  return (
    <li>
      <Show when={url()}>
        {(found) => (
          <a href={found()} target="_blank" rel="noopener">
            <img src={found()} alt={props.name.replace(/\.\w+$/, '')} translate="no" loading="lazy" />
          </a>
        )}
      </Show>
    </li>
  )
}

function OtherFile(props: { file: PostFile; address: () => Promise<string> }) {
  const [busy, setBusy] = createSignal(false)
  const open = async () => {
    setBusy(true)
    try {
      location.assign(await props.address())
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li>
      <Button small kind="quiet" busy={busy()} onClick={open}>
        <span translate="no">{props.file.name}</span>
      </Button>{' '}
      <small class="text-soft">{bytes(props.file.bytes)}</small>
    </li>
  )
}
