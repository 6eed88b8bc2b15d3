import { createSignal, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/organisations.ts'
import { Banner } from '../../ui/banner.tsx'
import { type Found, OrganisationPicker } from '../../ui/organisation-picker.tsx'
import { toast } from '../../ui/toast.tsx'
import { api, type Read } from './unit-api.ts'
import { UnitForm } from './unit-form.tsx'
import { searchSupervisors } from './unit-search.ts'

/** Moves a unit with everything below it to another supervising unit, after saying what follows. */
export default function MoveUnit(props: { read: Read; onClose: () => void; onDone: () => void }) {
  const [to, setTo] = createSignal<Found | null>(null)
  const [tried, setTried] = createSignal(false)
  const act = actKey()
  const unit = () => props.read.organisation
  const search = searchSupervisors({ kind: unit().kind, above: props.read.above })
  const wrong = () => {
    setTried(true)
    return to() === null ? ['unit-supervisor'] : []
  }
  const send = async () => {
    const json = { supervisor: to()?.id ?? '' }
    await answer(api.organisations[':organisation'].$patch({ param: { organisation: unit().id }, json }, act.options()))
    act.done()
    toast(t('moved'))
    props.onDone()
  }
  return (
    <UnitForm title={t('move')} action={t('move')} wrong={wrong} onSend={send} onClose={props.onClose}>
      <Banner tone="warn">
        <Show when={(unit().units ?? 0) > 0}>
          <p translate="no">{t('moveBody', { name: unit().name, count: unit().units ?? 0 })}</p>
        </Show>
        <p>{t('moveEffect')}</p>
      </Banner>
      <OrganisationPicker
        id="unit-supervisor"
        label={t('moveTo')}
        required
        value={to()}
        search={search}
        problem={tried() && to() === null ? t('moveMissing') : undefined}
        onChange={setTo}
      />
    </UnitForm>
  )
}
