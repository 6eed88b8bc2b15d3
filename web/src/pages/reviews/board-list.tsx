import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type Seat, sitting } from '../../../../shared/reviews/board.ts'
import { t } from '../../i18n/board.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Badge } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/page-header.tsx'
import type { BoardParts, BoardRow } from './board-state.ts'

/** What is said of an expert beside a submission. */
const told = ['held', 'unfinished', 'submitted', 'own-unit', 'declared', 'relieved'] as const

/** The board where there is no room for a table: each submission with its experts, and who must not review it. */
export function BoardList(props: BoardParts) {
  const withSeat = (row: BoardRow, ...seats: Seat[]) => props.experts.filter((expert) => seats.includes(props.board.seat(expert, row)))
  return (
    <ul>
      <For each={props.rows}>
        {(row) => (
          <li>
            <Card>
              <p>
                <A class="font-semibold" translate="no" href={`/batches/${props.batch}/submissions/${row.id}`}>
                  {row.title}
                </A>
                <small class="block text-soft" translate="no">
                  {row.institution.name}
                </small>
              </p>
              <p class="my-2">
                <Badge tone={props.board.tone(row)}>{t('seats', { sitting: sitting(row), wanted: props.wanted })}</Badge>
              </p>
              <Show when={withSeat(row, ...told).length > 0} fallback={<p class="text-soft">{t('nobody')}</p>}>
                <ul class="mb-2 flex flex-col">
                  <For each={withSeat(row, ...told)}>
                    {(expert) => {
                      const seat = () => props.board.seat(expert, row)
                      return (
                        <li
                          class="flex flex-wrap items-center justify-between gap-2 border-b border-line py-2 last:border-0"
                          classList={{ 'text-soft': seat() !== 'held' }}
                        >
                          <span class="min-w-0">
                            <span translate="no">{expert.name}</span>
                            <small class="block">{t(seat())}</small>
                          </span>
                          <Show when={seat() === 'held'}>
                            <Button small kind="quiet" disabled={props.board.busy()} onClick={() => props.board.press(expert, row)}>
                              {t('takeBack')}
                              <AlsoSaid>
                                {expert.name} {row.title}
                              </AlsoSaid>
                            </Button>
                          </Show>
                        </li>
                      )
                    }}
                  </For>
                </ul>
              </Show>
              <span class="flex flex-wrap gap-2">
                <Show when={!row.settled}>
                  <Button small onClick={() => props.onByName(row)}>
                    {t('byName')}
                    <AlsoSaid>{row.title}</AlsoSaid>
                  </Button>
                </Show>
                <Show when={row.reviews.length > 0}>
                  <LinkButton small kind="quiet" href={`/batches/${props.batch}/submissions/${row.id}/reviews`}>
                    {t('reviews')}
                    <AlsoSaid>{row.title}</AlsoSaid>
                  </LinkButton>
                </Show>
              </span>
            </Card>
          </li>
        )}
      </For>
    </ul>
  )
}
