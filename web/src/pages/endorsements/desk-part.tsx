import { t } from '../../i18n/endorsements.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/page-header.tsx'
import { BatchesToEndorse } from './batches-to-endorse.tsx'

/** The running batches in which this unit recommends. */
export default function EndorsingDesk() {
  return (
    <Card title={t('desk')}>
      <BatchesToEndorse running fallback={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>} />
    </Card>
  )
}
