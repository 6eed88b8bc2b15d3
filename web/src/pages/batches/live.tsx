import { useParams } from '@solidjs/router'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { provinces } from '../../../../shared/register/provinces.ts'
import { between } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { deadline, moment } from '../../i18n/dates.ts'
import { number } from '../../i18n/numbers.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { t } from '../../i18n/watching.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { TileMap } from '../../ui/tile-map.tsx'
import { api, type HostView, watchApi } from './batch-api.ts'
import { ExtensionCard } from './extension-card.tsx'
import { PulseChart } from './pulse-chart.tsx'

const seconds = 10
/** How far back the figures of the service reach, in milliseconds. */
const lately = 15 * 60_000
const read = (batch: string) => answer(watchApi.batches[':batch'].live.$get({ param: { batch } }))
type Live = Awaited<ReturnType<typeof read>>
const secondTime = (iso: string) => `${moment(iso).slice(-5)}:${iso.slice(17, 19)}`

/** The night of a deadline: what comes in, what is still missing and where, how the service does, and the extension that is ready. */
export default function LivePage() {
  const params = useParams<{ batch: string }>()
  const [batch, { refetch: again }] = createKept(
    () => params.batch,
    async (id) => (await answer(api.batches[':batch'].$get({ param: { batch: id } }))) as unknown as HostView,
  )
  const [missed, setMissed] = createSignal(false)
  const [live, { refetch }] = createKept(
    () => params.batch,
    async (id) => {
      const found = await read(id)
      setMissed(false)
      return { ...found, readAt: Date.now() }
    },
    () => setMissed(true),
  )
  const [tick, setTick] = createSignal(Date.now())
  let asked = Date.now()
  const clock = setInterval(() => {
    setTick(Date.now())
    if (document.visibilityState === 'visible' && Date.now() - asked >= seconds * 1000 && !live.loading) {
      asked = Date.now()
      void refetch()
    }
  }, 1000)
  onCleanup(() => clearInterval(clock))
  const stage = () => {
    const found = batch.latest
    return found && found.stage !== null ? found.stages[found.stage] : undefined
  }
  /** The server's time: its last answer and what has passed since that came. */
  const now = () => {
    const last = live.latest
    return last ? Date.parse(last.at) + Math.max(0, tick() - last.readAt) : tick()
  }
  return (
    <>
      <HostedHeader batch={params.batch} known={batch.latest ?? null} title={t('livePage')} intro={t('liveIntro', { seconds })} />
      <Known of={live.latest}>
        {(found) => (
          <>
            <Show when={missed()}>
              <Banner tone="warn">{t('missed', { time: secondTime(found().at) })}</Banner>
            </Show>
            <Figures
              live={found()}
              closes={stage()?.closes ?? null}
              title={stage() ? inLanguage(stage()?.title ?? { zh: '', en: '' }) : ''}
              now={now()}
            />
            <div class="live-columns">
              <Card title={t('perMinute')}>
                <PulseChart minutes={found().minutes} />
                <p class="text-sm text-soft">{t('updated', { time: secondTime(found().at) })}</p>
              </Card>
              <Known of={batch.latest}>
                {(host) => (
                  <ExtensionCard
                    batch={host()}
                    prepared={found().prepared}
                    onChanged={() => {
                      void again()
                      void refetch()
                    }}
                  />
                )}
              </Known>
            </div>
            <div class="live-columns">
              <Card>
                <TileMap caption={t('draftsMap')} measure={t('draftsMeasure')} tiles={tilesOf(found())} />
                <Elsewhere live={found()} />
              </Card>
              <Card title={t('errors')}>
                <Service live={found()} />
              </Card>
            </div>
          </>
        )}
      </Known>
    </>
  )
}

const draftsOf = ({ states }: Live['units'][number]) => (states.draft ?? 0) + (states.returned ?? 0)
const isProvince = ({ unit, province }: Live['units'][number]) =>
  unit.kind === 'province' && provinces.some(({ code }) => code === province)
function tilesOf(live: Live) {
  const rows = live.units.filter(isProvince)
  const most = Math.max(1, ...rows.map(draftsOf))
  return rows.map((row) => ({ code: row.province ?? '', value: number(draftsOf(row)), share: draftsOf(row) / most }))
}

