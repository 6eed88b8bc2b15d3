import { createEffect, createResource, createSignal, Match, on, onCleanup, Show, Switch } from 'solid-js'
import ChevronLeft from '~icons/lucide/chevron-left'
import ChevronRight from '~icons/lucide/chevron-right'
import type { FileRef } from '../../../shared/forms/schema.ts'
import { sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/files.ts'
import { bytes } from '../i18n/numbers.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { framesDocuments } from '../ui/framed.ts'
import { fileSource, isPicture } from './file-source.ts'

/** Pictures and documents of one field, looked at one after the other over the page. */
export default function FilePreview(props: { files: readonly FileRef[]; first: string; address: string; onClose: () => void }) {
  const [at, setAt] = createSignal(
    Math.max(
      0,
      props.files.findIndex(({ id }) => id === props.first),
    ),
  )
  const file = () => props.files[at()] as FileRef
  const source = () => fileSource(props.address)
  const [shown] = createResource(
    () => (isPicture(file()) || framesDocuments() ? file() : undefined),
    async (asked) => {
      const answer = await fetch(await source().url(asked.id))
      if (!answer.ok) throw new TypeError(`store ${answer.status}`)
      // The store says of everything that it is bytes; what the check found it to be is in the answers.
      return { id: asked.id, address: URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: asked.type })) }
    },
  )
  const drop = () => shown.latest && URL.revokeObjectURL(shown.latest.address)
  createEffect(on(at, drop, { defer: true }))
  onCleanup(drop)
  const address = () => (!shown.loading && shown.latest?.id === file().id ? shown.latest.address : undefined)
  const go = (step: number) => setAt((now) => Math.min(Math.max(now + step, 0), props.files.length - 1))
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) go(step)
  }
  document.addEventListener('keydown', keys)
  onCleanup(() => document.removeEventListener('keydown', keys))
  return (
    <Dialog
      open
      wide
      title={t('preview')}
      onClose={props.onClose}
      foot={
        <>
          <Show when={props.files.length > 1}>
            <span class="mr-auto flex items-center gap-2">
              <Button iconOnly icon={<ChevronLeft />} disabled={at() === 0} onClick={() => go(-1)}>
                {t('previous')}
              </Button>
              <span class="tabular-nums" role="status">
                {t('position', { at: at() + 1, count: props.files.length })}
              </span>
              <Button iconOnly icon={<ChevronRight />} disabled={at() === props.files.length - 1} onClick={() => go(1)}>
                {t('next')}
              </Button>
            </span>
          </Show>
          <LinkButton outside href={source().page(file().id)}>
            {t('keep')}
          </LinkButton>
        </>
      }
    >
      <div class="preview">
        <p>
          <strong translate="no">{file().name}</strong> <span class="text-soft tabular-nums">{bytes(file().bytes)}</span>
        </p>
        <Show when={file().caption}>{(caption) => <p translate="no">{caption()}</p>}</Show>
        <Switch>
          <Match when={shown.error}>{(error) => <Banner tone="bad">{sentenceOf(error())}</Banner>}</Match>
          <Match when={!isPicture(file()) && !framesDocuments()}>
            <p class="text-soft">{t('ownTab')}</p>
            <p>
              <LinkButton kind="primary" outside href={`${source().page(file().id)}?view=1`}>
                {t('openTab')}
              </LinkButton>
            </p>
          </Match>
          <Match when={address()}>
            {(found) => (
              <Show
                when={isPicture(file())}
                fallback={<iframe class="preview-document" src={found()} title={file().name} translate="no" />}
              >
                <img class="preview-picture" src={found()} alt={file().caption || file().name} translate="no" />
              </Show>
            )}
          </Match>
          <Match when={shown.loading}>
            <p role="status">{t('opening')}</p>
          </Match>
        </Switch>
      </div>
    </Dialog>
  )
}
