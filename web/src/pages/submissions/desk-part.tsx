import { A } from '@solidjs/router'
import { createResource, For, Show } from 'solid-js'
import { between } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { createHeld, createLeft } from '../../forms/held.ts'
import { t } from '../../i18n/applicant.ts'
import { deadline, moment } from '../../i18n/dates.ts'
import { t as ofHeld } from '../../i18n/held.ts'
import { t as steps } from '../../i18n/path.ts'
import { t as words } from '../../i18n/submissions.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Countdown } from './countdown.tsx'
import { StateBadge } from './state-badge.tsx'
import { api, type BatchShown, batchOf, categoryTitle, openBatches, type Row, submissionHref } from './submission-api.ts'

/** What waits for an applicant and until when, the calls it can apply to, and what happened lately. */
export default function ApplicantDesk() {
  // Before the rows that show it are known: read with them, it would move them a moment later.
  const left = createLeft()
  const [given] = createResource(async () => {
    const [batches, own] = await Promise.all([openBatches(), answer(api.submissions.$get({ query: { limit: '50' } }))])
    return { batches, own: own.rows as Row[] }
  })
  const unfinished = () => given()?.own.filter(({ summary }) => summary.state === 'draft' || summary.state === 'returned') ?? []
  /** The batches of what waits, with their categories: two drafts of one unit are told apart by them. */
  const [details] = createResource(
    () => {
      const ids = [...new Set(unfinished().map(({ summary }) => summary.batch))]
      return ids.length > 0 && ids.join(' ')
    },
    async (ids) => new Map(await Promise.all(ids.split(' ').map(async (id) => [id, await batchOf(id)] as const))),
  )
  const [happened] = createResource(async () => (await answer(api.submissions.lately.$get())).rows)
  const until = ({ summary }: Row) =>
    summary.correctUntil ?? given()?.batches.find(({ id }) => id === summary.batch)?.collectCloses ?? undefined
  /** What is over is at the end: nothing can be done about it any more. */
  const waiting = () => {
    const place = (row: Row) => {
      const time = until(row)
      return time === undefined ? '8' : Date.parse(time) > Date.now() ? time : `9${time}`
    }
    return unfinished().toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
  }
  const open = () =>
    given()?.batches.filter(
      ({ parts, state, collectCloses }) =>
        parts.includes('apply') && state === 'open' && (!collectCloses || Date.parse(collectCloses) > Date.now()),
    ) ?? []
  const begun = (batch: string) => given()?.own.filter(({ summary }) => summary.batch === batch).length ?? 0
  return (
    <>
      <Card title={t('waiting')}>
        <ul class="flex flex-col">
          <For each={waiting()} fallback={<li class="text-soft">{t('waitingNone')}</li>}>
            {(row) => <Waiting row={row} left={left} until={until(row)} batch={details.latest?.get(row.summary.batch)} />}
          </For>
        </ul>
      </Card>
      <Card title={t('open')}>
        <Show when={open().length > 0} fallback={<EmptyState title={t('openNone')}>{t('openNoneBody')}</EmptyState>}>
          <ul class="flex flex-col">
            <For each={open()}>
              {(batch) => (
                <li class="desk-row">
                  <span class="min-w-0">
                    <A class="font-semibold" translate="no" href={`/batches/${batch.id}`}>
                      {batch.title}
                    </A>
                    <small class="block text-soft">
                      <span translate="no">{batch.host.name}</span>
                      <Show when={begun(batch.id) > 0}>
                        {between}
                        {t('begun', { count: begun(batch.id) })}
                      </Show>
                    </small>
                    <Due until={batch.collectCloses ?? undefined} />
                  </span>
                  <LinkButton kind={waiting().length > 0 ? 'secondary' : 'primary'} href={`/batches/${batch.id}/apply`}>
                    {words('goApply')}
                    <AlsoSaid>{batch.title}</AlsoSaid>
                  </LinkButton>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Card>
      <Card title={t('lately')} actions={<A href="/submissions">{t('allMine')}</A>}>
        <ul class="flex flex-col">
          <For each={happened.latest ?? []} fallback={<li class="text-soft">{t('latelyNone')}</li>}>
            {({ at, type, unit, title, batch, submission }) => (
              <li class="news-row">
                <time class="text-soft tabular-nums" datetime={at}>
                  {moment(at)}
                </time>
                <span class="min-w-0">
                  {steps(type)}
                  {between}
                  <A translate="no" href={submissionHref({ batch, submission })}>
                    {title}
                  </A>
                  <Show when={unit}>
                    {(by) => (
                      <small class="block text-soft" translate="no">
                        {by().name}
                      </small>
                    )}
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </>
  )
}

function Waiting(props: { row: Row; left: ReturnType<typeof createLeft>; until: string | undefined; batch: BatchShown | undefined }) {
  const summary = () => props.row.summary
  const href = () => submissionHref({ batch: summary().batch, submission: props.row.id })
  const held = createHeld(href, { left: () => props.left() })
  return (
    <li class="desk-row">
      <span class="min-w-0">
        <span class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <A class="font-semibold" translate="no" href={href()}>
            {summary().title}
          </A>
          <StateBadge state={summary().state} />
        </span>
        <small class="flex flex-wrap gap-x-4 text-soft">
          <Show when={props.batch}>
            {(batch) => (
              <>
                <span translate="no">{batch().title}</span>
                <span>{categoryTitle(batch(), summary().category)}</span>
              </>
            )}
          </Show>
          <span>{t('filled', { done: summary().sectionsDone, all: summary().sections })}</span>
        </small>
        <Show when={held.any()}>
          <small class="block text-warn">{ofHeld('onThisDevice')}</small>
        </Show>
        <Due until={props.until} />
      </span>
      <LinkButton kind="primary" href={href()}>
        {summary().state === 'returned' ? t('correct') : t('goOn')}
        <AlsoSaid>{summary().title}</AlsoSaid>
      </LinkButton>
    </li>
  )
}

function Due(props: { until: string | undefined }) {
  return (
    <Show when={props.until}>
      {(until) => (
        <span class="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <Countdown until={until()} />
          <small class="text-soft tabular-nums">{t('dueBeijing', { time: deadline(until()) })}</small>
        </span>
      )}
    </Show>
  )
}
