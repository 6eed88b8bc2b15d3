import { A } from '@solidjs/router'
import { createMemo, createResource, createSignal, For, Show } from 'solid-js'
import { t } from '../../i18n/endorsements.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type BatchShown, categoryTitle } from '../submissions/submission-api.ts'
import { myUnit, placesOf } from './endorsement-api.ts'

/** A unit's places in each category as bars, and the way to its lists. Categories in which nobody applies yet can be unfolded. */
export function PlacesCard(props: { batch: BatchShown; changed: number; category?: string; present: readonly string[] }) {
  const [rows] = createResource(
    () => ({ batch: props.batch.id, organisation: myUnit(), changed: props.changed }),
    ({ batch, organisation }) => placesOf({ batch, organisation }),
  )
  const [all, setAll] = createSignal(false)
  const chosen = createMemo(() => {
    const every = rows.latest ?? []
    if (props.category) return every.filter(({ category }) => category === props.category)
    const begun = every.filter(
      ({ category, used, confirmedAt }) => used > 0 || confirmedAt !== undefined || props.present.includes(category),
    )
    return all() || every.length <= 4 ? every : begun
  })
  const folded = () => !props.category && !all() && chosen().length < (rows.latest?.length ?? 0)
  return (
    <Show when={rows.latest}>
      <Card title={t('places')}>
        <ul class="grid gap-5 lg:grid-cols-2">
          <For each={chosen()}>
            {(row) => (
              <li>
                <Progress
                  label={categoryTitle(props.batch, row.category)}
                  value={row.limit === undefined ? 0 : row.used}
                  max={row.limit ?? 1}
                  good={row.limit !== undefined && row.used >= row.limit}
                  note={row.limit === undefined ? t('placesFree', { used: row.used }) : t('placesOf', { used: row.used, limit: row.limit })}
                />
                <p class="mt-1 flex flex-wrap items-center gap-3">
                  <A href={`/batches/${props.batch.id}/ordered/${row.category}`}>
                    {t('rankedList')}
                    <span class="sr-only"> {categoryTitle(props.batch, row.category)}</span>
                  </A>
                  <Badge tone={row.confirmedAt ? 'good' : 'plain'}>{row.confirmedAt ? t('confirmed') : t('notConfirmed')}</Badge>
                  <Show when={row.scanned && !row.confirmedAt}>
                    <Badge tone="info">{t('scanned')}</Badge>
                  </Show>
                </p>
              </li>
            )}
          </For>
        </ul>
        <Show when={folded()}>
          <Button kind="quiet" small class="mt-3" onClick={() => setAll(true)}>
            {t('showOthers')}
          </Button>
        </Show>
      </Card>
    </Show>
  )
}
