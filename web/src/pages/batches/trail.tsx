import { Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/batches.ts'
import { moment } from '../../i18n/dates.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { watchApi as api } from './batch-api.ts'
import { factName } from './fact-names.ts'

type Entry = { request: string; type: string; at: string; by: { kind: string }; seq: number; reason?: string }

/** Everything that was done to the batch, newest first. */
export function Trail(props: { batch: string }) {
  const list = createPaged(
    () => props.batch,
    async (batch, cursor) => {
      const page = await answer(api.batches[':batch'].events.$get({ param: { batch }, query: { limit: '25', ...(cursor && { cursor }) } }))
      return { rows: page.rows as unknown as Entry[], cursor: page.cursor }
    },
  )
  return (
    <Card title={t('trail')}>
      <Show when={list.problem()}>{(problem) => <Banner tone="bad">{sentenceOf(problem())}</Banner>}</Show>
      <Table
        caption={t('trail')}
        rows={list.rows()}
        id={(row) => `${row.seq}`}
        loading={list.loading() && list.rows().length === 0}
        more={list.more()}
        loadingMore={list.loading()}
        onMore={list.next}
        columns={[
          { key: 'at', title: t('when'), cell: (row: Entry) => moment(row.at) },
          {
            key: 'what',
            title: t('what'),
            heading: true,
            cell: (row: Entry) => (
              <span>
                {inLanguage(factName(row.type))}
                <Show when={row.reason}>
                  {(why) => (
                    <small class="block font-normal text-soft" translate="no">
                      {why()}
                    </small>
                  )}
                </Show>
              </span>
            ),
          },
          { key: 'by', title: t('who'), cell: (row: Entry) => t(row.by.kind === 'system' ? 'system' : 'people') },
        ]}
      />
    </Card>
  )
}
