import { useParams, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, For, Show } from 'solid-js'
import { t } from '../../i18n/endorsements.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { PathCard } from '../submissions/path-card.tsx'
import { Reading } from '../submissions/reading.tsx'
import { StateBadge } from '../submissions/state-badge.tsx'
import { batchOf, categoryTitle, formOf, type Named, pathOf, taskListOf } from '../submissions/submission-api.ts'
import { Versions } from '../submissions/versions.tsx'
import { type Act, actsOn, type Filters, filtersIn, listHref, myUnit } from './endorsement-api.ts'
import { Saying } from './saying.tsx'
import { listBeside } from './shown-list.ts'

/** A submission for the unit that endorses it: what it says, what may be done with it, and the way through the list it was opened from. */
export default function Record() {
  const params = useParams<Named>()
  const [search] = useSearchParams<Filters>()
  const filters = () => filtersIn(search as Filters)
  const named = (): Named => ({ batch: params.batch, submission: params.submission })
  const [given, { refetch }] = createResource(named, async (asked) => {
    const [tasks, form, batch, path] = await Promise.all([taskListOf(asked), formOf(asked), batchOf(asked.batch), pathOf(asked)])
    return { named: asked, submission: tasks.submission, form, batch, path }
  })
  const ids = listBeside(() => params.batch, filters)
  const at = () => ids().indexOf(params.submission)
  const [act, setAct] = createSignal<Act | null>(null)
  return (
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
              <Beside batch={params.batch} filters={filters()} ids={ids()} at={at()} />
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
              </div>
            </Card>
            <PathCard path={found().path} />
            <Show when={found().named.submission} keyed>
              {(_) => (
                <>
                  <Reading named={found().named} form={found().form} submission={found().submission} />
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
