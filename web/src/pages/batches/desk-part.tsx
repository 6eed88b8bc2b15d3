import { A } from '@solidjs/router'
import { createResource, For, Show } from 'solid-js'
import { notableIn, totalsOf } from '../../../../shared/batches/completeness.ts'
import type { StageKind } from '../../../../shared/templates/schema.ts'
import { answer } from '../../data/client.ts'
import { me } from '../../data/session.ts'
import { deadline } from '../../i18n/dates.ts'
import { t } from '../../i18n/host-desk.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Badge } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Countdown } from '../submissions/countdown.tsx'
import { api, watchApi } from './batch-api.ts'
import { DeskNotable, HostUnits } from './desk-units.tsx'
import { StateBar } from './state-bar.tsx'

const hosted = async () => (await answer(api.batches.$get({ query: { scope: 'hosted' } }))).rows
type Row = Awaited<ReturnType<typeof hosted>>[number]

/** Where the work of a stage is done. */
const rooms: Record<StageKind, string> = {
  collect: 'live',
  endorse: 'completeness',
  screen: 'submissions?state=recommended',
  review: 'review',
  deliberate: 'decisions',
  notice: 'notice',
  publish: 'notice',
}

/** The batches this unit runs or prepares, those that end first before the others: where each is, how far its submissions are, and what is to be done. */
export default function HostDesk() {
  const [all] = createResource(() => me()?.active?.organisation.id, hosted)
  const runs = ({ state }: Row) => state === 'open' || state === 'paused'
  const rows = () =>
    (all() ?? [])
      .filter((row) => runs(row) || row.state === 'draft')
      .toSorted((a, b) => Number(runs(b)) - Number(runs(a)) || (a.now?.closes ?? '9').localeCompare(b.now?.closes ?? '9'))
  /** Most units never host anything; the national office is there to. */
  const shown = () => rows().length > 0 || me()?.active?.organisation.kind === 'national'
  return (
    <Show when={all() && shown()}>
      <Card title={t('title')} actions={<A href="/batches">{t('all')}</A>}>
        <Show
          when={rows().length > 0}
          fallback={
            <EmptyState title={t('none')} action={<LinkButton href="/batches/new">{t('newBatch')}</LinkButton>}>
              {t('noneBody')}
            </EmptyState>
          }
        >
          <ul>
            <For each={rows()}>{(row) => (row.state === 'draft' ? <Draft row={row} /> : <Running row={row} />)}</For>
          </ul>
        </Show>
      </Card>
    </Show>
  )
}

function Running(props: { row: Row }) {
  const [units] = createResource(
    () => props.row.id,
    async (batch) => (await answer(watchApi.batches[':batch'].completeness.$get({ param: { batch }, query: {} }))).rows,
  )
  /** While units below have something to do, how far each is. */
  const moving = () => props.row.now?.kind === 'collect' || props.row.now?.kind === 'endorse'
  return (
    <li class="desk-batch">
      <div class="flex flex-wrap items-start justify-between gap-3">
        <div class="min-w-0">
          <h3>
            <A translate="no" href={`/batches/${props.row.id}`}>
              {props.row.title}
            </A>
          </h3>
          <p class="flex flex-wrap items-center gap-x-4 text-soft">
            <Show when={props.row.state === 'paused'}>
              <Badge tone="warn">{t('paused')}</Badge>
            </Show>
            <Show when={props.row.now}>
              {(now) => (
                <>
                  <span>{t('stageNow', { stage: inLanguage(now().title) })}</span>
                  <Show when={now().closes} fallback={<span>{t('noDate')}</span>}>
                    {(closes) => (
                      <span>
                        <span class="whitespace-nowrap">{t('closes', { time: deadline(closes()) })}</span> <Countdown until={closes()} />
                      </span>
                    )}
                  </Show>
                </>
              )}
            </Show>
          </p>
        </div>
        <Show when={props.row.now}>
          {(now) => (
            <LinkButton href={`/batches/${props.row.id}/${rooms[now().kind]}`}>
              {t(now().kind)}
              <AlsoSaid>{props.row.title}</AlsoSaid>
            </LinkButton>
          )}
        </Show>
      </div>
      <Show when={units()}>
        {(rows) => (
          <div class="mt-3 flex flex-col gap-3">
            <StateBar label={t('states')} totals={totalsOf(rows())} none={t('noneEntered')} />
            <DeskNotable
              batch={props.row.id}
              title={props.row.title}
              found={notableIn(rows(), props.row.now, Date.now(), props.row.source !== undefined)}
            />
            <Show when={moving() && rows().length > 1}>
              <HostUnits batch={props.row.id} title={props.row.title} rows={rows()} />
            </Show>
          </div>
        )}
      </Show>
    </li>
  )
}

function Draft(props: { row: Row }) {
  return (
    <li class="desk-batch flex flex-wrap items-center justify-between gap-3">
      <h3 class="flex flex-wrap items-center gap-3">
        <A translate="no" href={`/batches/${props.row.id}/setup`}>
          {props.row.title}
        </A>
        <Badge>{t('draft')}</Badge>
      </h3>
      <LinkButton href={`/batches/${props.row.id}/setup`}>
        {t('setup')}
        <AlsoSaid>{props.row.title}</AlsoSaid>
      </LinkButton>
    </li>
  )
}
