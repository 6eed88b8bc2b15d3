import { useParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createKept } from '../../data/kept.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/submissions.ts'
import { Button } from '../../ui/button.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { PathCard } from './path-card.tsx'
import { Reading } from './reading.tsx'
import { Screening } from './screening.tsx'
import { StateBadge } from './state-badge.tsx'
import { categoryTitle, type Found, type Named, wholeOf } from './submission-api.ts'
import { Versions } from './versions.tsx'
import { Writing } from './writing.tsx'

/** A submission: the task list for those who write it, the record for those who read it. */
export default function SubmissionPage() {
  const params = useParams<Named>()
  const named = (): Named => ({ batch: params.batch, submission: params.submission })
  const [given, { refetch }] = createKept(named, wholeOf)
  const own = () => given.latest?.tasks.submission.unit.id === me()?.active?.organisation.id
  return (
    <Show when={given.latest}>
      {(found) => (
        <>
          <PageHeader
            title={found().tasks.submission.title}
            own
            crumbs={[
              own()
                ? { label: t('mine'), href: '/submissions' }
                : { label: found().batch.title, href: `/batches/${params.batch}`, own: true },
            ]}
            state={<StateBadge state={found().tasks.submission.state} />}
            intro={
              <span>
                <span translate="no">{found().batch.title}</span> · {categoryTitle(found().batch, found().tasks.submission.category)}
              </span>
            }
          />
          <Show when={!own()}>
            <PathCard path={found().path} form={found().form} />
          </Show>
          <Show when={own()} fallback={<Screened named={named()} found={found()} onChanged={refetch} />}>
            <Writing named={named()} found={found()} onChanged={refetch} />
          </Show>
          <Show when={!own()}>
            <Versions named={named()} />
          </Show>
        </>
      )}
    </Show>
  )
}

/** What others read; the host screens it here. */
function Screened(props: { named: Named; found: Found; onChanged: () => void }) {
  const [screening, setScreening] = createSignal<'qualified' | 'disqualified' | null>(null)
  const submission = () => props.found.tasks.submission
  const may = () => props.found.batch.hosted && screenable.some((state) => state === submission().state)
  return (
    <>
      <Show when={may()}>
        <Card title={t('screening')}>
          <div class="flex flex-wrap gap-3">
            <Show when={submission().state !== 'qualified'}>
              <Button kind="primary" onClick={() => setScreening('qualified')}>
                {t('qualify')}
              </Button>
            </Show>
            <Show when={submission().state !== 'disqualified'}>
              <Button onClick={() => setScreening('disqualified')}>{t('disqualify')}</Button>
            </Show>
          </div>
        </Card>
      </Show>
      <Reading named={props.named} form={props.found.form} submission={submission()} />
      <Show when={screening()} keyed>
        {(outcome) => (
          <Screening
            batch={props.named.batch}
            outcome={outcome}
            ids={[props.named.submission]}
            name={() => submission().title}
            onClose={() => setScreening(null)}
            onDone={props.onChanged}
          />
        )}
      </Show>
    </>
  )
}
const screenable = ['recommended', 'qualified', 'disqualified'] as const
