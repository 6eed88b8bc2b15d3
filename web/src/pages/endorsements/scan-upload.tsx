import { createSignal, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { sentenceOf } from '../../data/refused.ts'
import { filesApi } from '../../forms/slots.ts'
import { sendWhole } from '../../forms/whole-file.ts'
import { t } from '../../i18n/endorsements.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { type ListNamed, units } from './endorsement-api.ts'

/** Sends a stamped scan, waits for its check, and binds it to the list as it stands: to exactly what was printed. */
export function ScanUpload(props: { named: ListNamed; sha256: string; again: boolean; onBound: () => void }) {
  let input: HTMLInputElement | undefined
  const [state, setState] = createSignal<string | null>(null)
  const [problem, setProblem] = createSignal<string | null>(null)
  const address = () => `/api/batches/${props.named.batch}/units/${props.named.organisation}/lists/${props.named.key}/files`
  const send = async (file: File) => {
    const of = props.sha256
    setProblem(null)
    try {
      const sent = await sendWhole(filesApi(address()), file, {
        sent: (percent) => setState(t('uploading', { percent })),
        checking: () => setState(t('checking')),
      })
      if ('refused' in sent) return setProblem(sent.refused)
      await answer(units.lists[':key'].scan.$put({ param: props.named, json: { file: sent.id, sha256: of } }))
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
