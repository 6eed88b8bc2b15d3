import { useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createEffect, createSignal, lazy, onCleanup, Show, Suspense } from 'solid-js'
import ChevronDown from '~icons/lucide/chevron-down'
import ChevronUp from '~icons/lucide/chevron-up'
import { filesIn } from '../../../../shared/files/rules.ts'
import type { FileRef } from '../../../../shared/forms/schema.ts'
import { between } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { later } from '../../forms/later.tsx'
import { SaveState } from '../../forms/save-state.tsx'
import { deadline } from '../../i18n/dates.ts'
import { t } from '../../i18n/review-desk.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { toastError } from '../../ui/toast.tsx'
import { api, type Desk, numberOf, type OpenReview } from './desk-api.ts'
import { MarkSheet, type Status } from './mark-sheet.tsx'
import { Outline } from './outline.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { Steps } from './steps.tsx'

const FileView = lazy(() => import('./file-view.tsx'))
/** Comes beside the material it shows; the score sheet need not wait for it. */
const Material = later(async () => (await import('../../forms/form-reader.tsx')).FormReader)
Material.bring().catch(() => undefined)

type Props = {
  desk: Desk
  expert: string
  submission: string
  /** The invitation was accepted at the door: here is said for the first time how much it is, and until when. */
  welcome?: boolean
  onChanged: () => Promise<unknown>
}

/** The material and the score sheet: side by side on a desktop; on a phone the sheet lies over the foot of the material and grows. */
export default function ReviewPage(props: Props) {
  const navigate = useNavigate()
  const param = () => ({ batch: props.desk.batch.id, submission: props.submission })
  const [given, { refetch }] = createKept(
    param,
    (asked) => answer(api.batches[':batch'].desk[':submission'].$get({ param: asked })) as Promise<OpenReview>,
  )
  const [file, setFile] = createSignal<{ id: string; name: string } | null>(null)
  const [status, setStatus] = createSignal<Status>()
  const files = (open: OpenReview): FileRef[] =>
    open.form.sections.flatMap(({ key }) => filesIn(open.form, key, open.values[key] ?? {})).map((each) => each.file)
  const neighbour = (by: 1 | -1) => {
    const rows = props.desk.rows.filter(({ state }) => state !== 'conflict')
    return rows[rows.findIndex(({ submission }) => submission === props.submission) + by]?.submission
  }
  const go = (by: 1 | -1) => {
    const to = neighbour(by)
    if (to) navigate(`/?s=${to}`)
  }
  return (
    <div class="review">
      <Steps desk={props.desk} current={props.submission} />
      <Known of={given.latest}>
        {(open) => (
          <>
            <PageHeader
              title={open().title ?? t('work', { number: numberOf(props.desk.rows, props.submission) })}
              own={open().title !== undefined}
              intro={<Whose open={open()} number={numberOf(props.desk.rows, props.submission)} />}
              actions={
                <>
                  <Show when={props.desk.batch.open && open().review.state !== 'submitted'}>
                    <StepAside {...props} />
                  </Show>
                  <span class="review-wide">
                    <Shortcuts onMove={go} />
                  </span>
                </>
              }
            />
            <div class="review-panes">
              <section aria-label={t('material')} id="material" class="review-material" tabindex="-1">
                <Show when={props.welcome}>
                  <div class="mb-5">
                    <Banner tone="good" title={t('welcome', { count: props.desk.rows.length })}>
                      <Show when={props.desk.batch.closes}>{(closes) => <p>{t('until', { deadline: deadline(closes()) })}</p>}</Show>
                    </Banner>
                  </div>
                </Show>
                <Show when={props.desk.batch.anonymous}>
                  <div class="mb-5">
                    <Banner>{t('anonymous')}</Banner>
                  </div>
                </Show>
                <Outline open={open()} files={files(open())} onFile={setFile} />
                <Material form={open().form} values={open().values} onFile={setFile} />
                <nav class="desk-acts no-print" aria-label={t('neighbours')}>
                  <Button disabled={!neighbour(-1)} onClick={() => go(-1)}>
                    {t('previous')}
                  </Button>
                  <Button disabled={!neighbour(1)} onClick={() => go(1)}>
                    {t('following')}
                  </Button>
                </nav>
              </section>
              <Sheet status={status()}>
                <MarkSheet {...props} open={open()} onStatus={setStatus} onReload={() => void refetch()} />
              </Sheet>
            </div>
          </>
        )}
      </Known>
      <Show when={file()}>
        {(shown) => (
          <Suspense>
            <FileView
              batch={props.desk.batch.id}
              submission={props.submission}
              file={shown().id}
              name={shown().name}
              onClose={() => setFile(null)}
            />
          </Suspense>
        )}
      </Show>
    </div>
  )
}

/** One press, where the material begins: the submission is put aside, and the list shows it with the way back. */
function StepAside(props: Props) {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const declare = async () => {
    setBusy(true)
    try {
      const param = { batch: props.desk.batch.id, submission: props.submission }
      await answer(api.batches[':batch'].desk[':submission'].conflict.$post({ param, json: {} }))
      await props.onChanged()
      navigate(`/?aside=${props.submission}`, { replace: true })
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button small busy={busy()} onClick={declare}>
      {t('conflict')}
    </Button>
  )
}

function Whose(props: { open: OpenReview; number: number }) {
  const names = () => [props.open.unit, props.open.institution].filter((name, i, all) => name && all.indexOf(name) === i)
  return (
    <>
      <Show when={props.open.title}>
        {t('work', { number: props.number })}
        {between}
      </Show>
      {inLanguage(props.open.form.title)}
      <Show when={names().length > 0}>
        <span class="block" translate="no">
          {names().join(between)}
        </span>
      </Show>
    </>
  )
}

const sizes = ['low', 'half', 'full'] as const

/** The score sheet: a column of its own on a desktop, on a phone a sheet over the foot of the page in three heights. */
function Sheet(props: { status?: Status; children: JSX.Element }) {
  const [size, setSize] = createSignal<(typeof sizes)[number]>('half')
  const by = (step: 1 | -1) => setSize(sizes[Math.min(2, Math.max(0, sizes.indexOf(size()) + step))] ?? 'half')
  createEffect(() => {
    document.documentElement.dataset.sheet = size()
  })
  onCleanup(() => {
    delete document.documentElement.dataset.sheet
  })
  return (
    <div class="review-marks">
      <div class="review-marks-head">
        <h2>{t('scores')}</h2>
        <Show when={props.status}>
          {(status) => (
            <>
              <span class="text-soft tabular-nums whitespace-nowrap">{t('scored', { done: status().done, total: status().total })}</span>
              <Show when={status().saving}>{(saving) => <SaveState saving={saving()} kept={status().kept} />}</Show>
            </>
          )}
        </Show>
        <span class="review-narrow">
          <Button kind="quiet" iconOnly icon={<ChevronDown />} disabled={size() === 'low'} onClick={() => by(-1)}>
            {t('smaller')}
          </Button>
          <Button kind="quiet" iconOnly icon={<ChevronUp />} disabled={size() === 'full'} onClick={() => by(1)}>
            {t('larger')}
          </Button>
        </span>
      </div>
      <section
        aria-label={t('marks')}
        id="marks"
        class="review-marks-body"
        tabindex="0"
        onFocusIn={(event) => (event.target as HTMLElement).matches('textarea') && setSize('full')}
      >
        {props.children}
      </section>
    </div>
  )
}
