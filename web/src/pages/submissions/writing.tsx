import { createMemo, createResource, For, onMount, Show } from 'solid-js'
import { answered, placed } from '../../../../shared/submissions/comments.ts'
import { commentsIn } from '../../../../shared/submissions/comments-in.ts'
import { nextStep } from '../../../../shared/submissions/next-step.ts'
import { whenIdle } from '../../data/idle.ts'
import { createKept } from '../../data/kept.ts'
import { createHeld } from '../../forms/held.ts'
import { t } from '../../i18n/applicant.ts'
import { moment } from '../../i18n/dates.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { t as ofSection } from '../../i18n/sections.ts'
import { t as words } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Card } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type Task, TaskList } from '../../ui/task-list.tsx'
import { askedSections } from './asked-sections.ts'
import { colleagues } from './colleagues.ts'
import { ColleaguesCard } from './colleagues-card.tsx'
import { heldLines } from './held-lines.ts'
import { NextCard } from './next-card.tsx'
import { PathCard } from './path-card.tsx'
import { ReturnBanner } from './return-banner.tsx'
import { handedInValues, lastReturn, valuesOf } from './returned.ts'
import { StandingCard } from './standing-card.tsx'
import { answersOf, type Found, type Named, submissionHref } from './submission-api.ts'
import { Versions } from './versions.tsx'

/** The task list of those who write a submission: what is next, how far each section is, who is in which, until when, and what became of it. */
export function Writing(props: { named: Named; found: Found; onChanged: () => void }) {
  const writable = () => props.found.tasks.may.write === true
  const [answers, { refetch }] = createKept(() => props.named, answersOf)
  const held = createHeld(() => submissionHref(props.named), {
    writable,
    // What was on its way when a section was left arrives while one reads its list.
    changed: () => {
      void refetch()
      props.onChanged()
    },
  })
  const values = () => valuesOf(answers.latest?.sections)
  const asked = askedSections(() => props.found.form, values)
  const returned = () => lastReturn(props.found.path)
  // Nearly everybody goes on into a section: its page and its fields are there by then.
  onMount(() =>
    whenIdle(() => {
      if (!writable()) return
      void import('./section.tsx').then(({ bringFields }) => bringFields(props.found.form)).catch(() => undefined)
    }),
  )
  const present = colleagues(
    () => (writable() ? props.named : undefined),
    () => undefined,
  )
  const commented = (key: string) => Object.keys(commentsIn(returned()?.comments, key)).length > 0
  const [before] = createResource(
    () => returned() && props.found.tasks.submission.version,
    (version) => handedInValues(props.named, version),
  )
  const comments = createMemo(() => placed(returned()?.comments, props.found.form))
  /** Sections all of whose comments are answered. */
  const settled = createMemo(() => {
    const known = before.latest
    const open = comments().filter((comment) => !known || !answered(comment, known, values()))
    return new Set(asked().flatMap(({ key }) => (open.some(({ section }) => section?.key === key) ? [] : [key])))
  })
  const problemsOf = (key: string) => props.found.tasks.sections[key]?.problems
  const next = createMemo(() =>
    nextStep(
      asked().map(({ key }) => ({ key, problems: problemsOf(key), commented: commented(key) })),
      settled(),
    ),
  )
  const tasks = (): Task[] =>
    asked().map(({ key, title }): Task => {
      const problems = problemsOf(key)
      return {
        key,
        title: inLanguage(title),
        // What this device holds of a section can be read there, whether it can still be sent or not.
        ...((writable() || held.text(key)) && { href: submissionHref(props.named, `/sections/${key}`) }),
        note: <Note section={key} />,
        state: problems === undefined ? words('untouched') : problems === 0 ? words('complete') : words('attention', { count: problems }),
        tone: problems === undefined ? 'plain' : problems === 0 ? 'good' : 'warn',
      }
    })
  /** Who is in a section now, who saved it last, and whether its comments were answered. */
  function Note(note: { section: string }) {
    const here = () => present().filter(({ section }) => section === note.section)
    const kept = () => answers.latest?.sections[note.section]
    return (
      <>
        <For each={heldLines(held, note.section)}>{(line) => <span class="block text-warn">{line}</span>}</For>
        <Show when={commented(note.section)}>
          <span class="block">{settled().has(note.section) ? t('changed') : t('commented')}</span>
        </Show>
        <Show when={here().length > 0}>
          <span class="present-line">
            <span class="present-dot" aria-hidden="true" />
            <span>
              <Quoting
                text={t('writingNow', {
                  names: here()
                    .map(({ name }) => quoted(name))
                    .join(t('comma')),
                  count: here().length,
                })}
              />
            </span>
          </span>
        </Show>
        <Show when={kept()?.by?.name ? kept() : undefined}>
          {(last) => (
            <span class="block">
              <Quoting text={t('savedBy', { name: quoted(last().by?.name ?? ''), time: moment(last().at ?? '') })} />
            </span>
          )}
        </Show>
      </>
    )
  }
  return (
    <div class="work-grid">
      <div class="min-w-0">
        <Show when={returned()}>
          {(step) => (
            <ReturnBanner
              named={props.named}
              step={step()}
              comments={comments()}
              until={props.found.tasks.submission.correctUntil}
              before={answers.latest && before.latest}
              now={values()}
            />
          )}
        </Show>
        <Show when={writable() && asked().length > 0}>
          <NextCard named={props.named} next={next()} form={props.found.form} problems={problemsOf} until={props.found.tasks.deadline} />
        </Show>
        <Card title={ofSection('sections')}>
          <Show when={asked().length > 0}>
            <Progress
              label={words('progress')}
              value={tasks().filter(({ tone }) => tone === 'good').length}
              max={tasks().length}
              good={tasks().every(({ tone }) => tone === 'good')}
            />
          </Show>
          <div class="mt-3">
            <TaskList label={ofSection('sections')} tasks={tasks()} />
          </div>
        </Card>
        <Versions named={props.named} />
      </div>
      <aside class="min-w-0" aria-label={t('rules')}>
        <StandingCard named={props.named} found={props.found} onChanged={props.onChanged} />
        <PathCard path={props.found.path} form={props.found.form} />
        <Show when={writable()}>
          <ColleaguesCard form={props.found.form} present={present()} />
        </Show>
      </aside>
    </div>
  )
}
