import { useParams, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { me } from '../../data/session.ts'
import { createRemarks } from '../../forms/remarks.ts'
import { t } from '../../i18n/endorsements.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { BesideList, ListSteps } from '../submissions/beside.tsx'
import { PathCard } from '../submissions/path-card.tsx'
import { Reading } from '../submissions/reading.tsx'
import { answeredReturn, handedInValues, lastReturn } from '../submissions/returned.ts'
import { listBeside } from '../submissions/shown-list.ts'
import { StateBadge } from '../submissions/state-badge.tsx'
import { batchOf, categoryTitle, formOf, type Named, pathOf, taskListOf } from '../submissions/submission-api.ts'
import { Versions } from '../submissions/versions.tsx'
import { type Act, actsOn, type Filters, filtersIn, listHref, listKey, myUnit, pageOf } from './endorsement-api.ts'
import { Saying } from './saying.tsx'

/** A submission for the unit that endorses it: what it says, what may be done with it, and the way through the list it was opened from. */
export default function Record() {
  const params = useParams<Named>()
  const [search] = useSearchParams<Filters & { columns?: string }>()
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
  const list = listBeside(
    () => listKey(params.batch, filters()),
    () => pageOf(params.batch, filters()),
  )
  const href = (id?: string) => listHref(params.batch, { ...filters(), columns: search.columns }, id)
  const [act, setAct] = createSignal<Act | null>(null)
  /** What is written while reading belongs to the person, and to the submission and version that are shown: the next may still be on its way. */
  const remarks = createMemo(() => {
    const shown = given.latest
    return createRemarks(`remarks ${me()?.person.id} ${shown?.named.submission} ${shown?.submission.version}`)
  })
  return (
    <BesideList list={list()} now={params.submission} href={href}>
      <Known of={given.latest}>
        {(found) => {
          const acts = () => (found().batch.notNow ? [] : actsOn(found().submission, myUnit()))
          return (
            <>
              <PageHeader
                title={found().submission.title}
                own
                crumbs={[
                  { label: t('recommending'), href: '/recommending' },
                  { label: found().batch.title, href: href(), own: true },
                ]}
                state={<StateBadge state={found().submission.state} />}
                intro={categoryTitle(found().batch, found().submission.category)}
              />
              <ListSteps list={list()} now={params.submission} href={href} />
              <NotNow why={found().batch.notNow} />
              <Card>
                <div class="flex flex-wrap items-center gap-3">
                  <Badge tone={withUs(found().submission) ? 'info' : 'plain'}>
                    {withUs(found().submission) ? t('withYou') : t('notWithYou')}
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
      </Known>
    </BesideList>
  )
}

/** Whether it lies with the reader's unit, also while nothing can be said of it. */
const withUs = (submission: Parameters<typeof actsOn>[0]) => actsOn(submission, myUnit()).includes('recommend')
