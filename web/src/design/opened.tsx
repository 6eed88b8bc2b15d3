import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { calendarDay } from '../../../shared/calendar/workingDays.ts'
import type { Field } from '../../../shared/forms/schema.ts'
import { t } from '../i18n/design.ts'
import { DayCalendar } from '../pages/batches/day-calendar.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/page-header.tsx'
import { sampleForm, sampleValues } from './sample-form.ts'

const ConflictDialog = lazy(() => import('../forms/conflict-dialog.tsx'))

const disputed = (sampleForm.sections[0]?.fields ?? []).filter(({ key }): boolean => ['title', 'type', 'summary'].includes(key)) as Field[]
const base = sampleValues.basics ?? {}

/** What a page opens over itself besides the dialogs that ask, and the calendar on which dates are picked. */
export function DesignOpened() {
  const [date, setDate] = createSignal('2024-10-10')
  const [disputing, setDisputing] = createSignal(false)
  const mine = () => ({ ...base, title: t('value'), summary: t('textBefore') })
  const theirs = () => ({
    version: 4,
    values: { ...base, title: t('label'), type: 'mixed', summary: t('textAfter') },
    by: { name: t('person') },
    at: '2024-09-20T06:32:00Z',
  })
  return (
    <Card title={t('moment')}>
      <DayCalendar
        from="2024-09-28"
        dayOf={calendarDay}
        marks={[{ date: '2024-10-10', short: t('step1').slice(0, 2), words: t('step1') }]}
        chosen={date()}
        onPick={setDate}
      />
      <Button class="mt-4" aria-haspopup="dialog" onClick={() => setDisputing(true)}>
        {t('conflict')}
      </Button>
      <Suspense>
        <Show when={disputing()}>
          <ConflictDialog fields={disputed} base={base} mine={mine()} theirs={theirs()} onSettled={() => setDisputing(false)} />
        </Show>
      </Suspense>
    </Card>
  )
}
