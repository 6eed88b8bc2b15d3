import { createResource, createSignal, Match, onCleanup, Switch } from 'solid-js'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/review-asides.ts'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { framesBeside } from '../../ui/framed.ts'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { linksOf } from './desk-api.ts'

type Shown = { url: string; type: string; view?: string; here?: string }

/** A file of the material: pictures and, where the browser can, documents in place; everything else in the device's own viewer. */
export default function FileView(props: { batch: string; submission: string; file: string; name: string; onClose: () => void }) {
  const [made, setMade] = createSignal<string>()
  onCleanup(() => {
    const url = made()
    if (url) URL.revokeObjectURL(url)
  })
  const [read] = createResource(
    () => props.file,
    async (file): Promise<Shown> => {
      const links = await linksOf(props.batch, props.submission, file)
      if (!links.view || !(links.type.startsWith('image/') || framesBeside())) return links
      const response = await fetch(links.view)
      if (!response.ok) return links
      // The type is what the check of the file found, never what the store or the file says of itself.
      const here = URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: links.type }))
      setMade(here)
      return { ...links, here }
    },
  )
  /** Not read while it is on its way, or did not come: the dialog that says so would go away with it. */
  const shown = () => (read.state === 'ready' ? read() : undefined)
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={props.name}
      foot={
        <>
          {shown()?.view && (
            <LinkButton outside kind="primary" href={shown()?.view ?? ''}>
              {t('open')}
            </LinkButton>
          )}
          {shown() && (
            <LinkButton outside href={shown()?.url ?? ''}>
              {t('download')}
            </LinkButton>
          )}
        </>
      }
    >
      <Switch fallback={<SkeletonRows rows={4} />}>
        <Match when={read.error}>
          <Banner tone="bad">{sentenceOf(read.error)}</Banner>
        </Match>
        <Match when={shown()?.here && shown()?.type.startsWith('image/')}>
          <img class="file-picture" src={shown()?.here} alt={props.name} translate="no" />
        </Match>
        <Match when={shown()?.here}>
          <iframe class="file-frame" src={shown()?.here} title={props.name} translate="no" />
        </Match>
        <Match when={shown()}>
          <p>{shown()?.view ? props.name : t('notShown')}</p>
        </Match>
      </Switch>
    </Dialog>
  )
}
