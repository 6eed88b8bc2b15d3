import { A, useNavigate } from '@solidjs/router'
import { createMemo, createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { reviewStates } from '../../../../shared/reviews/states.ts'
import { answer } from '../../data/client.ts'
import { t as sheet } from '../../i18n/review-desk.ts'
import { t } from '../../i18n/review-list.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { toast, toastError } from '../../ui/toast.tsx'
import { About } from './about.tsx'
import { api, type Desk, type DeskRow, isLeft, nextLeft, numberOf } from './desk-api.ts'

const ConflictDeclaration = lazy(() => import('./conflict-declaration.tsx'))

/** What is left and what is done. `done` names the review that was just submitted, `aside` the submission whose expert has just stepped aside. */
export function WorkList(props: { desk: Desk; done?: string; aside?: string; onChanged: () => void }) {
  const navigate = useNavigate()
  const counted = () => props.desk.rows.filter(({ state }) => state !== 'conflict')
  const left = () => counted().filter(isLeft)
  const submitted = () => counted().filter(({ state }) => state === 'submitted')
  const steppedAside = () => props.desk.rows.filter(({ state }) => state === 'conflict')
  const go = () => {
    const next = nextLeft(props.desk.rows, props.done)
    if (next) navigate(`/?s=${next.submission}`)
  }
  return (
    <>
      <PageHeader title={props.desk.batch.title} own intro={<About desk={props.desk} />} />
      <Show when={!props.desk.batch.open}>
        <div class="mb-5">
          <Banner tone="warn" title={props.desk.batch.paused ? sheet('paused') : sheet('ended')}>
            {props.desk.batch.paused ? sheet('pausedBody') : sheet('endedBody')}
          </Banner>
        </div>
      </Show>
      <Show when={props.desk.batch.open && steppedAside().find(({ submission }) => submission === props.aside)}>
        {(row) => (
          <div class="mb-5">
            <Banner tone="info" title={t('asideDone', { number: numberOf(props.desk.rows, row().submission) })}>
              <p>{t('asideBody')}</p>
              <div class="mt-3 flex flex-wrap gap-2">
                <Aside batch={props.desk.batch.id} submission={row().submission} onChanged={props.onChanged} />
              </div>
            </Banner>
          </div>
        )}
      </Show>
      <Show when={props.desk.rows.length > 0} fallback={<EmptyState title={t('nothing')}>{t('nothingBody')}</EmptyState>}>
        <Card>
          <Progress label={t('progress')} value={submitted().length} max={counted().length} good={left().length === 0} />
          <Show when={left().length > 0 && props.done}>
            {(done) => (
              <div class="mt-4">
                <Banner tone="good" title={t('oneDone', { number: numberOf(props.desk.rows, done()) })}>
                  {t('oneLeft', { count: left().length })}
                </Banner>
              </div>
            )}
          </Show>
          <Show when={left().length > 0 && props.desk.batch.open}>
            <div class="desk-acts mt-4">
              <Button kind="primary" onClick={go}>
                {props.done ? t('nextWork') : submitted().length > 0 ? t('go') : t('start')}
              </Button>
            </div>
          </Show>
          <Show when={left().length === 0 && submitted().length > 0}>
            <ThankYou open={props.desk.batch.open} />
          </Show>
        </Card>
        <Works title={t('toReview')} rows={left()} all={props.desk.rows} />
        <Works title={t('submittedList')} rows={submitted()} all={props.desk.rows} />
        <Works title={t('stepped')} rows={steppedAside()} all={props.desk.rows} undo={props.desk.batch} onChanged={props.onChanged} />
      </Show>
    </>
  )
}

function ThankYou(props: { open: boolean }) {
  return (
    <div class="mt-4 flex flex-col gap-4">
      <Banner tone="good" title={t('allDone')} />
      <section>
        <h2 class="mb-2">{t('doneNext')}</h2>
        <ol class="done-steps">
          <li>{t('doneCollect')}</li>
          <Show when={props.open}>
            <li>{t('doneReopen')}</li>
            <li>{t('doneLook')}</li>
          </Show>
        </ol>
      </section>
    </div>
  )
}

function Works(props: {
  title: string
  rows: readonly DeskRow[]
  all: readonly DeskRow[]
  /** The batch in which a declared conflict may be taken back. */
  undo?: Desk['batch']
  onChanged?: () => void
}) {
  return (
    <Show when={props.rows.length > 0}>
      <Card title={props.title}>
        <ul class="works">
          <For each={props.rows}>
            {(row) => (
              <li>
                <Show
                  when={!props.undo}
                  fallback={
                    <span class="work">
                      <WorkLine row={row} all={props.all} />
                    </span>
                  }
                >
                  <A class="work" href={`/?s=${row.submission}`}>
                    <WorkLine row={row} all={props.all} />
                  </A>
                </Show>
                <Show when={props.undo?.open && props.undo}>
                  {(batch) => (
                    <span class="flex flex-wrap gap-2">
                      <Aside batch={batch().id} submission={row.submission} onChanged={() => props.onChanged?.()} />
                    </span>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  )
}

function WorkLine(props: { row: DeskRow; all: readonly DeskRow[] }) {
  return (
    <>
      <span class="work-number">{sheet('work', { number: numberOf(props.all, props.row.submission) })}</span>
      <span class="work-title">
        <Show when={props.row.title}>
          <span class="block" translate="no">
            {props.row.title}
          </span>
        </Show>
        <span class="text-soft">{inLanguage(props.row.kind)}</span>
      </span>
      <span class="work-state">
        <Show when={props.row.score !== undefined}>
          <strong class="tabular-nums">{props.row.score}</strong>{' '}
        </Show>
        <Badge tone={props.row.state === 'submitted' ? 'good' : props.row.state === 'reopened' ? 'warn' : 'plain'}>
          {inLanguage(reviewStates[props.row.state])}
        </Badge>
      </span>
    </>
  )
}

/** What an expert may still do who has stepped aside: take it back, or say why. */
function Aside(props: { batch: string; submission: string; onChanged: () => void }) {
  const [busy, setBusy] = createSignal(false)
  const [saying, setSaying] = createSignal(false)
  /** Once asked for, the question stays, with what was chosen in it. */
  const declaring = createMemo((before: boolean) => before || saying(), false)
  const undo = async () => {
    setBusy(true)
    try {
      await answer(
        api.batches[':batch'].desk[':submission'].conflict.undo.$post({ param: { batch: props.batch, submission: props.submission } }),
      )
      toast(t('undone'))
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
      props.onChanged()
    }
  }
  return (
    <>
      <Button small busy={busy()} onClick={undo}>
        {t('undoConflict')}
      </Button>
      <Button small kind="quiet" onClick={() => setSaying(true)}>
        {t('sayWhy')}
      </Button>
      <Show when={declaring()}>
        <Suspense>
          <ConflictDeclaration open={saying()} batch={props.batch} submission={props.submission} onClose={() => setSaying(false)} />
        </Suspense>
      </Show>
    </>
  )
}
