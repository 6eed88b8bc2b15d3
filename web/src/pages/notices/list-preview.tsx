import { createSignal, Show } from 'solid-js'
import { type AwardOrder, awardOrders } from '../../../../shared/portal/pages.ts'
import { answer } from '../../data/client.ts'
import { language } from '../../i18n/language.ts'
import { t } from '../../i18n/notices.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { toastError } from '../../ui/toast.tsx'
import { awardsApi } from './notice-api.ts'
import { NoticeFrame } from './notice-frame.tsx'

type Looked = { language: 'zh' | 'en'; order: AwardOrder }
const orders = { list: 'orderList', province: 'orderProvince', institution: 'orderInstitution' } as const

/** The list as the public would see it, in either language and each of its orders, before it is published. */
export function ListPreview(props: { batch: string }) {
  const [shown, setShown] = createSignal<Looked & { html: string | null; listed: number }>()
  const [looking, setLooking] = createSignal(false)
  const look = async (asked: Looked) => {
    setLooking(true)
    try {
      const found = await answer(
        awardsApi.batches[':batch'].publication.preview.$get({ param: { batch: props.batch }, query: { ...asked } }),
      )
      setShown({ ...asked, ...found })
    } catch (error) {
      toastError(error)
    } finally {
      setLooking(false)
    }
  }
  const order = () => shown()?.order ?? 'list'
  const other = () => (language() === 'zh' ? 'en' : 'zh')
  return (
    <div class="flex flex-col gap-3">
      <p class="flex flex-wrap gap-3">
        <Button busy={looking()} onClick={() => look({ language: language(), order: order() })}>
          {t('previewList')}
        </Button>
        <Button busy={looking()} onClick={() => look({ language: other(), order: order() })}>
          {t('previewOther')}
        </Button>
      </p>
      <Show when={shown()}>
        {(found) => (
          <Show when={found().html} fallback={<Banner tone="warn">{t('listsNobody')}</Banner>}>
            {(html) => (
              <>
                <p role="status">{t('previewLists', { count: found().listed })}</p>
                <div class="max-w-xs">
                  <Select
                    label={t('order')}
                    unmarked
                    value={found().order}
                    options={awardOrders.map((value) => ({ value, label: t(orders[value]) }))}
                    onChange={(chosen) => chosen && look({ language: found().language, order: chosen })}
                  />
                </div>
                <NoticeFrame title={t('previewList')} html={html()} />
              </>
            )}
          </Show>
        )}
      </Show>
    </div>
  )
}
