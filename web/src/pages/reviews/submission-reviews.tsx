import { A, useParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { reviewStates } from '../../../../shared/reviews/states.ts'
import { between, factsUnder } from '../../../../shared/text.ts'
import { actKey, answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { takePaper } from '../../data/paper.ts'
import { sentenceOf } from '../../data/refused.ts'
import { holds } from '../../data/session.ts'
import { moment } from '../../i18n/dates.ts'
import { language } from '../../i18n/language.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { t } from '../../i18n/submission-reviews.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { Card } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast, toastError } from '../../ui/toast.tsx'
import { officeApi as api } from './office-api.ts'

const reviewsOf = (batch: string, submission: string) =>
  answer(api.batches[':batch'].submissions[':submission'].reviews.$get({ param: { batch, submission } }))
type Read = Awaited<ReturnType<typeof reviewsOf>>
type Row = Read['rows'][number]

/** What the experts of a submission have said, for the host: marks by criterion, comment and total, and the way to have one written anew. */
export default function SubmissionReviews() {
  const params = useParams<{ batch: string; submission: string }>()
  const [read, { refetch }] = createKept(
    () => ({ ...params }),
    ({ batch, submission }) => reviewsOf(batch, submission),
  )
  /** What could not be read throws wherever it is looked at. */
  const found = () => (read.error ? undefined : read.latest)
  const [reopening, setReopening] = createSignal<Row | null>(null)
  return (
    <>
      <HostedHeader
        batch={params.batch}
        within="review"
        title={t('reviews')}
        crumbs={[{ label: t('board'), href: `/batches/${params.batch}/board` }]}
        intro={
          <Known of={found()}>
            {(found) => (
              <>
                <A translate="no" href={`/batches/${params.batch}/submissions/${params.submission}`}>
                  {found().title}
                </A>
                <span class="block" translate="no">
                  {factsUnder(found().title, [found().institution, found().unit, found().receipt])}
                </span>
                <span class="block">{inLanguage(found().kind)}</span>
              </>
            )}
          </Known>
        }
      />
      <NotNow why={found()?.notNow} />
      <Show when={!read.error} fallback={<Banner tone="bad">{sentenceOf(read.error)}</Banner>}>
        <Known of={found()} fallback={<SkeletonRows rows={4} />}>
          {(shown) => (
            <For each={shown().rows} fallback={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}>
              {(row) => (
                <Card
                  title={row.name}
                  own
                  row={row.expert}
                  actions={<Acts batch={params.batch} submission={params.submission} row={row} onReopen={setReopening} />}
                >
                  <ReviewRead rubric={shown().rubric} row={row} />
                </Card>
              )}
            </For>
          )}
        </Known>
      </Show>
      <Show when={reopening()} keyed>
        {(row) => (
          <Reopening
            batch={params.batch}
            submission={params.submission}
            row={row}
            onClose={() => setReopening(null)}
            onDone={() => void refetch()}
          />
        )}
      </Show>
    </>
  )
}

function Acts(props: { batch: string; submission: string; row: Row; onReopen: (row: Row) => void }) {
  const [making, setMaking] = createSignal(false)
  const param = () => ({ batch: props.batch, submission: props.submission, expert: props.row.expert })
  const paper = async () => {
    setMaking(true)
    try {
      await takePaper(() =>
        answer(
          api.batches[':batch'].submissions[':submission'].reviews[':expert'].document.$get({
            param: param(),
            query: { language: language() },
          }),
        ),
      )
    } catch (error) {
      toastError(error)
    } finally {
      setMaking(false)
    }
  }
  return (
    <span class="flex flex-wrap items-center gap-2 no-print">
      <Badge tone={props.row.state === 'submitted' ? 'good' : props.row.state === 'reopened' ? 'warn' : 'plain'}>
        {inLanguage(reviewStates[props.row.state])}
      </Badge>
      <Show when={props.row.state === 'submitted'}>
        <Button small busy={making()} onClick={paper}>
          {t('paper')}
          <AlsoSaid>{props.row.name}</AlsoSaid>
        </Button>
      </Show>
      <Show when={props.row.reopening && (holds('administrator') || holds('operator'))}>
        <Button small onClick={() => props.onReopen(props.row)}>
          {t('reopen')}
          <AlsoSaid>{props.row.name}</AlsoSaid>
        </Button>
      </Show>
    </span>
  )
}

function ReviewRead(props: { rubric: Read['rubric']; row: Row }) {
  const conclusion = () => props.rubric?.recommendation?.find(({ value }) => value === props.row.marks?.recommendation)
  return (
    <>
      <p class="text-soft">
        <span translate="no">{props.row.unit}</span>
        <Show when={props.row.submittedAt}>
          {(at) => (
            <>
              {between}
              {t('submittedAt', { time: moment(at()) })}
            </>
          )}
        </Show>
      </p>
      <Show when={props.row.reason}>
        {(reason) => (
          <p>
            {t('reason')}
            {t('colon')}
            <span translate="no">{reason()}</span>
          </p>
        )}
      </Show>
      <Show when={props.row.marks} fallback={<p class="mt-2">{t('notRead')}</p>}>
        {(marks) => (
          <>
            <table class="table mt-3">
              <caption class="sr-only">
                <Quoting text={t('marksOf', { name: quoted(props.row.name) })} />
              </caption>
              <thead>
                <tr>
                  <th scope="col">{t('criterion')}</th>
                  <th scope="col" class="numeric">
                    {t('full')}
                  </th>
                  <th scope="col" class="numeric">
                    {t('weight')}
                  </th>
                  <th scope="col" class="numeric">
                    {t('mark')}
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={props.rubric?.criteria ?? []}>
                  {(criterion) => (
                    <tr>
                      <th scope="row">{inLanguage(criterion.title)}</th>
                      <td class="numeric">{criterion.max}</td>
                      <td class="numeric">{criterion.weight}</td>
                      <td class="numeric">{marks().scores[criterion.key] ?? '–'}</td>
                    </tr>
                  )}
                </For>
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colspan="3">
                    {t('total')}
                  </th>
                  <td class="numeric">
                    <strong>{props.row.score}</strong>
                  </td>
                </tr>
              </tfoot>
            </table>
            <Show when={conclusion()}>
              {(chosen) => (
                <p class="mt-3">
                  {t('conclusion')}
                  {t('colon')}
                  {inLanguage(chosen().label)}
                </p>
              )}
            </Show>
            <p class="mt-3 whitespace-pre-wrap" translate="no">
              {marks().comment}
            </p>
          </>
        )}
      </Show>
    </>
  )
}

/** The expert writes again from what was submitted; until then the score counts no more. */
function Reopening(props: { batch: string; submission: string; row: Row; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = createSignal('')
  const act = actKey()
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('reopenTitle', { name: props.row.name })}
      action={t('reopen')}
      danger
      disabled={reason().trim().length < 2}
      onConfirm={async () => {
        await answer(
          api.batches[':batch'].submissions[':submission'].reviews[':expert'].reopen.$post(
            {
              param: { batch: props.batch, submission: props.submission, expert: props.row.expert },
              json: { reason: reason().trim() },
            },
            act.options(),
          ),
        )
        act.done()
        toast(t('reopened'))
        props.onDone()
      }}
    >
      <p>{t('reopenBody')}</p>
      <TextArea label={t('reopenReason')} help={t('reopenReasonHelp')} required rows={3} max={500} value={reason()} onInput={setReason} />
    </ConfirmDialog>
  )
}
