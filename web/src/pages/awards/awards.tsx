import { A, useParams } from '@solidjs/router'
import { createEffect, createSignal, on } from 'solid-js'
import { answer } from '../../data/client.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/awards.ts'
import { day } from '../../i18n/dates.ts'
import { Badge } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { toastError } from '../../ui/toast.tsx'
import { api, tones } from './award-api.ts'

/** The awards of a batch, or of one's own institution. */
export default function Awards() {
  const params = useParams<{ batch?: string }>()
  const load = (cursor?: string) => {
    const query = cursor ? { cursor } : {}
    const organisation = me()?.active?.organisation.id ?? ''
    return params.batch
      ? answer(api.batches[':batch'].awards.$get({ param: { batch: params.batch }, query }))
      : answer(api.organisations[':organisation'].awards.$get({ param: { organisation }, query }))
  }
  type Row = Awaited<ReturnType<typeof load>>['rows'][number]
  const [rows, setRows] = createSignal<Row[]>([])
  const [cursor, setCursor] = createSignal<string | undefined>()
  const [loading, setLoading] = createSignal(true)
  const read = async (from?: string) => {
    setLoading(true)
    try {
      const page = await load(from)
      setRows(from ? [...rows(), ...page.rows] : page.rows)
      setCursor(page.cursor)
    } catch (error) {
      toastError(error)
    } finally {
      setLoading(false)
    }
  }
  createEffect(on([() => params.batch, () => me()?.active?.organisation.id], () => void read()))
  return (
    <>
      <PageHeader title={params.batch ? t('ofBatch') : t('ours')} intro={params.batch ? undefined : t('oursIntro')} />
      <Table
        caption={t('ofBatch')}
        rows={rows()}
        id={(row) => row.id}
        loading={loading() && rows().length === 0}
        more={cursor() !== undefined}
        loadingMore={loading()}
        onMore={() => void read(cursor())}
        empty={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}
        columns={[
          {
            key: 'title',
            title: t('work'),
            heading: true,
            cell: (row: Row) => (
              <A href={`/awards/${row.id}`} translate="no">
                {row.title}
              </A>
            ),
          },
          {
            key: 'unit',
            title: t('unit'),
            cell: (row: Row) => (
              <span translate="no">
                {row.unit.name}
                {row.unit.id === row.institution.id ? '' : ` · ${row.institution.name}`}
              </span>
            ),
          },
          { key: 'number', title: t('number'), cell: (row: Row) => <a href={`/certificates/${row.number}.html`}>{row.number}</a> },
          { key: 'state', title: t('state'), cell: (row: Row) => <Badge tone={tones[row.state]}>{t(row.state)}</Badge> },
          { key: 'ends', title: t('ends'), cell: (row: Row) => day(row.ends) },
        ]}
      />
    </>
  )
}
