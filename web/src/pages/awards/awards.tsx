import { A, useParams, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, For, Show } from 'solid-js'
import type { ListedAward, listedAwards } from '../../../../functions/awards/listing.ts'
import { provinceOf } from '../../../../shared/register/provinces.ts'
import { factsUnder } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { holds, me } from '../../data/session.ts'
import { t } from '../../i18n/awards.ts'
import { day } from '../../i18n/dates.ts'
import { language } from '../../i18n/language.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { HostedHeader, hasBeenSeen } from '../../shell/hosted-header.tsx'
import { Badge } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Filters, type SetFilter } from '../../ui/filters.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonTable } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import { api, tones } from './award-api.ts'
import { Checks, checksOf } from './checks.tsx'

const states = ['open', 'extended', 'closed', 'failed', 'revoked'] as const

/** The awards of a batch by state, province and what falls due, or of one's own institution. */
export default function Awards() {
  const params = useParams<{ batch?: string }>()
  const [search, setSearch] = useSearchParams<{ state?: string; province?: string; order?: string }>()
  const [provinces, setProvinces] = createSignal<readonly string[]>([])
  const [followUps, setFollowUps] = createSignal<Awaited<ReturnType<typeof listedAwards>>['followUps']>([])
  const [of, setOf] = createSignal<{ host: string; title: string }>()
  const hosts = () =>
    (of() ? of()?.host === me()?.active?.organisation.id : params.batch !== undefined && hasBeenSeen(params.batch)) &&
    holds('administrator')
  const load = async (
    [batch, organisation, state, province, order]: readonly [string | undefined, string, ...(string | undefined)[]],
    cursor?: string,
  ): Promise<{ rows: ListedAward[]; cursor?: string }> => {
    const page = cursor ? { cursor } : {}
    if (!batch) return answer(api.organisations[':organisation'].awards.$get({ param: { organisation }, query: page })) as never
    const asked = { ...(state && { state }), ...(province && { province }), order: order === 'due' ? 'due' : 'list' }
    const found = await answer(api.batches[':batch'].awards.$get({ param: { batch }, query: { ...page, ...asked } as never }))
    setProvinces(found.provinces)
    setFollowUps(found.followUps)
    setOf({ host: found.host, title: found.title })
    return found as never
  }
  type Row = ListedAward
  const list = createPaged(
    () => [params.batch, me()?.active?.organisation.id ?? '', search.state, search.province, search.order] as const,
    load,
  )
  const [checks] = createResource(
    () => hosts() && params.batch,
    (source) => checksOf(source, 'hosted'),
  )
  const provinceName = (code: string) => {
    const found = provinceOf(code)
    return (language() === 'zh' ? found?.name : found?.en) ?? code
  }
  const set = (): SetFilter[] => {
    const state = states.find((each) => each === search.state)
    const { province, order } = search
    return [
      ...(state ? [{ key: 'state', label: t(state), clear: () => setSearch({ state: undefined }) }] : []),
      ...(province ? [{ key: 'province', label: provinceName(province), clear: () => setSearch({ province: undefined }) }] : []),
      ...(order === 'due' ? [{ key: 'order', label: t('orderDue'), clear: () => setSearch({ order: undefined }) }] : []),
    ]
  }
  return (
    <>
      <Show when={params.batch} fallback={<PageHeader title={t('ours')} intro={t('oursIntro')} />}>
        {(batch) => (
          <Show
            when={hosts()}
            fallback={
              <PageHeader
                title={t('ofBatch')}
                crumbs={[{ label: of()?.title ?? t('thisBatch'), href: `/batches/${batch()}`, own: of() !== undefined }]}
              />
            }
          >
            <HostedHeader
              batch={batch()}
              title={t('ofBatch')}
              actions={
                <For each={followUps()}>
                  {({ key, kind }) => (
                    <LinkButton href={`/batches/new?template=${key}&source=${batch()}`}>
                      {t(kind === 'midterm' ? 'openMidterm' : 'openAcceptance')}
                    </LinkButton>
                  )}
                </For>
              }
            />
          </Show>
        )}
      </Show>
      {/* Whether one hosts it, its checks and its provinces come with the first rows or after them: all of it is drawn at once, so that nothing moves. */}
      <Show
        when={!params.batch || list.problem() || (of() && !checks.loading)}
        fallback={<Show when={!params.batch || of()}>{<SkeletonTable />}</Show>}
      >
        <Checks found={checks.latest ?? []} />
        <Show when={params.batch}>
          <Filters label={t('filters')} set={set()} onClear={() => setSearch({ state: undefined, province: undefined, order: undefined })}>
            <Select
              label={t('state')}
              unmarked
              empty={false}
              value={search.state ?? ''}
              options={[{ value: '', label: t('all') }, ...states.map((state) => ({ value: state, label: t(state) }))]}
              onChange={(state) => setSearch({ state: state || undefined })}
            />
            <Select
              label={t('province')}
              unmarked
              empty={false}
              value={search.province ?? ''}
              options={[{ value: '', label: t('all') }, ...provinces().map((code) => ({ value: code, label: provinceName(code) }))]}
              onChange={(province) => setSearch({ province: province || undefined })}
            />
            <Select
              label={t('order')}
              unmarked
              empty={false}
              value={search.order ?? 'list'}
              options={[
                { value: 'list', label: t('orderList') },
                { value: 'due', label: t('orderDue') },
              ]}
              onChange={(order) => setSearch({ order: order === 'due' ? 'due' : undefined })}
            />
          </Filters>
        </Show>
        <NotRead list={list} />
        <Table
          caption={t('ofBatch')}
          rows={list.rows()}
          id={(row) => row.id}
          loading={list.loading() && list.rows().length === 0}
          more={list.more()}
          loadingMore={list.loading()}
          onMore={list.next}
          empty={
            <Show when={!list.problem()}>
              <Show when={search.state || search.province} fallback={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}>
                <EmptyState title={t('noneSuch')}>{t('noneSuchBody')}</EmptyState>
              </Show>
            </Show>
          }
          columns={[
            {
              key: 'title',
              title: t('work'),
              heading: true,
              gathered: true,
              cell: (row: Row) => (
                <A href={`/awards/${row.id}`} translate="no">
                  {row.title}
                </A>
              ),
            },
            {
              key: 'unit',
              title: t('unit'),
              gathered: true,
              cell: (row: Row) => (
                <span translate="no">
                  {/* A unit that has the award itself is its title as well: it is named again, because nothing here would say that there is none. */}
                  {factsUnder(row.title, [row.unit.name, row.institution.name]) || row.title}
                </span>
              ),
            },
            {
              key: 'number',
              title: t('number'),
              gathered: true,
              below: true,
              cell: (row: Row) => (
                <a class="lg:whitespace-nowrap" href={`/certificates/${row.number}.html`}>
                  {row.number}
                </a>
              ),
            },
            { key: 'state', title: t('state'), cell: (row: Row) => <Standing award={row} /> },
            {
              key: 'next',
              title: t('next'),
              cell: (row: Row) => (
                <Show when={row.next} fallback={<span class="text-soft">–</span>}>
                  {(due) => (
                    <span>
                      {inLanguage(due().title)} <small class="block whitespace-nowrap text-soft">{day(due().due)}</small>
                    </span>
                  )}
                </Show>
              ),
            },
            { key: 'ends', title: t('ends'), cell: (row: Row) => <span class="whole whitespace-nowrap">{day(row.ends)}</span> },
          ]}
        />
      </Show>
    </>
  )
}

/** Where an award stands, and what the last check found. */
function Standing(props: { award: Pick<ListedAward, 'state' | 'gradeTitle'> }) {
  return (
    <span class="flex flex-wrap gap-2">
      <Badge tone={tones[props.award.state]}>{t(props.award.state)}</Badge>
      <Show when={props.award.gradeTitle}>{(grade) => <Badge>{inLanguage(grade())}</Badge>}</Show>
    </span>
  )
}
