import { A, useSearchParams } from '@solidjs/router'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { between } from '../../../../shared/text.ts'
import { t } from '../../i18n/submissions.ts'
import { Button } from '../../ui/button.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { Card } from '../../ui/page-header.tsx'
import { BesideList, ListSteps } from './beside.tsx'
import { handedUpHref, hostHref, hostKey, hostPage, type Narrowed, narrowedIn, type Shown } from './host-filters.ts'
import { PathCard } from './path-card.tsx'
import { Reading } from './reading.tsx'
import { listBeside } from './shown-list.ts'
import type { Found } from './submission-api.ts'
import { SubmissionHeader } from './submission-header.tsx'
import { Versions } from './versions.tsx'

/** Comes when it is asked for: few who read a submission decide on it. */
const Screening = lazy(async () => ({ default: (await import('./screening.tsx')).Screening }))

/** A submission as others than its applicant read it. The host screens it here, and goes through the list from which it was opened. */
export default function Reader(props: { found: Found; onChanged: () => void }) {
  const [search] = useSearchParams<Shown>()
  const filters = () => narrowedIn(search as Narrowed)
  const batch = () => props.found.batch.id
  const hosted = () => props.found.batch.hosted
  const list = listBeside(
    () => (hosted() ? hostKey(batch(), filters()) : undefined),
    () => hostPage(batch(), filters()),
  )
  const href = (id?: string) => hostHref(batch(), search as Shown, id)
  const now = () => props.found.named.submission
  return (
    <BesideList list={list()} now={now()} href={href}>
      <SubmissionHeader
        found={props.found}
        crumbs={[
          { label: props.found.batch.title, href: `/batches/${batch()}`, own: true },
          ...(hosted() ? [{ label: t('all'), href: href() }] : []),
        ]}
      />
      <Show when={hosted()}>
        <NotNow why={props.found.batch.notNow} />
        <ListSteps list={list()} now={now()} href={href} />
        <HandedUpIn found={props.found} />
        <ScreeningCard found={props.found} onChanged={props.onChanged} />
      </Show>
      <PathCard path={props.found.path} form={props.found.form} />
      <Show when={now()} keyed>
        {(_) => (
          <>
            <Reading named={props.found.named} form={props.found.form} submission={props.found.tasks.submission} />
            <Versions named={props.found.named} />
          </>
        )}
      </Show>
    </BesideList>
  )
}

/** The list in which it was handed up to the host. */
function HandedUpIn(props: { found: Found }) {
  const submission = () => props.found.tasks.submission
  const recommending = () => (submission().holder === 'host' ? submission().way.find(({ takesPlace }) => takesPlace)?.unit : undefined)
  return (
    <Show when={recommending()}>
      {(unit) => (
        <p class="mb-4">
          <A href={handedUpHref(props.found.named.batch, unit().id, submission().category)}>
            {t('rankedList')}
            {between}
            <span translate="no">{unit().name}</span>
          </A>
        </p>
      )}
    </Show>
  )
}

function ScreeningCard(props: { found: Found; onChanged: () => void }) {
  const [screening, setScreening] = createSignal<'qualified' | 'disqualified' | null>(null)
  const submission = () => props.found.tasks.submission
  return (
    <Show when={!props.found.batch.notNow && screenable.some((state) => state === submission().state)}>
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
      <Suspense>
        <Show when={screening()} keyed>
          {(outcome) => (
            <Screening
              batch={props.found.named.batch}
              outcome={outcome}
              ids={[props.found.named.submission]}
              name={() => submission().title}
              onClose={() => setScreening(null)}
              onDone={props.onChanged}
            />
          )}
        </Show>
      </Suspense>
    </Show>
  )
}
const screenable = ['recommended', 'qualified', 'disqualified'] as const
