import { A, useParams, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, For, onCleanup, Show } from 'solid-js'
import type { Fact } from '../../../../events/catalogue.ts'
import { type FactGroup, factGroups, recordings } from '../../../../shared/batches/record.ts'
import { actorNames, factDetails, factName, type Named } from '../../../../shared/batches/record-words.ts'
import { roles } from '../../../../shared/permissions/actors.ts'
import { inARow } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { holds } from '../../data/session.ts'
import { t as b } from '../../i18n/batches.ts'
import { deadline, moment } from '../../i18n/dates.ts'
import { language } from '../../i18n/language.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { t } from '../../i18n/watching.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { Table } from '../../ui/table.tsx'
import { toastError } from '../../ui/toast.tsx'
import { api, type HostView, watchApi } from './batch-api.ts'

type Entry = Awaited<ReturnType<typeof page>>['rows'][number]
const page = async (batch: string, about: FactGroup | undefined, cursor?: string) =>
  answer(
    watchApi.batches[':batch'].events.$get({
      param: { batch },
      query: { limit: '50', ...(about && { about }), ...(cursor && { cursor }) },
    }),
  )
/** The check of a batch so far; `whole` when nothing is left to be checked. */
type Sum = Pick<CheckedPage, 'things' | 'chains' | 'events' | 'breaks'> & { whole: boolean }
type CheckedPage = Awaited<ReturnType<typeof checkPage>>
const checkPage = (batch: string, cursor?: string) =>
  answer(watchApi.batches[':batch'].events.check.$get({ param: { batch }, query: { ...(cursor && { cursor }) } }))
const mostBreaks = 10
const groups = {
  run: 'groupRun',
  stages: 'groupStages',
  places: 'groupPlaces',
  lists: 'groupLists',
  experts: 'groupExperts',
  sheets: 'groupSheets',
  notices: 'groupNotices',
  awards: 'groupAwards',
} as const

/** Everything that was done to the batch, by whom, with the chain of hashes to be verified. */
export default function Record() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<{ about?: FactGroup }>()
  const about = (): FactGroup | undefined => (Object.keys(factGroups) as FactGroup[]).find((each) => each === search.about)
  const [batch] = createResource(
    () => params.batch,
    async (id) => (await answer(api.batches[':batch'].$get({ param: { batch: id } }))) as unknown as HostView,
  )
  const list = createPaged(
    () => JSON.stringify([params.batch, about()]),
    (_key, cursor) => page(params.batch, about(), cursor),
  )
  const [checked, setChecked] = createSignal<Sum | null>(null)
  const [busy, setBusy] = createSignal(false)
  let left = false
  onCleanup(() => {
    left = true
  })
  /** Page by page to the end, telling how far it is; a batch of thousands takes a while. */
  const verify = async () => {
    setBusy(true)
    setChecked(null)
    try {
      let sum: Sum = { things: 0, chains: 0, events: 0, breaks: [], whole: false }
      for (let cursor: string | undefined; !(sum.whole || left); ) {
        const page = await checkPage(params.batch, cursor)
        cursor = page.cursor
        sum = {
          things: sum.things + page.things,
          chains: sum.chains + page.chains,
          events: sum.events + page.events,
          breaks: [...sum.breaks, ...page.breaks],
          whole: cursor === undefined,
        }
        setChecked(sum)
      }
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }
  const excel = () => {
    const kind = about()
    return `/api/batches/${params.batch}/events.xlsx?${new URLSearchParams({ language: language(), ...(kind && { about: kind }) })}`
  }
  const named: Named = {
    stage: (index) => batch.latest?.stages[index]?.title,
    category: (key) => batch.latest?.categories.find((each) => each.key === key)?.title,
    outcome: (key) => batch.latest?.outcomes.find((each) => each.key === key)?.title,
    deadline,
  }
  return (
    <>
      <HostedHeader
        batch={params.batch}
        known={batch.latest ?? null}
        title={t('record')}
        intro={t('recordIntro')}
        actions={
          <>
            <Button busy={busy()} onClick={verify}>
              {t('check')}
            </Button>
            <LinkButton outside href={excel()}>
              {t('exportExcel')}
            </LinkButton>
          </>
        }
      />
      <Show when={checked()}>
        {(found) => (
          <div class="mb-4">
            <Show
              when={found().breaks.length === 0}
              fallback={
                <Banner tone="bad" title={t('broken', { count: found().breaks.length })}>
                  <ul>
                    <For each={found().breaks.slice(0, mostBreaks)}>
                      {({ thing, id, seq }) => (
                        <li>
                          <Quoting text={t('brokenAt', { thing: inLanguage(recordings[thing]), id: quoted(id), seq })} />
                        </li>
                      )}
                    </For>
                  </ul>
                </Banner>
              }
            >
              <Banner tone={found().whole ? 'good' : 'info'}>
                {t(found().whole ? 'checked' : 'checking', { events: found().events, chains: found().chains, things: found().things })}
              </Banner>
            </Show>
          </div>
        )}
      </Show>
      <search class="no-print mb-4 block max-w-xs" aria-label={t('about')}>
        <Select
          label={t('about')}
          unmarked
          value={about() ?? null}
          empty={t('every')}
          options={(Object.keys(groups) as FactGroup[]).map((key) => ({ value: key, label: t(groups[key]) }))}
          onChange={(chosen) => setSearch({ about: chosen ?? undefined })}
        />
      </search>
      <NotRead list={list} />
      <Table
        caption={t('record')}
        rows={list.rows()}
        id={(row) => row.hash}
        loading={list.loading() && list.rows().length === 0}
        more={list.more()}
        loadingMore={list.loading()}
        onMore={list.next}
        empty={list.problem() ? false : undefined}
        columns={[
          { key: 'at', title: b('when'), cell: (row: Entry) => <span class="whole md:whitespace-nowrap">{moment(row.at)}</span> },
          {
            key: 'what',
            title: b('what'),
            heading: true,
            cell: (row: Entry) => <What entry={row} named={named} />,
          },
          { key: 'who', title: b('who'), cell: (row: Entry) => <Who entry={row} /> },
        ]}
      />
    </>
  )
}

