import { useNavigate } from '@solidjs/router'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import { createResource, createSignal, For, onCleanup, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { type Marks, markProblems, scoreOf } from '../../../../shared/reviews/scoring.ts'
import type { Criterion } from '../../../../shared/templates/schema.ts'
import { actKey, answer } from '../../data/client.ts'
import { isRefused } from '../../data/refused.ts'
import { FormReader } from '../../forms/form-reader.tsx'
import { clock, moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/reviews.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { api, type OpenReview, type Theirs } from './desk-api.ts'
import { ScoreField } from './score-field.tsx'

/** So long after the last key a review is saved. */
const pauseMs = 1500

type Props = { batch: string; submission: string; number: number; onChanged: () => void }

/** The material on one side, the criteria on the other; one after the other on a phone. */
export function ReviewPage(props: Props) {
  const param = () => ({ batch: props.batch, submission: props.submission })
  const [given, { refetch }] = createResource(
    param,
    (asked) => answer(api.batches[':batch'].desk[':submission'].$get({ param: asked })) as Promise<OpenReview>,
  )
  const navigate = useNavigate()
  return (
    <Show when={given.latest}>
      {(open) => (
        <>
          <PageHeader
            title={open().title ?? t('work', { number: props.number })}
            intro={
              <span translate="no">
                {[open().unit, open().institution].filter((name, i, all) => name && all.indexOf(name) === i).join(' · ')}
              </span>
            }
            actions={
              <Button icon={<ArrowLeft aria-hidden="true" />} onClick={() => navigate('/')}>
                {t('back')}
              </Button>
            }
          />
          <div class="grid gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)]">
            <section aria-label={t('material')} class="min-w-0">
              <p class="mb-3 lg:hidden">
                <a href="#marks">{t('toMarks')}</a>
              </p>
              <FormReader form={open().form} values={open().values} />
            </section>
            <section
              aria-label={t('marks')}
              id="marks"
              class="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:self-start lg:overflow-y-auto"
              tabindex="0"
            >
              <MarkSheet {...props} open={open()} onReload={refetch} />
            </section>
          </div>
        </>
      )}
    </Show>
  )
}

function MarkSheet(props: Props & { open: OpenReview; onReload: () => void }) {
  const navigate = useNavigate()
  const rubric = () => props.open.rubric
  const [marks, setMarks] = createStore<Marks>(structuredClone(props.open.review.marks))
  const [saved, setSaved] = createSignal<{ at?: string; state: 'saved' | 'waiting' | 'saving' | 'failed' }>({
    at: props.open.review.savedAt,
    state: 'saved',
  })
  const [conflicting, setConflicting] = createSignal(false)
  const [confirming, setConfirming] = createSignal(false)
  const [theirs, setTheirs] = createSignal<Theirs | null>(null)
  const [reason, setReason] = createSignal('')
  const [showProblems, setShowProblems] = createSignal(false)
  const act = actKey()
  let version = props.open.review.version
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let edits = 0
  const locked = () => props.open.review.state === 'submitted'
  const param = () => ({ batch: props.batch, submission: props.submission })
  const problems = () => markProblems(rubric(), marks)
  const problemAt = (at: string) =>
    showProblems()
      ? problems()
          .filter((problem) => problem.at === at)
          .map(({ message }) => inLanguage(message))
      : undefined

  const save = async () => {
    clearTimeout(timer)
    timer = undefined
    const mine = edits
    setSaved((before) => ({ ...before, state: 'saving' }))
    try {
      const kept = (await answer(
        api.batches[':batch'].desk[':submission'].$put({ param: param(), json: { version, marks: structuredClone(unwrap(marks)) } }),
      )) as { version: number; savedAt: string }
      version = kept.version
      setSaved({ at: kept.savedAt, state: mine === edits ? 'saved' : 'waiting' })
    } catch (error) {
      setSaved((before) => ({ ...before, state: 'failed' }))
      if (isRefused(error, 'review.saved-elsewhere')) setTheirs((error.body.data as { theirs?: Theirs } | undefined)?.theirs ?? null)
      else if (!isRefused(error)) timer = setTimeout(flush, 5000)
      throw error
    }
  }
  /** Saves one after the other, so that versions follow each other. */
  const flush = (): Promise<void> => {
    running = (running ?? Promise.resolve()).catch(() => undefined).then(save)
    running.catch(() => undefined)
    return running
  }
  const edited = () => {
    edits += 1
    setSaved((before) => ({ ...before, state: 'waiting' }))
    clearTimeout(timer)
    timer = setTimeout(flush, pauseMs)
  }
  onCleanup(() => {
    if (timer) void flush()
  })

  const submit = async () => {
    if (saved().state !== 'saved') await flush()
    await answer(
      api.batches[':batch'].desk[':submission'].submit.$post(
        { param: param(), json: { version, marks: structuredClone(unwrap(marks)) } },
        act.options(),
      ),
    )
    act.done()
    props.onChanged()
    navigate('/')
  }
  const ask = () => {
    setShowProblems(true)
    if (problems().length === 0) setConfirming(true)
  }

  return (
    <Card title={t('marks')}>
      <Show when={props.open.review.reason}>{(text) => <Banner tone="warn">{t('reopened', { reason: text() })}</Banner>}</Show>
      <Show when={locked()}>
        <Banner tone="good">
          {t('submittedAt', {
            time: props.open.review.submittedAt ? moment(props.open.review.submittedAt) : '',
            score: scoreOf(rubric(), marks.scores),
          })}
        </Banner>
      </Show>
      <div class="mt-2 flex flex-col gap-5">
        <For each={rubric().criteria}>
          {(criterion: Criterion) => (
            <ScoreField
              criterion={criterion}
              value={marks.scores[criterion.key]}
              disabled={locked()}
              problem={problemAt(criterion.key)}
              onChange={(score) => {
                setMarks('scores', criterion.key, score)
                edited()
              }}
            />
          )}
        </For>
        <Show when={rubric().recommendation}>
          {(choices) => (
            <RadioGroup
              label={t('recommendation')}
              required
              inline
              disabled={locked()}
              problem={problemAt('recommendation')}
              value={marks.recommendation ?? null}
              options={choices().map(({ value, label }) => ({ value, label: inLanguage(label) }))}
              onChange={(value) => {
                setMarks('recommendation', value)
                edited()
              }}
            />
          )}
        </Show>
        <TextArea
          label={t('comment')}
          required={rubric().commentMin > 0}
          max={rubric().commentMax}
          rows={6}
          disabled={locked()}
          problem={problemAt('comment')}
          value={marks.comment}
          onInput={(text) => {
            setMarks('comment', text)
            edited()
          }}
        />
        <Show when={!locked()}>
          <p class="text-soft" role="status">
            <Show when={saved().state === 'saving'}>{t('saving')}</Show>
            <Show when={saved().state === 'saved' && saved().at}>{(at) => t('savedAt', { time: clock(at()) })}</Show>
            <Show when={saved().state === 'failed'}>{t('unsaved')}</Show>
          </p>
          <Show when={showProblems() && problems().length > 0}>
            <Banner tone="warn">{t('left', { count: problems().length })}</Banner>
          </Show>
          <div class="flex flex-wrap gap-3">
            <Button kind="primary" onClick={ask}>
              {t('submit')}
            </Button>
            <Button kind="quiet" onClick={() => setConflicting(true)}>
              {t('conflict')}
            </Button>
          </div>
        </Show>
      </div>
      <ConfirmDialog
        open={confirming()}
        onClose={() => setConfirming(false)}
        title={t('submitTitle')}
        action={t('submit')}
        onConfirm={submit}
      >
        <p>{t('submitBody', { score: scoreOf(rubric(), marks.scores) })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={conflicting()}
        onClose={() => setConflicting(false)}
        title={t('conflictTitle')}
        action={t('conflict')}
        danger
        disabled={reason().trim().length < 2}
        onConfirm={async () => {
          clearTimeout(timer)
          timer = undefined
          await answer(api.batches[':batch'].desk[':submission'].conflict.$post({ param: param(), json: { reason: reason().trim() } }))
          toast(t('conflictDone'))
          props.onChanged()
          navigate('/')
        }}
      >
        <p>{t('conflictBody')}</p>
        <TextArea label={t('conflictReason')} required rows={3} max={500} value={reason()} onInput={setReason} />
      </ConfirmDialog>
      <Dialog
        open={theirs() !== null}
        onClose={() => setTheirs(null)}
        firm
        title={t('elsewhere')}
        foot={
          <>
            <Button
              onClick={() => {
                const other = theirs()
                if (other) {
                  version = other.version
                  setMarks(structuredClone(other.marks))
                  setSaved({ at: other.savedAt, state: 'saved' })
                }
                setTheirs(null)
              }}
            >
              {t('keepTheirs')}
            </Button>
            <Button
              kind="primary"
              onClick={() => {
                version = theirs()?.version ?? version
                setTheirs(null)
                void flush()
              }}
            >
              {t('keepMine')}
            </Button>
          </>
        }
      >
        <p>{t('elsewhereBody', { time: theirs()?.savedAt ? moment(theirs()?.savedAt ?? '') : '' })}</p>
      </Dialog>
    </Card>
  )
}
