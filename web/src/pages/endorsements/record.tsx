import { A, useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { createKept } from '../../data/kept.ts'
import { me } from '../../data/session.ts'
import { createRemarks } from '../../forms/remarks.ts'
import { t } from '../../i18n/endorsements.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { isListKey } from '../../ui/list-keys.ts'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { PathCard } from '../submissions/path-card.tsx'
import { Reading } from '../submissions/reading.tsx'
import { answeredReturn, handedInValues, lastReturn } from '../submissions/returned.ts'
import { StateBadge } from '../submissions/state-badge.tsx'
import { batchOf, categoryTitle, formOf, type Named, pathOf, taskListOf } from '../submissions/submission-api.ts'
import { Versions } from '../submissions/versions.tsx'
import { type Act, actsOn, type Filters, filtersIn, listHref, myUnit } from './endorsement-api.ts'
import { Saying } from './saying.tsx'
import { listBeside, type Remembered } from './shown-list.ts'

/** A submission for the unit that endorses it: what it says, what may be done with it, and the way through the list it was opened from. */
export default function Record() {
  const params = useParams<Named>()
  const [search] = useSearchParams<Filters>()
  const filters = () => filtersIn(search as Filters)
  const named = (): Named => ({ batch: params.batch, submission: params.submission })
  const [given, { refetch }] = createKept(named, async (asked) => {
    const [tasks, form, batch, path] = await Promise.all([taskListOf(asked), formOf(asked), batchOf(asked.batch), pathOf(asked)])
    const answered = answeredReturn(path)
    const before = answered && (await handedInValues(asked, answered.version))
    return {
      named: asked,
      submission: tasks.submission,
      form,
      batch,
      path,
      comments: (lastReturn(path) ?? answered?.step)?.comments,
      before,
    }
  })
  const list = listBeside(() => params.batch, filters)
  const at = () => list().findIndex(({ id }) => id === params.submission)
  const navigate = useNavigate()
  const keys = (event: KeyboardEvent) => {
    const step = { j: 1, k: -1 }[event.key]
    const to = step && isListKey(event) && at() >= 0 ? list()[at() + step] : undefined
    if (to) navigate(listHref(params.batch, filters(), to.id))
  }
  document.addEventListener('keydown', keys)
  onCleanup(() => document.removeEventListener('keydown', keys))
  const [act, setAct] = createSignal<Act | null>(null)
  /** What is written while reading belongs to the person, the submission and its version. */
  const remarks = createMemo(() => createRemarks(`remarks ${me()?.person.id} ${params.submission} ${given.latest?.submission.version}`))
  return (
    <div classList={{ split: list().length > 1 && at() >= 0 }}>
      <Show when={list().length > 1 && at() >= 0}>
        <ListBeside batch={params.batch} filters={filters()} list={list()} now={params.submission} />
      </Show>
      <div class="min-w-0">
        <Show when={given.latest}>
          {(found) => {
            const acts = () => actsOn(found().submission, myUnit())
            return (
              <>
                <PageHeader
                  title={found().submission.title}
                  own
                  crumbs={[
                    { label: t('recommending'), href: '/recommending' },
                    { label: found().batch.title, href: listHref(params.batch, filters()), own: true },
                  ]}
                  state={<StateBadge state={found().submission.state} />}
                  intro={categoryTitle(found().batch, found().submission.category)}
                />
                <nav class="no-print mb-4 flex flex-wrap items-center gap-3" aria-label={t('list')}>
                  <LinkButton small href={listHref(params.batch, filters())}>
                    {t('backToList')}
                  </LinkButton>
                  <Beside batch={params.batch} filters={filters()} ids={list().map(({ id }) => id)} at={at()} />
                </nav>
                <Card>
                  <div class="flex flex-wrap items-center gap-3">
                    <Badge tone={acts().includes('recommend') ? 'info' : 'plain'}>
                      {acts().includes('recommend') ? t('withYou') : t('notWithYou')}
                    </Badge>
                    <For each={acts()}>
                      {(each) => (
                        <Button kind={each === 'recommend' ? 'primary' : 'secondary'} onClick={() => setAct(each)}>
                          {t(each)}
                        </Button>
                      )}
                    </For>
                    <Show when={Object.keys(remarks().said()).length}>
                      {(count) => <span class="text-soft tabular-nums">{t('commentsBegun', { count: count() })}</span>}
                    </Show>
                  </div>
                </Card>
                <PathCard path={found().path} form={found().form} />
                <Show when={found().named.submission} keyed>
                  {(_) => (
                    <>
                      <Reading
                        named={found().named}
                        form={found().form}
                        submission={found().submission}
                        comments={found().comments}
                        before={found().before}
                        remarks={acts().includes('giveBack') ? remarks() : undefined}
                      />
                      <Versions named={found().named} />
                    </>
                  )}
                </Show>
                <Show when={act()} keyed>
                  {(asked) => (
                    <Saying
                      act={asked}
                      named={found().named}
                      category={found().submission.category}
                      form={found().form}
                      remarks={remarks()}
                      stages={found().batch.stages}
                      onClose={() => setAct(null)}
                      onDone={() => void refetch()}
                    />
                  )}
                </Show>
              </>
            )
          }}
        </Show>
      </div>
    </div>
  )
}

/** On a wide screen, the list from which the record was opened, with the place where one is. */
function ListBeside(props: { batch: string; filters: Filters; list: readonly Remembered[]; now: string }) {
  let root: HTMLElement | undefined
  createEffect(
    on(
      () => props.now,
      () => queueMicrotask(() => root?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })),
    ),
  )
  return (
    <nav class="split-list no-print" aria-label={t('besideRecord')} ref={root}>
      <For each={props.list}>
        {(row) => (
          <A translate="no" href={listHref(props.batch, props.filters, row.id)} aria-current={row.id === props.now ? 'page' : undefined}>
            {row.title}
            <small class="block text-soft">{row.unit}</small>
          </A>
        )}
      </For>
    </nav>
  )
}

function Beside(props: { batch: string; filters: Filters; ids: readonly string[]; at: number }) {
  const link = (step: number) => {
    const id = props.at >= 0 ? props.ids[props.at + step] : undefined
    return id ? listHref(props.batch, props.filters, id) : undefined
  }
  return (
    <Show when={props.at >= 0}>
      <Show when={link(-1)}>
        {(href) => (
          <LinkButton small href={href()}>
            {t('before')}
          </LinkButton>
        )}
      </Show>
      <span class="text-soft tabular-nums">{t('position', { at: props.at + 1, count: props.ids.length })}</span>
      <Show when={link(1)}>
        {(href) => (
          <LinkButton small href={href()}>
            {t('next')}
          </LinkButton>
        )}
      </Show>
    </Show>
  )
}
