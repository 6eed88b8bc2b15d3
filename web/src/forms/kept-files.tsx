import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import ArrowDown from '~icons/lucide/arrow-down'
import ArrowUp from '~icons/lucide/arrow-up'
import FileText from '~icons/lucide/file-text'
import { captionMost } from '../../../shared/forms/plain.ts'
import type { FileRef } from '../../../shared/forms/schema.ts'
import { t } from '../i18n/files.ts'
import { bytes } from '../i18n/numbers.ts'
import { Quoting, quoted } from '../i18n/quoting.tsx'
import { t as lists } from '../i18n/ui-lists.ts'
import { AlsoSaid } from '../ui/also-said.tsx'
import { Badge } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { keepFocus, moved } from '../ui/moving.ts'
import { TextField } from '../ui/text-field.tsx'
import { fileSource, isShown } from './file-source.ts'

const FilePreview = lazy(() => import('./file-preview.tsx'))

/** The files that a field holds: looked at, described, put in order by dragging or by buttons, replaced, removed. */
export function KeptFiles(props: {
  label: string
  files: readonly FileRef[]
  /** Address of the files; without it they cannot be opened. */
  address?: string
  disabled?: boolean
  problem: (index: number) => string | undefined
  onChange: (files: FileRef[]) => void
  onReplace: (file: FileRef) => void
}) {
  const [dragged, setDragged] = createSignal<string | null>(null)
  const [open, setOpen] = createSignal<string | null>(null)
  const [said, setSaid] = createSignal('')
  const move = (id: string, to: number) => {
    const from = props.files.findIndex((file) => file.id === id)
    const next = moved(props.files, from, to)
    if (next === props.files) return
    setSaid(t('moved', { name: quoted(next[to]?.name ?? ''), to: to + 1 }))
    props.onChange([...next])
  }
  /** Only the picture of a file is dragged: its caption is a text that one selects. The buttons do the same for those who do not drag. */
  const draggedBy = (grip: HTMLElement, id: string) => {
    grip.addEventListener('dragstart', (event) => {
      setDragged(id)
      event.dataTransfer?.setData('text/plain', id)
    })
    grip.addEventListener('dragend', () => setDragged(null))
  }
  const describe = (id: string, caption: string) =>
    props.onChange(
      props.files.map((file) => {
        const { caption: _, ...bare } = file
        return file.id === id ? (caption ? { ...bare, caption } : bare) : file
      }),
    )
  return (
    <>
      <ul class="files" aria-label={props.label}>
        {/* By id: a file whose caption is being written is another value with every key, and must stay the same row. */}
        <For each={props.files.map(({ id }) => id)}>
          {(id, index) => {
            const file = () => props.files.find((each) => each.id === id) as FileRef
            return (
              <Show when={file()}>
                <li
                  class="file file-kept"
                  classList={{ 'file-dragged': dragged() === id }}
                  onDragOver={(event) => {
                    const other = dragged()
                    if (!other) return
                    event.preventDefault()
                    event.stopPropagation()
                    if (other !== id) move(other, index())
                  }}
                  onDrop={(event) => dragged() && event.preventDefault()}
                >
                  <span class="file-grip" draggable={!props.disabled && props.files.length > 1} ref={(grip) => draggedBy(grip, id)}>
                    <FileText />
                  </span>
                  <span class="min-w-0">
                    <Show when={props.address} fallback={<span translate="no">{file().name}</span>}>
                      {(address) => (
                        <Show
                          when={isShown(file())}
                          fallback={
                            <a translate="no" class="break-all" href={fileSource(address()).page(id)} target="_blank" rel="noopener">
                              {file().name}
                            </a>
                          }
                        >
                          <button
                            type="button"
                            translate="no"
                            class="file-open block break-all"
                            aria-haspopup="dialog"
                            aria-label={t('previewFile', { name: file().name })}
                            onClick={() => setOpen(id)}
                          >
                            {file().name}
                          </button>
                        </Show>
                      )}
                    </Show>
                    <span class="flex flex-wrap items-center gap-x-3 text-soft tabular-nums">
                      {bytes(file().bytes)}
                      <Badge tone="good">{lists('clean')}</Badge>
                    </span>
                  </span>
                  <Show when={!props.disabled}>
                    <span class="file-tools">
                      <Show when={props.files.length > 1}>
                        <Button
                          kind="quiet"
                          small
                          iconOnly
                          icon={<ArrowUp />}
                          disabled={index() === 0}
                          onClick={(event) => keepFocus(event.currentTarget, () => move(id, index() - 1))}
                        >
                          <Quoting text={t('up', { name: quoted(file().name) })} />
                        </Button>
                        <Button
                          kind="quiet"
                          small
                          iconOnly
                          icon={<ArrowDown />}
                          disabled={index() === props.files.length - 1}
                          onClick={(event) => keepFocus(event.currentTarget, () => move(id, index() + 1))}
                        >
                          <Quoting text={t('down', { name: quoted(file().name) })} />
                        </Button>
                      </Show>
                      <Button kind="quiet" small onClick={() => props.onReplace(file())}>
                        {t('replace')}
                        <AlsoSaid>{file().name}</AlsoSaid>
                      </Button>
                      <Button kind="quiet" small onClick={() => props.onChange(props.files.filter((each) => each.id !== id))}>
                        {lists('remove')}
                        <AlsoSaid>{file().name}</AlsoSaid>
                      </Button>
                    </span>
                    <div class="file-caption" translate="no">
                      <TextField
                        label={t('captionOf', { name: file().name })}
                        hiddenLabel
                        unmarked
                        placeholder={`${t('caption')} · ${t('captionHelp')}`}
                        max={captionMost}
                        problem={props.problem(index())}
                        value={file().caption ?? ''}
                        onInput={(caption) => describe(id, caption)}
                      />
                    </div>
                  </Show>
                  <Show when={props.disabled && file().caption}>
                    {(caption) => (
                      <span class="file-caption" translate="no">
                        {caption()}
                      </span>
                    )}
                  </Show>
                </li>
              </Show>
            )
          }}
        </For>
      </ul>
      <Show when={!props.disabled && props.files.length > 1}>
        <p class="text-sm text-soft">{t('order')}</p>
      </Show>
      <p class="sr-only" role="status">
        <Quoting text={said()} />
      </p>
      <Show when={open() !== null && props.address}>
        {(address) => (
          <Suspense>
            <FilePreview files={props.files.filter(isShown)} first={open() ?? ''} address={address()} onClose={() => setOpen(null)} />
          </Suspense>
        )}
      </Show>
    </>
  )
}
