import { createResource, For, Show } from 'solid-js'
import { t } from '../../i18n/endorsements.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/page-header.tsx'
import { openBatches } from '../submissions/submission-api.ts'
import { DeskBatch } from './desk-batch.tsx'

/** The running batches in which this unit recommends, those that end first before the others. */
export default function EndorsingDesk() {
  const [all] = createResource(openBatches)
  const rows = () =>
    (all() ?? [])
      .filter(({ parts, state }) => parts.includes('recommend') && state === 'open')
      .toSorted((a, b) => (a.now?.closes ?? '9').localeCompare(b.now?.closes ?? '9'))
  return (
    <Card title={t('desk')}>
      <Show when={rows().length > 0} fallback={all() && <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}>
        <ul>
          <For each={rows()}>{(batch) => <DeskBatch batch={batch} />}</For>
        </ul>
      </Show>
    </Card>
  )
}
