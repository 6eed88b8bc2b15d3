import { useNavigate, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import { reviewStates } from '../../../../shared/reviews/schema.ts'
import { answer } from '../../data/client.ts'
import { deadline } from '../../i18n/dates.ts'
import { t } from '../../i18n/reviews.ts'
import { inLanguage } from '../../i18n/texts.ts'
import type { Opened } from '../../r/link.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toastError } from '../../ui/toast.tsx'
import { api, type Desk, type DeskRow } from './desk-api.ts'
import { ReviewPage } from './expert-review.tsx'

/** The expert's first page: the invitation, then what is left and what is done. One submission opens over `?s=`, so that Back works. */
export default function ExpertDesk(props: { opened: Opened }) {
  const [search] = useSearchParams<{ s?: string }>()
  const [desk, { refetch }] = createResource(
    () => props.opened.batch,
    (batch) => answer(api.batches[':batch'].desk.$get({ param: { batch } })) as Promise<Desk>,
  )
  const opened = () => (search.s && desk.latest?.rows.some(({ submission }) => submission === search.s) ? search.s : undefined)
  return (
    <Show when={desk.latest}>
      {(current) => (
        <Switch>
          <Match when={current().expert.state !== 'accepted'}>
            <Invitation desk={current()} onAnswered={refetch} />
          </Match>
          <Match when={opened()} keyed>
            {(submission) => (
              <ReviewPage
                batch={props.opened.batch}
                submission={submission}
                number={numberOf(current().rows, submission)}
                onChanged={refetch}
              />
            )}
          </Match>
          <Match when={true}>
            <WorkList desk={current()} />
          </Match>
        </Switch>
      )}
    </Show>
  )
}

const numberOf = (rows: readonly DeskRow[], submission: string) => rows.findIndex((row) => row.submission === submission) + 1

function About(props: { desk: Desk }) {
  return (
    <div class="flex flex-col gap-2" translate="no">
      <p>{t('invitedBy', { host: props.desk.batch.host })}</p>
      <Show when={props.desk.batch.closes}>{(closes) => <p class="font-semibold">{t('until', { deadline: deadline(closes()) })}</p>}</Show>
    </div>
  )
}

function Invitation(props: { desk: Desk; onAnswered: () => void }) {
  const [declining, setDeclining] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const param = () => ({ batch: props.desk.batch.id })
  const accept = async () => {
    setBusy(true)
    try {
      await answer(api.batches[':batch'].desk.accept.$post({ param: param() }))
      props.onAnswered()
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <PageHeader title={t('invited', { batch: props.desk.batch.title })} intro={<About desk={props.desk} />} />
      <Card>
        <div class="flex flex-col gap-4">
          <Show when={props.desk.expert.state === 'declined'}>
            <Banner tone="warn">{t('declined')}</Banner>
          </Show>
          <Show when={props.desk.batch.anonymous}>
            <Banner>{t('anonymous')}</Banner>
          </Show>
          <div class="flex flex-wrap gap-3">
            <Button kind="primary" busy={busy()} onClick={accept}>
              {t('accept')}
            </Button>
            <Show when={props.desk.expert.state !== 'declined'}>
              <Button onClick={() => setDeclining(true)}>{t('decline')}</Button>
            </Show>
          </div>
        </div>
      </Card>
      <ConfirmDialog
        open={declining()}
        onClose={() => setDeclining(false)}
        title={t('declineTitle')}
        action={t('decline')}
        danger
        disabled={reason().trim().length < 2}
        onConfirm={async () => {
          await answer(api.batches[':batch'].desk.decline.$post({ param: param(), json: { reason: reason().trim() } }))
          props.onAnswered()
        }}
      >
        <p>{t('declineBody')}</p>
        <TextArea label={t('reason')} required rows={3} max={500} value={reason()} onInput={setReason} />
      </ConfirmDialog>
    </>
  )
}

function WorkList(props: { desk: Desk }) {
  const left = () => props.desk.rows.filter(({ state }) => state !== 'submitted')
  const done = () => props.desk.rows.filter(({ state }) => state === 'submitted')
  return (
    <>
      <PageHeader title={props.desk.batch.title} intro={<About desk={props.desk} />} />
      <Show when={props.desk.rows.length > 0} fallback={<EmptyState title={t('nothing')}>{t('nothingBody')}</EmptyState>}>
        <Card>
          <Progress label={t('progress')} value={done().length} max={props.desk.rows.length} good={left().length === 0} />
          <Show when={left().length === 0}>
            <div class="mt-4">
              <Banner tone="good" title={t('allDone')}>
                {t('allDoneBody')}
              </Banner>
            </div>
          </Show>
        </Card>
        <Show when={left().length > 0}>
          <Card title={t('toReview')}>
            <Works rows={left()} all={props.desk.rows} />
          </Card>
        </Show>
        <Show when={done().length > 0}>
          <Card title={t('submittedList')}>
            <Works rows={done()} all={props.desk.rows} />
          </Card>
        </Show>
      </Show>
    </>
  )
}

function Works(props: { rows: readonly DeskRow[]; all: readonly DeskRow[] }) {
  const navigate = useNavigate()
  const act = (row: DeskRow) => (row.state === 'submitted' ? t('look') : row.state === 'assigned' ? t('next') : t('go'))
  return (
    <ul class="flex flex-col">
      <For each={props.rows}>
        {(row) => (
          <li class="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3 last:border-0">
            <span class="min-w-0 flex-1">
              <span class="font-semibold">{t('work', { number: numberOf(props.all, row.submission) })}</span>{' '}
              <span translate="no">{row.title}</span>{' '}
              <Badge tone={row.state === 'submitted' ? 'good' : row.state === 'reopened' ? 'warn' : 'plain'}>
                {inLanguage(reviewStates[row.state])}
              </Badge>
              <Show when={row.score !== undefined}>
                {' '}
                <span class="tabular-nums text-soft">{row.score}</span>
              </Show>
            </span>
            <Button kind={row.state === 'submitted' ? 'secondary' : 'primary'} onClick={() => navigate(`/?s=${row.submission}`)}>
              {act(row)}
              <span class="sr-only"> {t('work', { number: numberOf(props.all, row.submission) })}</span>
            </Button>
          </li>
        )}
      </For>
    </ul>
  )
}