function Elsewhere(props: { live: Live }) {
  const rows = () => props.live.units.filter((row) => !isProvince(row) && draftsOf(row) > 0)
  return (
    <Show when={rows().length > 0}>
      <h3 class="mt-4">{t('elsewhere')}</h3>
      <Table
        caption={t('elsewhere')}
        rows={rows()}
        id={(row) => row.unit.id}
        columns={[
          { key: 'unit', title: t('unit'), heading: true, cell: (row) => <span translate="no">{row.unit.name}</span> },
          { key: 'drafts', title: t('drafts'), numeric: true, cell: (row) => number(draftsOf(row)) },
        ]}
      />
    </Show>
  )
}

function Figures(props: { live: Live; closes: string | null; title: string; now: number }) {
  const totals = () => props.live.totals
  const handedIn = () =>
    Object.entries(totals()).reduce((sum, [state, count]) => (state === 'draft' || state === 'returned' ? sum : sum + count), 0)
  const left = () => (props.closes ? Math.floor((Date.parse(props.closes) - props.now) / 1000) : null)
  const two = (n: number) => String(n).padStart(2, '0')
  const countdown = (all: number) =>
    `${all >= 86_400 ? `${t('daysLeft', { count: Math.floor(all / 86_400) })} ` : ''}${two(Math.floor(all / 3600) % 24)}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`
  const said = () => {
    const rest = left()
    if (rest === null) return t('noDeadline')
    if (rest > 0) return countdown(rest)
    const draining = props.live.drainSeconds + rest
    return draining > 0 ? t('closedDraining', { seconds: draining }) : t('closed')
  }
  return (
    <>
      <dl class="live-figures">
        <div>
          <dt>{props.closes ? [props.title, t('closesIn')].join(between) : props.title}</dt>
          <dd class="live-clock">{said()}</dd>
          <Show when={props.closes}>{(closes) => <dd class="text-sm text-soft">{deadline(closes())}</dd>}</Show>
        </div>
        <div>
          <dt>{t('lastHour')}</dt>
          <dd>{t('items', { count: number(props.live.minutes.reduce((sum, { submitted }) => sum + submitted, 0)) })}</dd>
        </div>
        <div>
          <dt>{t('submittedNow')}</dt>
          <dd>{t('items', { count: number(handedIn()) })}</dd>
        </div>
        <div>
          <dt>{t('draftsLeft')}</dt>
          <dd>{t('items', { count: number((totals().draft ?? 0) + (totals().returned ?? 0)) })}</dd>
        </div>
      </dl>
      <Show when={(left() ?? 1) <= 0}>
        <Banner>{t('drainNote', { seconds: props.live.drainSeconds })}</Banner>
      </Show>
    </>
  )
}

function Service(props: { live: Live }) {
  const sum = (field: 'done' | 'refused' | 'failed') => props.live.health.minutes.reduce((total, minute) => total + minute[field], 0)
  const all = () => sum('done') + sum('refused') + sum('failed')
  const share = (count: number) =>
    all() === 0 ? t('noFigures') : [t('times', { count: number(count) }), `${number((count / all()) * 100, 1)}%`].join(between)
  const lag = (queue: 'jobs' | 'documents' | 'facts') => {
    const found = props.live.health[queue]
    if (!found) return t('noFigures')
    // A time of day alone would be taken for one of today.
    const old = Date.parse(props.live.at) - Date.parse(found.at) > lately
    return old ? t('noneLately') : t('secondsAt', { seconds: number(found.seconds), time: secondTime(found.at) })
  }
  return (
    <dl class="facts">
      <For
        each={[
          [t('answers'), t('times', { count: number(all()) })],
          [t('failedShare'), share(sum('failed'))],
          [t('refusedShare'), share(sum('refused'))],
          [t('jobsLag'), lag('jobs')],
          [t('documentsLag'), lag('documents')],
          [t('factsLag'), lag('facts')],
        ]}
      >
        {([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd class="tabular-nums">{value}</dd>
          </>
        )}
      </For>
    </dl>
  )
}
