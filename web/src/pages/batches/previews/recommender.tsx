import { A } from '@solidjs/router'
import { createResource, For, Show } from 'solid-js'
import { unlimited } from '../../../../../shared/quotas/limits.ts'
import type { QuotaRow } from '../../../../../shared/quotas/schema.ts'
import { answer } from '../../../data/client.ts'
import { t } from '../../../i18n/previews.ts'
import { inLanguage } from '../../../i18n/texts.ts'
import { Card } from '../../../ui/page-header.tsx'
import { PlacesPicture } from '../../../ui/places-picture.tsx'
import { Table } from '../../../ui/table.tsx'
import { firstColumns, unitColumns } from '../../endorsements/unit-columns.tsx'
import type { BatchShown } from '../../submissions/submission-api.ts'
import { type HostView, quotaApi } from '../batch-api.ts'
import { exampleRows } from './examples.ts'

/** Units that are shown as examples of those who recommend; the sheet of places has them all. */
const read = 100

/** What a recommending unit works on: its places as they are set so far, its list, and what it has to do with it. */
export default function AsRecommender(props: { host: HostView }) {
  const stages = () => props.host.stages.filter(({ kind, on }) => kind === 'endorse' && on)
  const [quotas] = createResource(
    () => props.host.id,
    async (batch) =>
      (await answer(quotaApi.batches[':batch'].quotas.$get({ param: { batch }, query: { limit: String(read) } }))).rows as QuotaRow[],
  )
  const titleOf = (category: string) => {
    const title = props.host.categories.find(({ key }) => key === category)?.title
    return title ? inLanguage(title) : category
  }
  /** The first unit of a level that has a number of places. */
  const given = (level: string | undefined) => {
    const rows = (quotas.state === 'ready' ? quotas() : []).filter((row) => row.level === level && row.limit < unlimited)
    const unit = rows[0]?.unit
    return unit && { unit, rows: rows.filter((row) => row.unit.id === unit.id) }
  }
  // The list asks for little of its batch: what its categories are called.
  const batch = () => ({ ...props.host, hosted: false }) as unknown as BatchShown
  return (
    <For each={stages()} fallback={<Card title={t('duties')}>{t('noEndorse')}</Card>}>
      {(stage) => (
        <Card title={inLanguage(stage.title)}>
          <Show when={stage.level && props.host.duties[stage.level]}>
            {(duty) => (
              <ul class="mb-4 list-disc pl-5">
                <li>{t('dutyOpinion', { count: duty().opinionMax })}</li>
                <Show when={duty().ordered}>
                  <li>{t('dutyOrder')}</li>
                </Show>
                <Show when={duty().stampedScan}>
                  <li>{t('dutyScan')}</li>
                </Show>
              </ul>
            )}
          </Show>
          <Show
            when={given(stage.level)}
            fallback={
              <p class="mb-4">
                {t('noPlaces')} <A href={`/batches/${props.host.id}/quotas`}>{t('toQuotas')}</A>
              </p>
            }
          >
            {(found) => (
              <>
                <p class="mb-3">
                  {t('placesOf')} <span translate="no">{found().unit.name}</span>{' '}
                  <A href={`/batches/${props.host.id}/quotas`}>{t('toQuotas')}</A>
                </p>
                <ul class="mb-5 grid gap-x-6 gap-y-4 md:grid-cols-2">
                  <For each={found().rows.slice(0, 6)}>
                    {(row) => (
                      <li>
                        <PlacesPicture label={titleOf(row.category)} used={row.used} limit={row.limit} />
                      </li>
                    )}
                  </For>
                </ul>
              </>
            )}
          </Show>
          <h3 class="mb-2">{t('list')}</h3>
          <p class="mb-3 text-soft">{t('exampleRows')}</p>
          <Table
            caption={t('list')}
            rows={exampleRows(props.host)}
            id={(row) => row.id}
            columns={unitColumns(batch, () => `/batches/${props.host.id}/preview?as=recommender`)}
            shown={firstColumns(stage.level, false)}
          />
        </Card>
      )}
    </For>
  )
}
