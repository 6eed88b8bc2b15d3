import { A } from '@solidjs/router'
import { hc } from 'hono/client'
import { For, Show } from 'solid-js'
import type { batchRoutes } from '../../../../functions/batches/routes.ts'
import { answer, wire } from '../../data/client.ts'
import { t } from '../../i18n/awards.ts'
import { Badge } from '../../ui/banner.tsx'
import { Card } from '../../ui/page-header.tsx'
import { stateName, stateTone } from '../batches/batch-api.ts'

const batches = hc<typeof batchRoutes>('/api', wire)

/** The batches of a scope that start from an award list: the mid-term checks and acceptances of its awards. */
export const checksOf = async (source: string, scope: 'hosted' | 'open') =>
  (await answer(batches.batches.$get({ query: { scope, limit: '100' } }))).rows.filter((row) => row.source === source)

/** For the host of a list: the checks it has opened from it. */
export function Checks(props: { found: Awaited<ReturnType<typeof checksOf>> }) {
  return (
    <Show when={props.found.length > 0}>
      <Card title={t('checks')}>
        <ul class="flex flex-col gap-2">
          <For each={props.found}>
            {({ id, title, state }) => (
              <li class="flex flex-wrap items-center gap-3">
                <A href={state === 'draft' ? `/batches/${id}/setup` : `/batches/${id}`} translate="no">
                  {title}
                </A>
                <Badge tone={stateTone(state)}>{stateName(state)}</Badge>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  )
}
