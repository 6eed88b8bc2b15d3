import { createSignal, For, Show } from 'solid-js'
import { sentenceOf } from '../../data/refused.ts'
import { postFile } from '../../forms/sending.ts'
import { filesApi } from '../../forms/slots.ts'
import { t } from '../../i18n/awards.ts'
import { bytes } from '../../i18n/numbers.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

export type Attached = { id: string; name: string; bytes: number }
/** Milliseconds between looks at a file that is being checked. */
const looks = [800, 1500, 3000] as const
/** The largest file that is sent in one piece. */
const most = 8 * 1024 * 1024

/** Files of a post: sent at once, named in the post when they have been checked. */
export function Attaching(props: { award: string; files: readonly Attached[]; onChange: (files: readonly Attached[]) => void }) {
  let input: HTMLInputElement | undefined
  const [state, setState] = createSignal<string | null>(null)
  const [problem, setProblem] = createSignal<string | null>(null)
  const send = async (file: File) => {
    setProblem(null)
    if (file.size > most) return setProblem(t('attachmentTooLarge', { size: bytes(most) }))
    const api = filesApi(`/api/awards/${props.award}/files`)
    setState(t('sending', { percent: 0 }))
    try {
      const slot = await api.open({ name: file.name, bytes: file.size, type: file.type })
      if (slot.upload.kind !== 'post') throw new TypeError('a file of this size is sent in one piece')
      const progress = (sent: number) => setState(t('sending', { percent: Math.floor((100 * sent) / Math.max(file.size, 1)) }))
      await postFile(slot.upload, file, progress, new AbortController().signal)
      setState(t('checking'))
      const refused = await checked(() => api.state(slot.file.id))
      if (refused !== null) return setProblem(refused)
      props.onChange([...props.files, { id: slot.file.id, name: file.name, bytes: file.size }])
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setState(null)
    }
  }
  return (
    <div class="flex flex-col gap-2">
      <ul aria-label={t('attachments')}>
        <For each={props.files}>
          {(file) => (
            <li class="flex flex-wrap items-center gap-2">
              <span translate="no">{file.name}</span> <small class="text-soft">{bytes(file.bytes)}</small>
              <Button small kind="quiet" onClick={() => props.onChange(props.files.filter(({ id }) => id !== file.id))}>
                {t('takeOff')}
                <span class="sr-only"> {file.name}</span>
              </Button>
            </li>
          )}
        </For>
      </ul>
      <input
        ref={input}
        class="sr-only"
        type="file"
        tabindex="-1"
        aria-label={t('attach')}
        accept="application/pdf,image/png,image/jpeg,video/mp4"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) void send(file)
        }}
      />
      <span class="flex flex-wrap items-center gap-3">
        <Button busy={state() !== null} onClick={() => input?.click()}>
          {t('attach')}
        </Button>
        <span class="text-soft" role="status">
          {state() ?? t('attachHelp', { size: bytes(most) })}
        </span>
      </span>
      <Show when={problem()}>{(why) => <Banner tone="bad">{why()}</Banner>}</Show>
    </div>
  )
}

/** Waits until a file is checked: null when it is clean, else why it was refused. */
async function checked(state: () => ReturnType<ReturnType<typeof filesApi>['state']>): Promise<string | null> {
  for (let look = 0; ; look++) {
    const found = await state()
    if (found.state === 'clean') return null
    if (found.state === 'refused') return typeof found.reason === 'object' ? inLanguage(found.reason) : (found.reason ?? '')
    await new Promise((resolve) => setTimeout(resolve, looks[Math.min(look, looks.length - 1)]))
  }
}
