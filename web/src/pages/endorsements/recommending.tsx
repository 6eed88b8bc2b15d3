import { t } from '../../i18n/endorsements.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { BatchesToEndorse } from './batches-to-endorse.tsx'

/** All batches in which this unit recommends, those that are over too. */
export default function Recommending() {
  return (
    <>
      <PageHeader title={t('recommending')} intro={t('recommendingIntro')} />
      <Card>
        <BatchesToEndorse fallback={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>} />
      </Card>
    </>
  )
}
