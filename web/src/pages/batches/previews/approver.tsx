import { t as approval } from '../../../i18n/approval.ts'
import { t } from '../../../i18n/previews.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ApprovalSheet } from '../../decisions/approval-sheet.tsx'
import type { HostView } from '../batch-api.ts'
import { exampleSheet } from './examples.ts'

/** What an approver is asked to confirm, with lines made up: how it came about, every line, and the decision. */
export default function AsApprover(props: { host: HostView }) {
  return (
    <>
      <div class="mb-5">
        <Banner>{t('exampleSheet')}</Banner>
      </div>
      <ApprovalSheet page={exampleSheet(props.host)} />
      <div class="mt-5 flex flex-wrap gap-3">
        <Button kind="primary" disabled>
          {approval('approve')}
        </Button>
        <Button disabled>{approval('sendBack')}</Button>
      </div>
      <p class="mt-3 text-soft">{t('approverSees')}</p>
    </>
  )
}
