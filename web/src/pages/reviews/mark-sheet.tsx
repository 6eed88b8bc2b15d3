import { useNavigate } from '@solidjs/router'
import { createEffect, createSignal, For, lazy, on, onMount, Show, untrack } from 'solid-js'
import { countCharacters } from '../../../../shared/forms/count.ts'
import type { SectionValues, Value } from '../../../../shared/forms/schema.ts'
import { type MarkProblem, markProblems, scoreOf } from '../../../../shared/reviews/scoring.ts'
import { actKey, answer } from '../../data/client.ts'
import { isRefused } from '../../data/refused.ts'
import { createAutosave } from '../../forms/autosave.ts'
import type { Draft } from '../../forms/drafts.ts'
import { merge } from '../../forms/merge.ts'
import type { Saving, Theirs } from '../../forms/saving.ts'
import { drafts } from '../../forms/waiting.ts'
import { clock, moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/review-desk.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { api, type Desk, type OpenReview } from './desk-api.ts'
import { answersOf, fieldsOf, marksOf, reviewSaver, scoreKey, sendableMarks } from './marks-saving.ts'
import { ScoreField } from './score-field.tsx'

const ConflictDialog = lazy(() => import('../../forms/conflict-dialog.tsx'))

/** How far the sheet is, and where its marks are; without `saving` it is for reading. */
export type Status = { done: number; total: number; saving?: Saving; kept: boolean }

type Props = {
  desk: Desk
  expert: string
  submission: string
  open: OpenReview
  onStatus: (status: Status) => void
  onChanged: () => Promise<unknown>
  onReload: () => void
}

/** Looks first whether this device holds marks that the server does not have. */
export function MarkSheet(props: Props) {
  const [draft, setDraft] = createSignal<Draft | undefined | null>(null)
  const address = untrack(() => reviewSaver(props.desk.batch.id, props.submission).address)
  onMount(async () => setDraft(await drafts.find(props.expert, address)))
  return (
    <Show when={draft() !== null} fallback={<SkeletonRows rows={4} />}>
      <Sheet {...props} draft={untrack(draft) ?? undefined} />
    </Show>
  )
}

function Sheet(props: Props & { draft?: Draft }) {
  const navigate = useNavigate()
  const rubric = untrack(() => props.open.rubric)
  const { review } = untrack(() => props.open)
  const param = untrack(() => ({ batch: props.desk.batch.id, submission: props.submission }))
  const locked = () => props.open.review.state === 'submitted' || !props.desk.batch.open
  const draft = untrack(() => (locked() ? undefined : props.draft))
  const stored = answersOf(review.marks)
  const [values, setValues] = createSignal<SectionValues>(draft?.values ?? stored)
  const [confirming, setConfirming] = createSignal(false)
  const [tried, setTried] = createSignal(false)
  const [notice, setNotice] = createSignal<'restored' | 'merged' | null>(null)
  const [both, setBoth] = createSignal<{ theirs: Theirs; merged: SectionValues; keys: string[] } | null>(null)
  const act = actKey()

  const autosave = createAutosave({
    saver: reviewSaver(param.batch, param.submission),
    person: untrack(() => props.expert),
    version: draft?.version ?? review.version,
    savedAt: review.savedAt ?? null,
    values: () => untrack(values),
    toSend: () => sendableMarks(rubric, untrack(values)),
    base: draft?.base ?? stored,
  })
  const put = (key: string, value: Value | undefined) => {
    setValues((all) => ({ ...all, [key]: value }))
    autosave.changed()
  }
  onMount(() => {
    if (!draft) return
    setNotice('restored')
    if (draft.version >= review.version) autosave.changed()
    else autosave.conflict({ version: review.version, values: stored, by: null, at: review.savedAt ?? draft.at })
  })

  /** Another device saved meanwhile: what goes together is merged, for the rest the expert is asked. */
  const meet = (theirs: Theirs) => {
    const merged = merge(autosave.base(), values(), theirs.values)
    if (merged.both.length > 0) return setBoth({ theirs, merged: merged.values, keys: merged.both })
    settle(merged.values, theirs)
    setNotice('merged')
  }
  const settle = (settled: SectionValues, theirs: Theirs) => {
    setBoth(null)
    setValues(settled)
    void autosave.settle(theirs)
  }
  createEffect(
    on(
      () => autosave.saving().theirs,
      (theirs) => theirs && autosave.saving().state === 'conflict' && meet(theirs),
    ),
  )

  const marks = () => marksOf(values())
  const problems = () => markProblems(rubric, marks())
  const scored = () => rubric.criteria.filter(({ key }) => marks().scores[key] !== undefined).length
  createEffect(() =>
    props.onStatus({
      done: scored(),
      total: rubric.criteria.length,
      kept: autosave.kept(),
      ...(!locked() && { saving: autosave.saving() }),
    }),
  )
  const problemAt = (at: string) =>
    tried()
      ? problems()
          .filter((problem) => problem.at === at)
          .map(({ message }) => inLanguage(message))
      : undefined
  const outOfRange = (key: string) => {
    const criterion = rubric.criteria.find((each) => each.key === key)
    const value = marks().scores[key]
    if (!criterion || value === undefined || scoreKey(key) in sendableMarks(rubric, values())) return undefined
    return [t('outOfRange', { min: criterion.min, max: criterion.max, step: criterion.step })]
  }
  const lead = ({ at }: MarkProblem) => {
    const place = at === 'comment' || at === 'recommendation' ? `m-${at}` : `c-${at}`
    const found = document.getElementById(place)
    const control = found?.matches('textarea') ? found : found?.querySelector<HTMLElement>('input, textarea')
    found?.scrollIntoView({ block: 'nearest' })
    control?.focus({ preventScroll: true })
  }

  const ask = () => {
    setTried(true)
    const [first] = problems()
    if (first) lead(first)
    else setConfirming(true)
  }
  const submit = async () => {
    await autosave.flush()
    try {
      await answer(
        api.batches[':batch'].desk[':submission'].submit.$post(
          { param, json: { version: autosave.saving().version, marks: marks() } },
          act.options(),
        ),
      )
    } catch (error) {
      if (isRefused(error, 'review.already-submitted')) props.onReload()
      throw error
    }
    act.done()
    await drafts.drop(props.expert, reviewSaver(param.batch, param.submission).address)
    await props.onChanged()
    navigate(`/?done=${param.submission}`, { replace: true })
  }
  const commentHelp = () => {
    if (rubric.commentMin === 0) return undefined
    const left = rubric.commentMin - countCharacters(marks().comment.trim())
    return left > 0 ? t('commentShort', { min: rubric.commentMin, left }) : t('commentEnough', { min: rubric.commentMin })
  }

  return (
    <>
      <div class="flex flex-col gap-3">
        <Show when={props.open.review.reason}>{(text) => <Banner tone="warn">{t('reopened', { reason: text() })}</Banner>}</Show>
        <Show when={review.submittedAt}>
          {(at) => <Banner tone="good">{t('submittedAt', { time: moment(at()), score: scoreOf(rubric, marks().scores) })}</Banner>}
        </Show>
        <Show when={!props.desk.batch.open && !review.submittedAt}>
          <Banner tone="warn" title={props.desk.batch.paused ? t('paused') : t('ended')}>
            {props.desk.batch.paused ? t('pausedBody') : t('endedBody')}
          </Banner>
        </Show>
        <Show when={notice()}>
          {(which) => <Banner>{which() === 'restored' ? t('restored', { time: draft ? clock(draft.at) : '' }) : t('merged')}</Banner>}
        </Show>
        <Show when={autosave.saving().problem}>{(problem) => <Banner tone="bad">{inLanguage(problem())}</Banner>}</Show>
      </div>
      <div class="mt-3 flex flex-col gap-6">
        <For each={rubric.criteria}>
          {(criterion) => (
            <ScoreField
              criterion={criterion}
              value={marks().scores[criterion.key]}
              disabled={locked()}
              problem={outOfRange(criterion.key) ?? problemAt(criterion.key)}
              onChange={(score) => put(scoreKey(criterion.key), score)}
            />
          )}
        </For>
        <Show when={rubric.recommendation}>
          {(choices) => (
            <div id="m-recommendation">
              <RadioGroup
                label={t('recommendation')}
                required
                inline
                disabled={locked()}
                problem={problemAt('recommendation')}
                value={marks().recommendation ?? null}
                options={choices().map(({ value, label }) => ({ value, label: inLanguage(label) }))}
                onChange={(value) => put('recommendation', value)}
              />
            </div>
          )}
        </Show>
        <TextArea
          id="m-comment"
          label={t('comment')}
          required={rubric.commentMin > 0}
          max={rubric.commentMax}
          rows={6}
          disabled={locked()}
          help={commentHelp()}
          problem={problemAt('comment')}
          value={marks().comment}
          onInput={(text) => put('comment', text)}
        />
        <Show when={!locked()}>
          <Show when={tried() && problems().length > 0}>
            <Banner tone="warn" title={t('left', { count: problems().length })}>
              <ul class="list-disc pl-5">
                <For each={problems()}>
                  {(problem) => (
                    <li>
                      <button type="button" class="text-left underline" onClick={() => lead(problem)}>
                        {inLanguage(problem.message)}
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </Banner>
          </Show>
          <div class="desk-acts">
            <Button kind="primary" data-submit onClick={ask}>
              {t('submit')}
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
        <p>{t('submitBody', { score: scoreOf(rubric, marks().scores) })}</p>
      </ConfirmDialog>
      <Show when={both()}>
        {(differing) => (
          <ConflictDialog
            fields={fieldsOf(rubric).filter(({ key }) => differing().keys.includes(key))}
            base={autosave.base()}
            mine={values()}
            theirs={differing().theirs}
            onSettled={(chosen) => settle({ ...differing().merged, ...chosen }, differing().theirs)}
          />
        )}
      </Show>
    </>
  )
}
