import { useNavigate, useParams } from '@solidjs/router'
import { createResource, createSignal, For, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { me } from '../../data/session.ts'
import { deadline, moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card, Facts, PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type Task, TaskList } from '../../ui/task-list.tsx'
import { toast } from '../../ui/toast.tsx'
import { askedSections } from './asked-sections.ts'
import { PathCard } from './path-card.tsx'
import { Reading } from './reading.tsx'
import { commentsIn, lastReturn, otherComments } from './returned.ts'
import { Screening } from './screening.tsx'
import { StateBadge } from './state-badge.tsx'
import {
  answersOf,
  batchOf,
  categoryTitle,
  formOf,
  holderName,
  type Named,
  one,
  pathOf,
  submissionHref,
  taskListOf,
} from './submission-api.ts'
import { Versions } from './versions.tsx'

/** A submission: the task list for those who write it, the record for those who read it. */
export default function SubmissionPage() {
  const params = useParams<Named>()
  const named = (): Named => ({ batch: params.batch, submission: params.submission })
  const [given, { refetch }] = createResource(named, async (asked) => {
    const [tasks, form, batch, path] = await Promise.all([taskListOf(asked), formOf(asked), batchOf(asked.batch), pathOf(asked)])
    return { tasks, form, batch, path }
  })
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
            <PathCard path={found().path} />
          </Show>
          <Show when={own()} fallback={<Screened named={named()} found={found()} onChanged={refetch} />}>
            <Writing named={named()} found={found()} onChanged={refetch} />
          </Show>
          <Show when={own()}>
            <PathCard path={found().path} />
          </Show>
          <Versions named={named()} />
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
            onClose={() => setScreening(null)}
            onDone={props.onChanged}
          />
        )}
      </Show>
    </>
  )
}
const screenable = ['recommended', 'qualified', 'disqualified'] as const

type Found = {
  tasks: Awaited<ReturnType<typeof taskListOf>>
  form: Awaited<ReturnType<typeof formOf>>
  batch: Awaited<ReturnType<typeof batchOf>>
  path: Awaited<ReturnType<typeof pathOf>>
}

function Writing(props: { named: Named; found: Found; onChanged: () => void }) {
  const navigate = useNavigate()
  const submission = () => props.found.tasks.submission
  const may = () => props.found.tasks.may
  const writable = () => may().write === true
  const [answers] = createResource(() => props.named, answersOf)
  const values = () => Object.fromEntries(Object.entries(answers.latest?.sections ?? {}).map(([key, { values }]) => [key, values]))
  const asked = askedSections(() => props.found.form, values)
  const returned = () => lastReturn(props.found.path)
  const [dialog, setDialog] = createSignal<'discard' | 'recall' | null>(null)
  const act = actKey()
  const tasks = (): Task[] =>
    asked().map(({ key, title }): Task => {
      const mark = props.found.tasks.sections[key]
      const problems = mark?.problems ?? 0
      const said = Object.keys(commentsIn(returned()?.comments, key)).length > 0
      return {
        key,
        title: inLanguage(title),
        ...(writable() && { href: submissionHref(props.named, `/sections/${key}`) }),
        ...(said && { note: t('returnedTitle') }),
        state: mark === undefined ? t('untouched') : problems === 0 ? t('complete') : t('attention', { count: problems }),
        tone: mark === undefined ? 'plain' : problems === 0 ? 'good' : 'warn',
      }
    })
  const why = () => (may().write === true ? undefined : inLanguage(may().write as { zh: string; en: string }))
  return (
    <>
      <Show when={returned()}>
        {(step) => (
          <Banner tone="warn" title={t('returnedTitle')}>
            <Show when={submission().correctUntil}>{(until) => <p>{t('returnedBody', { deadline: deadline(until()) })}</p>}</Show>
            <div translate="no">
              <p>{t('returnedBy', { unit: step().unit?.name ?? '' })}</p>
              <ul>
                <For each={props.found.form.sections.filter(({ key }) => step().comments?.[key])}>
                  {(section) => (
                    <li>
                      {inLanguage(section.title)} · {step().comments?.[section.key]}
                    </li>
                  )}
                </For>
                <For each={otherComments(step().comments, props.found.form)}>{(text) => <li>{text}</li>}</For>
              </ul>
            </div>
          </Banner>
        )}
      </Show>
      <Card>
        <Facts
          facts={[
            {
              key: 'deadline',
              label: submission().correctUntil ? t('until') : t('deadlineIs'),
              value: props.found.tasks.deadline ? t('beijing', { time: deadline(props.found.tasks.deadline) }) : t('closesNone'),
            },
            { key: 'holder', label: t('holder'), value: <span translate="no">{holderName(submission())}</span> },
            ...(submission().receipt
              ? [
                  { key: 'receipt', label: t('receiptNumber'), value: <span translate="no">{submission().receipt}</span> },
                  { key: 'at', label: t('submittedAt'), value: moment(submission().submittedAt ?? submission().createdAt) },
                ]
              : []),
          ]}
        />
        <div class="mt-4 flex flex-wrap gap-3">
          <Show when={writable()}>
            <LinkButton kind="primary" href={submissionHref(props.named, '/check')}>
              {t('check')}
            </LinkButton>
          </Show>
          <Show when={!writable()}>
            <LinkButton href={submissionHref(props.named, '/check')}>{t('seeAnswers')}</LinkButton>
          </Show>
          <Show when={submission().version > 0}>
            <LinkButton href={submissionHref(props.named, '/receipt')}>{t('receipt')}</LinkButton>
          </Show>
          <Show when={may().recall === true}>
            <Button onClick={() => setDialog('recall')}>{t('recall')}</Button>
          </Show>
          <Show when={may().discard === true}>
            <Button kind="quiet" onClick={() => setDialog('discard')}>
              {t('discard')}
            </Button>
          </Show>
        </div>
        <Show when={submission().state === 'draft' || submission().state === 'returned' ? why() : undefined}>
          {(reason) => <p class="mt-3 text-bad">{reason()}</p>}
        </Show>
      </Card>
      <Card title={t('sections')}>
        <Show when={asked().length > 0}>
          <Progress
            label={t('progress')}
            value={tasks().filter(({ tone }) => tone === 'good').length}
            max={tasks().length}
            good={tasks().every(({ tone }) => tone === 'good')}
          />
        </Show>
        <div class="mt-3">
          <TaskList label={t('sections')} tasks={tasks()} />
        </div>
      </Card>
      <ConfirmDialog
        open={dialog() === 'discard'}
        onClose={() => setDialog(null)}
        title={t('discardTitle')}
        action={t('discard')}
        danger
        onConfirm={async () => {
          await answer(one.discard.$post({ param: props.named }, act.options()))
          act.done()
          toast(t('discarded'))
          navigate('/submissions', { replace: true })
        }}
      >
        <p>{t('discardBody')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={dialog() === 'recall'}
        onClose={() => setDialog(null)}
        title={t('recallTitle')}
        action={t('recall')}
        danger
        onConfirm={async () => {
          await answer(one.recall.$post({ param: props.named }, act.options()))
          act.done()
          toast(t('recalled'))
          props.onChanged()
        }}
      >
        <Banner tone="warn">{t('recallBody')}</Banner>
        <p>{t('recallVersion')}</p>
      </ConfirmDialog>
    </>
  )
}
