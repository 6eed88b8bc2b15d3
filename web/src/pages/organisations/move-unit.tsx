import { createSignal, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/organisations.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { Banner } from '../../ui/banner.tsx'
import { type Found, OrganisationPicker } from '../../ui/organisation-picker.tsx'
import { toast } from '../../ui/toast.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { api, nowOf, type Read } from './unit-api.ts'
import { UnitForm } from './unit-form.tsx'
import { searchSupervisors } from './unit-search.ts'

/** Moves a unit with everything below it to another supervising unit, after saying what follows. */
export default function MoveUnit(props: { read: Read; onClose: () => void; onDone: () => void }) {
  const [to, setTo] = createSignal<Found | null>(null)
  const [tried, setTried] = createSignal(false)
  const act = actKey()
  const unit = () => props.read.organisation
  /** The unit as it is when it is moved; another may have moved it meanwhile, which is said before it is moved again. */
  const [now, setNow] = createSignal(props.read)
  const [elsewhere, setElsewhere] = createSignal(false)
  const search = searchSupervisors({ kind: unit().kind, above: props.read.above })
  const wrong = () => {
    setTried(true)
    return to() === null ? ['unit-supervisor'] : []
  }
  const send = async () => {
    for (;;) {
      const json = { supervisor: to()?.id ?? '', from: now().organisation.seq }
      try {
        await answer(api.organisations[':organisation'].$patch({ param: { organisation: unit().id }, json }, act.options()))
        break
      } catch (error) {
        const read = nowOf(error)
        if (!read) throw error
        const moved = read.organisation.path.at(-1) !== now().organisation.path.at(-1)
        setNow(read)
        setElsewhere(moved)
        if (moved) return false
      }
    }
    act.done()
    toast(t('moved'))
    props.onDone()
    return true
  }
  return (
    <UnitForm title={t('move')} action={elsewhere() ? t('saveOver') : t('move')} wrong={wrong} onSend={send} onClose={props.onClose}>
      <Banner tone="warn">
        <Show when={(unit().units ?? 0) > 0}>
          <p>
            <Quoting text={t('moveBody', { name: quoted(unit().name), count: unit().units ?? 0 })} />
          </p>
        </Show>
        <p>{t('moveEffect')}</p>
      </Banner>
      <Show when={elsewhere()}>
        <ChangedMeanwhile
          lines={[{ label: t('above'), theirs: now().above.at(-1)?.name ?? '–', mine: to()?.name ?? '–' }]}
          onTake={() => {
            props.onDone()
            props.onClose()
          }}
        />
      </Show>
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
