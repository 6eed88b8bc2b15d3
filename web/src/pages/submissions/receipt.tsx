import { useParams, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, onCleanup, Show } from 'solid-js'
import { between } from '../../../../shared/text.ts'
import { Known } from '../../data/known.tsx'
import { deadline, moment } from '../../i18n/dates.ts'
import { Quoting } from '../../i18n/quoting.tsx'
import { t as said } from '../../i18n/receipts.ts'
import { t } from '../../i18n/submissions.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card, Facts, PageHeader } from '../../ui/page-header.tsx'
import { toastError } from '../../ui/toast.tsx'
import {
  batchOf,
  categoryTitle,
  holderName,
  type Named,
  openDocument,
  pathOf,
  submissionHref,
  taskListOf,
  versionsOf,
} from './submission-api.ts'

/** Milliseconds between looks for the document, and how often one looks before asking to come back later. */
const look = { every: 2000, most: 45 }

/** The receipt of the last version: its number, the hash of its content, when the server received it, and its document once made. */
export default function Receipt() {
  const params = useParams<Named>()
  const [search] = useSearchParams<{ new?: string }>()
  const named = (): Named => ({ batch: params.batch, submission: params.submission })
  const [given, { mutate }] = createResource(named, async (asked) => {
    const [tasks, batch, versions, path] = await Promise.all([taskListOf(asked), batchOf(asked.batch), versionsOf(asked), pathOf(asked)])
    return { submission: tasks.submission, mayRecall: tasks.may.recall === true, until: tasks.deadline, batch, versions, path }
  })
  const last = () => given.latest?.versions.at(-1)
  const [looks, setLooks] = createSignal(0)
  const timer = setInterval(async () => {
    if (!given.latest || last()?.document || looks() >= look.most) return
    setLooks(looks() + 1)
    // A look that fails is followed by the next one.
    const versions = await versionsOf(named()).catch(() => undefined)
    if (versions) mutate((all) => all && { ...all, versions })
  }, look.every)
  onCleanup(() => clearInterval(timer))
  return (
    <Known of={given.latest}>
      {(found) => (
        <Show when={last()} fallback={<EmptyState title={t('versionsNone')} />}>
          {(version) => (
            <>
              <PageHeader
                title={search.new ? said('receiptDone') : t('receipt')}
                crumbs={[{ label: found().submission.title, href: submissionHref(named()), own: true }]}
              />
              <Banner tone="good">{said('receiptBody')}</Banner>
              <div class="mt-5">
                <Card>
                  <p class="text-soft">{t('receiptNumber')}</p>
                  <p class="mb-4 text-2xl font-semibold tabular-nums" translate="no">
                    {version().receipt}
                  </p>
                  <Facts
                    facts={[
                      { key: 'title', label: t('name'), value: <span translate="no">{found().submission.title}</span> },
                      { key: 'batch', label: t('batch'), value: <span translate="no">{found().batch.title}</span> },
                      { key: 'category', label: t('category'), value: categoryTitle(found().batch, found().submission.category) },
                      { key: 'unit', label: t('unit'), value: <span translate="no">{found().submission.unit.name}</span> },
                      { key: 'version', label: t('ofVersion'), value: t('version', { number: version().number }) },
                      { key: 'at', label: t('serverTime'), value: t('beijing', { time: moment(version().at) }) },
                      { key: 'by', label: t('by'), value: <span translate="no">{version().by.name}</span> },
                      {
                        key: 'hash',
                        label: t('hash'),
                        value: (
                          <code class="break-all" translate="no">
                            {version().sha256}
                          </code>
                        ),
                      },
                    ]}
                  />
                  <div class="no-print mt-5 flex flex-wrap items-center gap-3">
                    <Show
                      when={version().document}
                      fallback={
                        <Button busy={looks() < look.most} disabled={looks() >= look.most}>
                          {t('pdf')}
                        </Button>
                      }
                    >
                      <Button kind="primary" onClick={() => openDocument(named(), version().number).catch(toastError)}>
                        {t('pdf')}
                      </Button>
                    </Show>
                    <Button onClick={() => window.print()}>{t('print')}</Button>
                    <LinkButton kind="quiet" href={submissionHref(named())}>
                      {said('toSubmission')}
                    </LinkButton>
                  </div>
                  <p class="no-print mt-2 text-soft" role="status">
                    {version().document ? '' : looks() < look.most ? said('pdfWaiting') : said('pdfLater')}
                  </p>
                </Card>
              </div>
              <Card title={said('whatNext')}>
                <ul class="list-disc pl-5">
                  <li>
                    <Quoting text={said('nextHolder', { unit: holderName(found().submission) })} />
                    <Show when={found().path.now.closes}>{(closes) => between + t('nextCloses', { time: deadline(closes()) })}</Show>
                  </li>
                  <li>{said('nextMail')}</li>
                  <Show when={found().mayRecall && found().until}>
                    {(until) => <li>{said('nextRecall', { time: deadline(until()) })}</li>}
                  </Show>
                </ul>
              </Card>
            </>
          )}
        </Show>
      )}
    </Known>
  )
}
