import { A } from '@solidjs/router'
import { createResource, For, Show } from 'solid-js'
import { begun, handedIn } from '../../../../shared/endorsements/progress.ts'
import { type Unusual, unusualIn } from '../../../../shared/endorsements/unusual.ts'
import { levelOfKind } from '../../../../shared/endorsements/way.ts'
import { between } from '../../../../shared/text.ts'
import { Known } from '../../data/known.tsx'
import { me } from '../../data/session.ts'
import { deadline } from '../../i18n/dates.ts'
import { t } from '../../i18n/endorsements.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { DeskUnits } from '../../ui/desk-units.tsx'
import { Countdown } from '../submissions/countdown.tsx'
import { batchOf, categoryTitle, type openBatches } from '../submissions/submission-api.ts'
import { listHref, myUnit, placesOf, standingsOf } from './endorsement-api.ts'
import { provincesOf } from './provinces.ts'
import { StandingBar, summed } from './standing-bar.tsx'

type Listed = Awaited<ReturnType<typeof openBatches>>[number]

/** One running batch on the desk of a recommending unit: its dates, how everything stands, and what is out of the ordinary. */
export function DeskBatch(props: { batch: Listed }) {
  const [given] = createResource(
    () => ({ batch: props.batch.id, closes: props.batch.now?.closes, organisation: myUnit() }),
    async (asked) => {
      const [batch, rows, places] = await Promise.all([batchOf(asked.batch), standingsOf(asked), placesOf(asked)])
      const level = levelOfKind(me()?.active?.organisation.kind ?? 'branch')
      const now = Date.now()
      const runs = (stage: { opens: string | null; closes: string | null }) =>
        stage.opens !== null && Date.parse(stage.opens) <= now && (stage.closes === null || Date.parse(stage.closes) > now)
      const own = batch.stages.find((stage) => stage.kind === 'endorse' && stage.level === level)
      // In a check only awardees report.
      const collecting = props.batch.source === undefined && batch.stages.some((stage) => stage.kind === 'collect' && runs(stage))
      const endorsing = own && runs(own) ? { closes: own.closes } : undefined
      // Said already where it is the stage that runs, and of no use once it is over.
      const ownCloses = own?.closes && own.closes !== asked.closes && Date.parse(own.closes) > now ? own.closes : undefined
      return { batch, rows, ownCloses, endorsing, unusual: unusualIn({ rows, places, collecting, endorsing, at: now }) }
    },
  )
  /** While units below have something to do, how far each is. */
  const moving = () => props.batch.now?.kind === 'collect' || props.batch.now?.kind === 'endorse'
  const byUnit = (rows: readonly unknown[]) => moving() && rows.length > 1
  const standing = () => `/batches/${props.batch.id}/standing`
  return (
    <li class="desk-batch">
      <div class="flex flex-wrap items-start justify-between gap-3">
        <div class="min-w-0">
          <h3>
            <A translate="no" href={`/batches/${props.batch.id}/list`}>
              {props.batch.title}
            </A>
          </h3>
          <p class="text-soft">
            <Show when={props.batch.now}>
              {(now) => (
                <span class="flex flex-wrap gap-x-4">
                  <span>{t('stageNow', { stage: inLanguage(now().title) })}</span>
                  <Show when={now().closes}>
                    {(closes) => (
                      <span>
                        <span class="whitespace-nowrap">{t('closes', { time: deadline(closes()) })}</span> <Countdown until={closes()} />
                      </span>
                    )}
                  </Show>
                </span>
              )}
            </Show>
            <Show when={given.latest?.ownCloses}>
              {(closes) => <span class="block break-keep">{t('ownCloses', { time: deadline(closes()) })}</span>}
            </Show>
          </p>
        </div>
        <LinkButton href={`/batches/${props.batch.id}/list`}>
          {t(given.latest && !given.latest.endorsing ? 'look' : 'open')}
          <AlsoSaid>{props.batch.title}</AlsoSaid>
        </LinkButton>
      </div>
      <Known of={given.latest}>
        {(found) => (
          <div class="mt-3 flex flex-col gap-3">
            {/* That nothing has begun is said below, unit by unit, while it may still begin. */}
            <Show when={!byUnit(found().rows) || found().rows.some((row) => begun(row) > 0)}>
              <StandingBar label={props.batch.title} standings={summed(found().rows)} />
            </Show>
            <Show when={found().unusual.length > 0}>
              <ul class="flex flex-col gap-1">
                <For each={found().unusual}>
                  {(each) => (
                    <li>
                      <A href={hrefOf(props.batch.id, each)}>{t(each.kind, { count: each.count })}</A>
                      <Show when={each.categories.length > 0}>
                        <small class="ml-2 text-soft">
                          {each.categories
                            .slice(0, 3)
                            .map((category) => categoryTitle(found().batch, category))
                            .join(between)}
                          {each.categories.length > 3 ? ' …' : ''}
                        </small>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show
              when={byUnit(found().rows)}
              fallback={
                <p>
                  <A href={standing()}>
                    {t('standing')}
                    <AlsoSaid>{props.batch.title}</AlsoSaid>
                  </A>
                </p>
              }
            >
              <DeskUnits
                title={props.batch.title}
                units={found().rows.map((row) => ({ name: row.from.name, begun: begun(row), handedIn: handedIn(row) }))}
                all={{ label: t('standing'), href: standing() }}
                map={{ caption: t('byProvince'), measure: t('handedIn'), tiles: provincesOf(found().rows) }}
              />
            </Show>
          </div>
        )}
      </Known>
    </li>
  )
}

/** Where one can see to it. */
function hrefOf(batch: string, { kind, categories: [category] }: Unusual): string {
  if (kind === 'silent') return `/batches/${batch}/standing?show=silent`
  if (kind === 'returned') return listHref(batch, { state: 'returned' })
  if (kind === 'unused') return listHref(batch, { ...(category && { category }), state: 'submitted' })
  return `/batches/${batch}/ordered/${category}`
}
