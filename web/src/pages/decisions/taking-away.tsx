import { createSignal } from 'solid-js'
import Download from '~icons/lucide/download'
import { answer } from '../../data/client.ts'
import { takePaper } from '../../data/paper.ts'
import { t } from '../../i18n/decisions.ts'
import { language } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import { toastError } from '../../ui/toast.tsx'
import { officeApi as api } from './sheet-api.ts'

/** The sheet to take away: as an Excel file, or as a paper to sign, which is made on the first request. */
export function TakingAway(props: { batch: string; category: string }) {
  const [making, setMaking] = createSignal(false)
  const printed = async () => {
    setMaking(true)
    try {
      await takePaper(() =>
        answer(
          api.batches[':batch'].categories[':key'].sheet.document.$get({
            param: { batch: props.batch, key: props.category },
            query: { language: language() },
          }),
        ),
      )
    } catch (error) {
      toastError(error)
    } finally {
      setMaking(false)
    }
  }
  return (
    <>
      <a
        class="button button-secondary"
        href={`/api/batches/${props.batch}/categories/${props.category}/sheet/export?language=${language()}`}
        download=""
      >
        <Download />
        {t('excel')}
      </a>
      <Button busy={making()} onClick={printed}>
        {t('paper')}
      </Button>
    </>
  )
}
