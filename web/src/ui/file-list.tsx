import { For, Show } from 'solid-js'
import FileText from '~icons/lucide/file-text'
import { bytes } from '../i18n/numbers.ts'
import { t } from '../i18n/ui-lists.ts'
import { AlsoSaid } from './also-said.tsx'
import { Badge } from './banner.tsx'
import { Button } from './button.tsx'

export type FileState = 'uploading' | 'paused' | 'interrupted' | 'failed' | 'checking' | 'clean' | 'refused'
export type ListedFile = {
  id: string
  name: string
  bytes: number
  state: FileState
  /** Bytes sent, while uploading. */
  sent?: number
  /** Why it was refused or failed. */
  reason?: string
  /** What else is to be known of it. */
  note?: string
}

/** Files with their state; while one is on its way, how far it is. */
export function FileList(props: {
  label: string
  files: readonly ListedFile[]
  onRemove?: (id: string) => void
  onResume?: (id: string) => void
  onOpen?: (id: string) => void
}) {
  const percent = (file: ListedFile) => Math.floor((100 * (file.sent ?? 0)) / Math.max(file.bytes, 1))
  return (
    <ul class="files" aria-label={props.label}>
      <For each={props.files}>
        {(file) => (
          <li class="file">
            <FileText />
            <span class="min-w-0">
              <Show
                when={file.state === 'clean' && props.onOpen}
                fallback={
                  <span class="block" translate="no">
                    {file.name}
                  </span>
                }
              >
                <button type="button" translate="no" class="file-open block" onClick={() => props.onOpen?.(file.id)}>
                  {file.name}
                </button>
              </Show>
              <span class="flex flex-wrap items-center gap-x-3 text-soft tabular-nums">
                {bytes(file.bytes)}
                <FileState file={file} percent={percent(file)} />
              </span>
            </span>
            <span class="file-tools">
              <Show when={resumed[file.state]}>
                {(act) => (
                  <Button kind="quiet" small onClick={() => props.onResume?.(file.id)}>
                    {t(act())}
                  </Button>
                )}
              </Show>
              <Show when={props.onRemove}>
                <Button kind="quiet" small onClick={() => props.onRemove?.(file.id)}>
                  {t('remove')}
                  <AlsoSaid>{file.name}</AlsoSaid>
                </Button>
              </Show>
            </span>
            <Show when={file.state === 'uploading' || file.state === 'paused'}>
              <progress class="progress" translate="no" aria-label={file.name} value={file.sent ?? 0} max={Math.max(file.bytes, 1)} />
            </Show>
            <Show when={file.note}>
              <p class="file-note" translate="no">
                {file.note}
              </p>
            </Show>
            <Show when={file.reason}>
              <p class="field-problem">{file.reason}</p>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

const marks = {
  clean: { tone: 'good', text: 'clean' },
  refused: { tone: 'bad', text: 'refused' },
  failed: { tone: 'bad', text: 'failed' },
  checking: { tone: 'info', text: 'checking' },
  paused: { tone: 'warn', text: 'paused' },
  interrupted: { tone: 'warn', text: 'interrupted' },
} as const
/** How one goes on with a file that has stopped. */
const resumed: Partial<Record<ListedFile['state'], 'resume' | 'chooseAgain' | 'tryAgain'>> = {
  paused: 'resume',
  interrupted: 'chooseAgain',
  failed: 'tryAgain',
}

function FileState(props: { file: ListedFile; percent: number }) {
  const mark = () => (props.file.state === 'uploading' ? undefined : marks[props.file.state])
  return (
    <Show when={mark()} fallback={<span>{t('uploading', { percent: props.percent })}</span>}>
      {(known) => <Badge tone={known().tone}>{t(known().text)}</Badge>}
    </Show>
  )
}
