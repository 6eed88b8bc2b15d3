import { createSignal, onMount, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { t } from '../../i18n/batches.ts'
import { moment } from '../../i18n/dates.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Card } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { toastError } from '../../ui/toast.tsx'
import { watchApi as api } from './batch-api.ts'
import { factName } from './fact-names.ts'

type Entry = { request: string; type: string; at: string; by: { kind: string }; seq: number; reason?: string }

/** Everything that was done to the batch, newest first. */
export function Trail(props: { batch: string }) {
  const [rows, setRows] = createSignal<Entry[]>([])
  const [cursor, setCursor] = createSignal<string | undefined>()
  const more = async () => {
    try {
      const page = await answer(
        api.batches[':batch'].events.$get({ param: { batch: props.batch }, query: { limit: '25', ...(cursor() && { cursor: cursor() }) } }),
      )
      setRows([...rows(), ...(page.rows as unknown as Entry[])])
      setCursor(page.cursor)
    } catch (error) {
      toastError(error)
    }
  }
  onMount(() => void more())
  return (
    <Card title={t('trail')}>
      <Table
        caption={t('trail')}
        rows={rows()}
        id={(row) => `${row.seq}`}
        more={cursor() !== undefined}
        onMore={more}
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
