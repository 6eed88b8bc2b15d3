import { A } from '@solidjs/router'
import { createResource, For, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { t } from '../../i18n/submissions.ts'
import { Badge } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/page-header.tsx'
import { StateBadge } from './state-badge.tsx'
import { api, closing, openBatches, type Row, submissionHref } from './submission-api.ts'

/** What waits for an applicant, and the calls it can apply to. */
export default function ApplicantDesk() {
  const [given] = createResource(async () => {
    const [batches, own] = await Promise.all([openBatches(), answer(api.submissions.$get({ query: { limit: '50' } }))])
    return { batches, own: own.rows as Row[] }
  })
  const waiting = () => given()?.own.filter(({ summary }) => summary.state === 'draft' || summary.state === 'returned') ?? []
  const open = () => given()?.batches.filter(({ parts, state }) => parts.includes('apply') && state === 'open') ?? []
  const batchTitle = (id: string) => given()?.batches.find((batch) => batch.id === id)?.title ?? ''
  return (
    <>
      <Show when={waiting().length > 0}>
        <Card title={t('todo')}>
          <ul class="flex flex-col">
            <For each={waiting()}>
              {({ id, summary }) => (
                <li class="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3 last:border-0">
                  <span class="min-w-0">
                    <A class="font-semibold" translate="no" href={submissionHref({ batch: summary.batch, submission: id })}>
                      {summary.title}
                    </A>
                    <small class="block text-soft">
                      <span translate="no">{batchTitle(summary.batch)}</span>{' '}
                      {t('done', { done: summary.sectionsDone, all: summary.sections })}
                    </small>
                  </span>
                  <StateBadge state={summary.state} />
                </li>
              )}
            </For>
          </ul>
        </Card>
      </Show>
      <Card title={t('openCalls')}>
        <ul class="flex flex-col">
          <For each={open()} fallback={<EmptyState title={t('openCallsNone')}>{t('openCallsNoneBody')}</EmptyState>}>
            {(batch) => (
              <li class="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3 last:border-0">
                <span class="min-w-0">
                  <A class="font-semibold" translate="no" href={`/batches/${batch.id}`}>
                    {batch.title}
                  </A>
                  <small class="block text-soft">
                    <span translate="no">{batch.host.name}</span>
                  </small>
                </span>
                <span class="flex flex-wrap items-center gap-3">
                  <Badge tone="info">{closing(batch.collectCloses)}</Badge>
                  <LinkButton kind="primary" href={`/batches/${batch.id}/apply`}>
                    {t('goApply')}
                    <span class="sr-only" translate="no">
                      {' '}
                      {batch.title}
                    </span>
                  </LinkButton>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </>
  )
}
