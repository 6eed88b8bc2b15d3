import { createSignal, For, Show } from 'solid-js'
import { sentenceOf } from '../../data/refused.ts'
import { filesApi } from '../../forms/slots.ts'
import { sendWhole } from '../../forms/whole-file.ts'
import { t } from '../../i18n/awards.ts'
import { bytes } from '../../i18n/numbers.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

export type Attached = { id: string; name: string; bytes: number }
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
    try {
      const sent = await sendWhole(filesApi(`/api/awards/${props.award}/files`), file, {
        sent: (percent) => setState(t('sending', { percent })),
        checking: () => setState(t('checking')),
      })
      if ('refused' in sent) return setProblem(sent.refused)
      props.onChange([...props.files, { id: sent.id, name: file.name, bytes: file.size }])
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
                <AlsoSaid>{file.name}</AlsoSaid>
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
