import { createSignal, For } from 'solid-js'
import type { Criterion } from '../../../shared/templates/schema.ts'
import { t } from '../i18n/design.ts'
import { IntervalLegend, IntervalPicture } from '../pages/decisions/interval-picture.tsx'
import { ScoreField } from '../pages/reviews/score-field.tsx'
import { Button } from '../ui/button.tsx'
import { ColumnChooser } from '../ui/column-chooser.tsx'
import { DateCell } from '../ui/date-cell.tsx'
import { Card } from '../ui/page-header.tsx'
import { PlacesPicture } from '../ui/places-picture.tsx'
import { RoomTabs } from '../ui/room-tabs.tsx'
import { StackedBar } from '../ui/stacked-bar.tsx'

const criterion: Criterion = {
  key: 'theme',
  title: { zh: '主题', en: 'Theme' },
  help: { zh: '目标明确，针对真实问题', en: 'Clear purpose, a real question' },
  min: 0,
  max: 10,
  step: 0.5,
  weight: 20,
  anchors: [
    { score: 9, text: { zh: '准确，有高度', en: 'Clear and well placed' } },
    { score: 3, text: { zh: '较散', en: 'Scattered' } },
  ],
}
/** Places as they come: none used, some used and some waited for, more waited for than are left, more than can be drawn one by one. */
const places = [
  { used: 0, limit: 5 },
  { used: 2, limit: 5, asked: 2 },
  { used: 3, limit: 5, asked: 4 },
  { used: 61, limit: 120, asked: 30 },
]

/** Figures told by shape, the marks of an expert, and the choice of columns. */
export function DesignPictures() {
  const [score, setScore] = createSignal<number | undefined>(8)
  const [date, setDate] = createSignal<string | null>('2024-09-08')
  const [shown, setShown] = createSignal<readonly string[]>(['name', 'state'])
  const columns = () => [
    { key: 'name', title: t('unit'), heading: true },
    { key: 'state', title: t('progress') },
    { key: 'category', title: t('category') },
  ]
  return (
    <Card title={t('pictures')}>
      <RoomTabs
        label={t('pictures')}
        rooms={[
          { href: '/design', label: t('list'), within: true },
          { href: '/design/other', label: t('steps') },
        ]}
      />
      <div class="grid gap-6 md:grid-cols-2">
        <For each={places}>{(each) => <PlacesPicture label={t('category')} {...each} />}</For>
        <StackedBar
          label={t('progress')}
          none={t('empty')}
          parts={[
            { key: 'a', label: t('taskOpen'), value: 4, tone: 'plain' },
            { key: 'b', label: t('taskStarted'), value: 9, tone: 'info' },
            { key: 'c', label: t('waiting'), value: 3, tone: 'warn' },
            { key: 'd', label: t('taskDone'), value: 12, tone: 'good' },
            { key: 'e', label: t('problem'), value: 1, tone: 'bad' },
          ]}
        />
        <StackedBar label={t('progress')} parts={[]} none={t('empty')} />
        <IntervalLegend bands />
        <IntervalPicture scores={[88, 91, 79]} score={86} method="mean" from={60} until={100} />
        <IntervalPicture scores={[]} score={null} method="mean" from={60} until={100} />
        <ScoreField criterion={criterion} value={score()} onChange={setScore} />
        <ScoreField criterion={{ ...criterion, key: 'open' }} value={undefined} problem={[t('problem')]} onChange={setScore} />
        <ScoreField criterion={{ ...criterion, key: 'locked' }} value={6} disabled onChange={setScore} />
        <DateCell label={t('moment')} value={date()} onInput={setDate} />
        <div class="flex flex-wrap gap-3">
          <ColumnChooser columns={columns()} shown={shown()} onChange={setShown} />
          <Button busy>{t('ask')}</Button>
        </div>
      </div>
    </Card>
  )
}
