import { createSignal, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { sentenceOf } from '../../data/refused.ts'
import { postFile } from '../../forms/sending.ts'
import { filesApi } from '../../forms/slots.ts'
import { t } from '../../i18n/endorsements.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { type ListNamed, units } from './endorsement-api.ts'

/** Milliseconds between looks at a scan that is being checked. */
const looks = [800, 1500, 3000] as const

/** Sends a stamped scan, waits for its check, and binds it to the list as it stands: to exactly what was printed. */
export function ScanUpload(props: { named: ListNamed; sha256: string; again: boolean; onBound: () => void }) {
  let input: HTMLInputElement | undefined
  const [state, setState] = createSignal<string | null>(null)
  const [problem, setProblem] = createSignal<string | null>(null)
  const address = () => `/api/batches/${props.named.batch}/units/${props.named.organisation}/lists/${props.named.key}/files`
  const send = async (file: File) => {
    const api = filesApi(address())
    const of = props.sha256
    setProblem(null)
    setState(t('uploading', { percent: 0 }))
    try {
      const slot = await api.open({ name: file.name, bytes: file.size, type: file.type })
      if (slot.upload.kind !== 'post') throw new TypeError('a scan is sent in one piece')
      const progress = (sent: number) => setState(t('uploading', { percent: Math.floor((100 * sent) / Math.max(file.size, 1)) }))
      await postFile(slot.upload, file, progress, new AbortController().signal)
      setState(t('checking'))
      const refused = await checked(() => api.state(slot.file.id))
      if (refused !== null) return setProblem(refused)
      await answer(units.lists[':key'].scan.$put({ param: props.named, json: { file: slot.file.id, sha256: of } }))
      toast(t('scanBound'))
      props.onBound()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setState(null)
    }
  }
  return (
    <div class="flex flex-col gap-3">
      <input
        ref={input}
        class="sr-only"
        type="file"
        tabindex="-1"
        aria-label={t('upload')}
        accept="application/pdf,image/png,image/jpeg"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) void send(file)
        }}
      />
      <span class="flex flex-wrap items-center gap-3">
        <Button busy={state() !== null} onClick={() => input?.click()}>
          {props.again ? t('uploadAgain') : t('upload')}
        </Button>
        <span class="text-soft" role="status">
          {state()}
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
