import { hc } from 'hono/client'
import { createComputed, createResource, type JSX, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { batchRoutes } from '../../../functions/batches/routes.ts'
import type { BatchState } from '../../../shared/batches/schema.ts'
import type { StageKind } from '../../../shared/templates/schema.ts'
import { answer, wire } from '../data/client.ts'
import { holds } from '../data/session.ts'
import { t } from '../i18n/hosted.ts'
import { type Crumb, PageHeader } from '../ui/page-header.tsx'
import { RoomTabs } from '../ui/room-tabs.tsx'

const api = hc<typeof batchRoutes>('/api', wire)

/** What of a batch is needed to name it and to know which pages it has. */
export type HostedBatch = { title: string; state: BatchState; stages: readonly { kind: StageKind; on: boolean }[] }
/** The heads seen in this visit, so that nothing moves on the way from one page of a batch to the next. */
const [heads, setHeads] = createStore<Record<string, HostedBatch>>({})

/** Whether one came here from another page of the batch, as its host. */
export const hasBeenSeen = (batch: string): boolean => heads[batch] !== undefined

type Room =
  | 'setup'
  | 'preview'
  | 'live'
  | 'completeness'
  | 'submissions'
  | 'review'
  | 'decisions'
  | 'notice'
  | 'awards'
  | 'quotas'
  | 'record'

/** The pages that a batch has in its state: one that is being set up has few, and none stands for a stage that is off. */
function roomsOf({ state, stages }: HostedBatch): ('overview' | Room)[] {
  if (state === 'draft' || state === 'discarded') return ['setup', 'quotas', 'preview']
  const has = (...kinds: StageKind[]) => stages.some(({ kind, on }) => on && kinds.includes(kind))
  return [
    'overview',
    ...(state === 'open' || state === 'paused' ? (['live'] as const) : []),
    'completeness',
    'submissions',
    ...(has('review') ? (['review'] as const) : []),
    ...(has('deliberate') ? (['decisions'] as const) : []),
    ...(has('notice', 'publish') ? (['notice'] as const) : []),
    ...(has('publish') ? (['awards'] as const) : []),
    'quotas',
    ...(holds('administrator') || holds('audit') ? (['record'] as const) : []),
  ]
}

/**
 * The head of a page of a batch that one hosts: the batch by name, the way to its other pages, and the page's own title. A page that reads the batch anyway gives
 * it as `known`, null while it is on its way; for the others it is read here.
 */
export function HostedHeader(props: {
  batch: string
  known?: HostedBatch | null | undefined
  /** The page of the batch that this one is part of, where its address does not say so. */
  within?: Room
  title: string
  own?: boolean
  crumbs?: readonly Crumb[]
  state?: JSX.Element
  intro?: JSX.Element
  actions?: JSX.Element
}) {
  const keep = ({ title, state, stages }: HostedBatch) =>
    setHeads(props.batch, { title, state, stages: stages.map(({ kind, on }) => ({ kind, on })) })
  createComputed(() => props.known && keep(props.known))
  createResource(
    () => props.known === undefined && heads[props.batch] === undefined && props.batch,
    async (batch) => keep((await answer(api.batches[':batch'].$get({ param: { batch } }))) as unknown as HostedBatch),
  )
  const base = () => `/batches/${props.batch}`
  const drafted = () => heads[props.batch]?.state === 'draft'
  const overview = () => heads[props.batch]?.title === props.title
  return (
    <PageHeader
      title={props.title}
      own={props.own ?? false}
      crumbs={[
        { label: t('batches'), href: '/batches' },
        ...(overview()
          ? []
          : [
              {
                label: heads[props.batch]?.title ?? t('thisOne'),
                own: heads[props.batch] !== undefined,
                href: drafted() ? `${base()}/setup` : base(),
              },
            ]),
        ...(props.crumbs ?? []),
      ]}
      above={
        <>
          {/* On paper there are no crumbs to say of which batch a page is. */}
          <Show when={!overview() && heads[props.batch]}>
            {(batch) => (
              <p class="print-only" translate="no">
                {batch().title}
              </p>
            )}
          </Show>
          <RoomTabs
            label={t('pages')}
            rooms={(heads[props.batch] ? roomsOf(heads[props.batch] as HostedBatch) : []).map((room) => ({
              href: room === 'overview' ? base() : `${base()}/${room}`,
              label: t(room),
              within: props.within === room,
            }))}
          />
        </>
      }
      state={props.state}
      intro={props.intro}
      actions={props.actions}
    />
  )
}
