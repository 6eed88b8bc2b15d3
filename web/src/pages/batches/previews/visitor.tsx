import { createResource, Show } from 'solid-js'
import { grantsAwards } from '../../../../../shared/decisions/granting.ts'
import { answer } from '../../../data/client.ts'
import { sentenceOf } from '../../../data/refused.ts'
import { me } from '../../../data/session.ts'
import { language } from '../../../i18n/language.ts'
import { t } from '../../../i18n/previews.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Card } from '../../../ui/page-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton.tsx'
import { api } from '../../notices/notice-api.ts'
import { NoticeFrame } from '../../notices/notice-frame.tsx'
import type { HostView } from '../batch-api.ts'

/** The public notice as it would look were it published today, with the words that the office begins with and the days that are set. */
export default function AsVisitor(props: { host: HostView }) {
  const [page] = createResource(
    () => ({ batch: props.host.id, language: language() }),
    ({ batch, language }) => {
      const grants = grantsAwards(props.host.outcomes)
      const entry = {
        title: t(grants ? 'noticeTitle' : 'checkTitle', { title: props.host.title }).slice(0, 120),
        text: t(grants ? 'noticeText' : 'checkText', { title: props.host.title }),
        contact: { name: props.host.host.name.slice(0, 60), phone: '010-00000000', email: me()?.person.email ?? 'office@example.org' },
      }
      return answer(api.batches[':batch'].notices.preview.$post({ param: { batch }, json: { entry, language } }))
    },
  )
  return (
    <Card title={t('notice')}>
      <p class="mb-3 text-soft">{t('noticeHelp', { days: props.host.settings.noticeWorkingDays })}</p>
      <Show when={!page.error} fallback={<Banner tone="bad">{sentenceOf(page.error)}</Banner>}>
        <Show when={page.state === 'ready' ? page() : undefined} fallback={<SkeletonRows rows={6} />}>
          {(shown) => <NoticeFrame title={t('notice')} html={shown().html} />}
        </Show>
      </Show>
    </Card>
  )
}
