import { A } from '@solidjs/router'
import { createMemo, createResource, createSignal, For, Show } from 'solid-js'
import { t } from '../../i18n/endorsements.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page-header.tsx'
import { PlacesPicture } from '../../ui/places-picture.tsx'
import { type BatchShown, categoryTitle, type Row } from '../submissions/submission-api.ts'
import { myUnit, pageOf, placesOf } from './endorsement-api.ts'

/** Pages of a list that are read to count what waits; where more waits, the picture does without. */
const countedPages = 5

/** How many submissions wait for this unit in each category; undefined where they are too many to count here. */
async function waitingIn({ batch }: { batch: string }): Promise<Map<string, number> | undefined> {
  const found = new Map<string, number>()
  let cursor: string | undefined
  for (let page = 0; page < countedPages; page++) {
    const { rows, cursor: next } = await pageOf(batch, { state: 'submitted' }, cursor)
    for (const { summary } of rows as Row[])
      if (summary.holder === myUnit()) found.set(summary.category, (found.get(summary.category) ?? 0) + 1)
    cursor = next
    if (!cursor) return found
  }
  return undefined
}

/** A unit's places in each category as bars, and the way to its lists. Categories in which nothing waits yet, and nothing has been done, can be unfolded. */
export function PlacesCard(props: { batch: BatchShown; changed: number; category?: string }) {
  const [rows] = createResource(
    () => ({ batch: props.batch.id, organisation: myUnit(), changed: props.changed }),
    ({ batch, organisation }) => placesOf({ batch, organisation }),
  )
  const [waiting] = createResource(() => ({ batch: props.batch.id, changed: props.changed }), waitingIn)
  const [all, setAll] = createSignal(false)
  const chosen = createMemo(() => {
    const every = rows.latest ?? []
    if (props.category) return every.filter(({ category }) => category === props.category)
    const begun = every.filter(
      ({ category, used, confirmedAt }) => used > 0 || confirmedAt !== undefined || (waiting.latest?.has(category) ?? true),
    )
    return all() || every.length <= 4 ? every : begun
  })
  const folded = () => !props.category && !all() && chosen().length < (rows.latest?.length ?? 0)
  return (
    <Show when={rows.latest}>
      <Card title={t('places')}>
        <ul class="grid gap-5 lg:grid-cols-2 xl:grid-cols-3">
          <For each={chosen()}>
            {(row) => (
              <li>
                <Show
                  when={row.limit !== undefined}
                  fallback={
                    <p class="flex flex-wrap justify-between gap-x-4">
                      <span>{categoryTitle(props.batch, row.category)}</span>
                      <span class="text-soft">{t('placesFree', { used: row.used })}</span>
                    </p>
                  }
                >
                  <PlacesPicture
                    label={categoryTitle(props.batch, row.category)}
                    used={row.used}
                    limit={row.limit ?? 0}
                    asked={waiting.latest?.get(row.category)}
                  />
                </Show>
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
