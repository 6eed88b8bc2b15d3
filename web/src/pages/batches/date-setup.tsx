import { createSignal, For, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { aloud } from '../../../../shared/batches/aloud.ts'
import { overlaps, suggestDates } from '../../../../shared/batches/dates.ts'
import { isDated } from '../../../../shared/batches/timing.ts'
import { calendarDay, yearIsKnown } from '../../../../shared/calendar/workingDays.ts'
import { answer } from '../../data/client.ts'
import { t as s } from '../../i18n/batch-setup.ts'
import { t } from '../../i18n/batches.ts'
import { clock, dateOf, day as dayOf, fromBeijing } from '../../i18n/dates.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/choices.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { MomentRange } from '../../ui/moment-range.tsx'
import { Card } from '../../ui/page-header.tsx'
import { toastError } from '../../ui/toast.tsx'
import { templateApi } from './batch-api.ts'
import { DayCalendar, type DayMark } from './day-calendar.tsx'
import { createPart, SavePart, type SetupPart } from './setup-part.tsx'
import { StageChart } from './stage-chart.tsx'

type Which = 'opens' | 'closes'
const day = 86_400_000
/** The last day of a stage that closes at an instant: what ends at midnight ends on the day before. */
const lastDay = (closes: string) => dateOf(new Date(Date.parse(closes) - 1).toISOString())

/** The stages as a sentence one can read aloud, as bars, and with their dates on a calendar. */
export default function DateSetup(props: SetupPart) {
  const [stages, setStages] = createStore(props.batch.stages.map((stage) => ({ ...stage })))
  /** The suggested dates that were asked for, until they are there. */
  const [filling, setFilling] = createSignal<Promise<boolean>>()
  const part = createPart(
    props,
    'dates',
    () => ({ stages: stages.map(({ key, on, opens, closes }) => ({ key, on, opens, closes })) }),
    filling,
  )
  const [from, setFrom] = createSignal<string | null>(dateOf(new Date(Date.now() + day).toISOString()))
  const [target, setTarget] = createSignal<{ index: number; which: Which }>({ index: 0, which: 'opens' })
  const fill = async (start: string) => {
    const { key, version } = props.batch.template
    const template = await answer(templateApi.templates[':key'].$get({ param: { key }, query: { version: String(version) } }))
    suggestDates(unwrap(stages), template, start).forEach(({ opens, closes }, i) => {
      setStages(i, { opens, closes })
    })
  }
  const suggest = () => {
    const start = from()
    if (!start) return
    const filled = fill(start).then(
      () => true,
      (error: unknown) => {
        toastError(error)
        return false
      },
    )
    setFilling(filled.finally(() => setFilling(undefined)))
  }
  const pick = (date: string) => {
    const { index, which } = target()
    const stage = stages[index]
    if (!stage) return
    if (which === 'opens') {
      setStages(index, 'opens', fromBeijing(date))
      setTarget({ index, which: 'closes' })
    } else
      setStages(
        index,
        'closes',
        fromBeijing(date, stage.closes ? (clock(stage.closes) === '00:00' ? '24:00' : clock(stage.closes)) : '17:00'),
      )
  }
  const numbered = () => stages.filter((stage) => stage.on && isDated(stage))
  const marks = (): DayMark[] =>
    numbered().flatMap((stage, i) => {
      const title = inLanguage(stage.title)
      return [
        ...(stage.opens
          ? [{ date: dateOf(stage.opens), short: s('begins', { n: i + 1 }), words: s('stageBegins', { stage: title }) }]
          : []),
        ...(stage.closes ? [{ date: lastDay(stage.closes), short: s('ends', { n: i + 1 }), words: s('stageEnds', { stage: title }) }] : []),
      ]
    })
  const days = () => {
    const instants = numbered().flatMap(({ opens, closes }) => [opens, closes].filter((instant) => instant !== null))
    if (instants.length === 0) return []
    const first = Date.parse(`${dateOf(instants.toSorted()[0] ?? '')}T00:00:00Z`) - day
    const last = Date.parse(`${dateOf(instants.toSorted().at(-1) ?? '')}T00:00:00Z`) + day
    return Array.from({ length: Math.min(800, (last - first) / day + 1) }, (_, i) =>
      calendarDay(new Date(first + i * day).toISOString().slice(0, 10)),
    )
  }
  const notes = () => {
    const closing = numbered().flatMap((stage) => {
      if (!stage.closes) return []
      const info = calendarDay(lastDay(stage.closes))
      const why = info.festival ? inLanguage(info.festival) : s('weekend')
      return info.working ? [] : [s('restClosing', { stage: inLanguage(stage.title), date: dayOf(stage.closes), why })]
    })
    const years = [...new Set(days().map(({ date }) => Number(date.slice(0, 4))))].filter((year) => !yearIsKnown(year))
    const common = overlaps(stages).map(({ earlier, later, days: count }) =>
      s('overlap', { earlier: inLanguage(earlier.title), later: inLanguage(later.title), days: count }),
    )
    return [...closing, ...common, ...years.map((year) => s('yearUnknown', { year: String(year) }))]
  }
  const chosen = () => {
    const { index, which } = target()
    const instant = stages[index]?.[which]
    return instant ? (which === 'opens' ? dateOf(instant) : lastDay(instant)) : null
  }
  const targetName = () => {
    const stage = stages[target().index]
    return stage ? s('picking', { stage: inLanguage(stage.title), which: t(target().which === 'opens' ? 'opens' : 'until') }) : ''
  }
  return (
    <Card title={t('dates')}>
      <p class="mb-4 max-w-prose text-soft">{t('datesHelp')}</p>
      <p class="plan-aloud">
        <span class="sr-only">{s('aloud')} </span>
        {inLanguage(aloud({ stages, settings: props.batch.settings }))}
      </p>
      <StageChart
        stages={stages}
        days={days()}
        label={`${s('timeline')} ${inLanguage(aloud({ stages, settings: props.batch.settings }))}`}
      />
      <Show when={notes().length > 0}>
        <Banner>
          <ul class="list-disc pl-5">
            <For each={notes()}>{(note) => <li>{note}</li>}</For>
          </ul>
        </Banner>
      </Show>
      <div class="my-5 flex flex-wrap items-end gap-3">
        <DateField label={t('from')} unmarked value={from()} onInput={setFrom} />
        <Button busy={filling() !== undefined} onClick={suggest}>
          {t('fill')}
        </Button>
      </div>
      <div class="date-setup">
        <ol class="flex flex-col">
          <For each={stages}>
            {(stage, i) => (
              <li class="border-t border-line py-4 first:border-0">
                <fieldset>
                  <legend class="font-semibold">{inLanguage(stage.title)}</legend>
                  <div class="mt-2 flex flex-col gap-3">
                    <Show when={props.batch.optional.includes(stage.key)}>
                      <Switch label={t('used')} checked={stage.on} onChange={(used) => setStages(i(), 'on', used)} />
                    </Show>
                    <Show when={stage.on && !isDated(stage)}>
                      <p class="text-soft">{t('byDecision')}</p>
                    </Show>
                    <Show when={stage.on && isDated(stage)}>
                      <MomentRange
                        opens={stage.opens}
                        closes={stage.closes}
                        labels={{ opens: t('opens'), closes: t('until') }}
                        onInput={(which, instant) => setStages(i(), which, instant)}
                        onReach={(which) => setTarget({ index: i(), which })}
                      />
                    </Show>
                  </div>
                </fieldset>
              </li>
            )}
          </For>
        </ol>
        <section class="date-picker" aria-label={s('calendar')}>
          <p class="font-semibold" aria-live="polite">
            {targetName()}
          </p>
          <p class="mb-2 text-sm text-soft">
            {s('pickHint')}
            <span class="by-keys">{s('pickKeys')}</span>
          </p>
          <DayCalendar
            from={from() ?? dateOf(new Date().toISOString())}
            dayOf={calendarDay}
            marks={marks()}
            chosen={chosen()}
            onPick={pick}
          />
        </section>
      </div>
      <SavePart part={part} name={t('dates')} />
    </Card>
  )
}