/** What an entry is about, with the way there for those of the host's people who may go it: whoever only keeps the records reads its name. */
function About(props: { batch: string; entry: Entry }) {
  const name = () => {
    const { about } = props.entry
    if (about === null) return undefined
    return about.name ?? (about.thing === 'unit' || about.thing === 'expert' ? undefined : inLanguage(recordings[about.thing]))
  }
  const href = () => {
    const { about } = props.entry
    if (about === null || about.thing === 'unit' || about.thing === 'expert' || !holds('administrator', 'operator', 'approver'))
      return undefined
    const category = 'category' in props.entry ? `?category=${encodeURIComponent(String(props.entry.category))}` : ''
    if (about.thing === 'award') return `/awards/${about.id}`
    if (about.thing === 'submission') return `/batches/${props.batch}/submissions/${about.id}`
    return `/batches/${props.batch}/${about.thing === 'notice' ? 'notice' : `decisions${category}`}`
  }
  return (
    <Show when={name()}>
      {(said) => (
        <small class="block font-normal" translate={props.entry.about?.name ? 'no' : undefined}>
          <Show when={href()} fallback={said()}>
            {(to) => <A href={to()}>{said()}</A>}
          </Show>
        </small>
      )}
    </Show>
  )
}

function What(props: { entry: Entry; named: Named }) {
  const params = useParams<{ batch: string }>()
  const entry = () => props.entry as Record<string, unknown> & Entry
  const reason = () => (typeof entry().reason === 'string' ? String(entry().reason) : undefined)
  return (
    <span>
      {inLanguage(factName(props.entry.type))}
      <About batch={params.batch} entry={props.entry} />
      <For each={factDetails(props.entry as Fact, props.named)}>
        {(line) => <small class="block font-normal text-soft">{inLanguage(line)}</small>}
      </For>
      <Show when={reason()}>
        {(why) => (
          <small class="block font-normal" translate="no">
            {why()}
          </small>
        )}
      </Show>
      <small class="block font-normal text-soft" title={props.entry.hash} translate="no">
        {t('hash', { hash: props.entry.hash.slice(0, 8) })}
      </small>
    </span>
  )
}

function Who(props: { entry: Entry }) {
  const who = () => props.entry.who
  return (
    <span>
      <Show when={who().name} fallback={inLanguage(actorNames[props.entry.by.kind])}>
        {(name) => (
          <span class="whole" translate="no">
            {name()}
          </span>
        )}
      </Show>
      <Show when={who().unit}>
        {(unit) => (
          <small class="block text-soft" translate="no">
            {unit()}
          </small>
        )}
      </Show>
      <Show when={who().roles.length > 0}>
        <small class="block text-soft">
          {inARow(
            who().roles.map((role) => inLanguage(roles[role])),
            language(),
          )}
        </small>
      </Show>
    </span>
  )
}
