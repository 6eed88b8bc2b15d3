import { createSignal } from 'solid-js'
import { t } from '../i18n/design.ts'
import { Checkbox, CheckboxGroup, RadioGroup, Select, Switch, YesNo } from '../ui/choices.tsx'
import { DateField } from '../ui/date-field.tsx'
import ErrorSummary from '../ui/error-summary.tsx'
import { MomentField } from '../ui/moment-field.tsx'
import { MomentRange } from '../ui/moment-range.tsx'
import { MoneyField, NumberField } from '../ui/number-field.tsx'
import { type Found, OrganisationPicker } from '../ui/organisation-picker.tsx'
import { Card } from '../ui/page-header.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'

export function DesignFields() {
  const [text, setText] = createSignal(t('value'))
  const [amount, setAmount] = createSignal<number | string | null>(1250)
  const [date, setDate] = createSignal<string | null>('2024-10-10')
  const [moment, setMoment] = createSignal<string | null>('2024-10-10T16:00:00.000Z')
  const [range, setRange] = createSignal({ opens: '2024-09-07T16:00:00.000Z' as string | null, closes: moment() })
  const [choice, setChoice] = createSignal<string | null>('a')
  const [several, setSeveral] = createSignal<string[]>(['a'])
  const [on, setOn] = createSignal(true)
  const [found, setFound] = createSignal<Found | null>(null)
  const options = () => [
    { value: 'a', label: t('step1'), help: t('help') },
    { value: 'b', label: t('step2') },
    { value: 'c', label: t('step3') },
  ]
  return (
    <Card title={t('fields')}>
      <div class="grid gap-6 md:grid-cols-2">
        <ErrorSummary problems={[{ text: t('problem'), to: 'design-wrong' }]} />
        <TextField label={t('label')} help={t('help')} required value={text()} max={40} onInput={setText} />
        <TextField id="design-wrong" label={t('label')} required problem={t('problem')} value="" onInput={setText} />
        <TextField label={t('label')} disabled value={text()} onInput={setText} />
        <NumberField label={t('progress')} unit="%" value={amount()} onInput={setAmount} />
        <MoneyField label={t('progress')} value={amount()} onInput={setAmount} />
        <DateField label={t('moment')} value={date()} onInput={setDate} />
        <MomentField label={t('moment')} required end value={moment()} onInput={setMoment} />
        <MomentRange
          {...range()}
          labels={{ opens: t('opens'), closes: t('closes') }}
          onInput={(end, iso) => setRange({ ...range(), [end]: iso })}
        />
        <MomentRange
          opens={moment()}
          closes="2024-10-09T16:00:00.000Z"
          labels={{ opens: t('opens'), closes: t('closes') }}
          onInput={() => undefined}
        />
        <Select label={t('category')} value={choice()} options={options()} onChange={setChoice} />
        <OrganisationPicker
          label={t('unit')}
          value={found()}
          onChange={setFound}
          search={async (words) => ['一', '二', '三'].map((each) => ({ id: each, name: `${words}${each}`, code: '4100000000' }))}
        />
        <RadioGroup label={t('category')} required value={choice()} options={options()} onChange={setChoice} />
        <CheckboxGroup label={t('category')} value={several()} options={options()} onChange={setSeveral} />
        <YesNo label={t('switch')} value={on()} onChange={setOn} />
        <div>
          <Checkbox label={t('switch')} checked={on()} onChange={setOn} />
          <Switch label={t('switch')} help={t('help')} checked={on()} onChange={setOn} />
        </div>
        <TextArea label={t('label')} value={text().repeat(9)} max={60} expandable onInput={setText} />
      </div>
    </Card>
  )
}
