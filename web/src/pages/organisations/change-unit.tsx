import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/organisations.ts'
import { Banner } from '../../ui/banner.tsx'
import { toast } from '../../ui/toast.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { api, nowOf, type Unit } from './unit-api.ts'
import { factShown, filled, problemsOf, UnitFields, type Written, writtenOf } from './unit-fields.tsx'
import { UnitForm } from './unit-form.tsx'

/** Changes a unit's facts; only what differs is sent, and never over what another has written meanwhile without asking. */
export default function ChangeUnit(props: { unit: Unit; onClose: () => void; onDone: () => void }) {
  /** The unit as these changes were made from it; after a conflict, as the other one has left it. */
  const [base, setBase] = createSignal(props.unit)
  const [written, setWritten] = createStore({ ...writtenOf(props.unit) })
  const [theirs, setTheirs] = createSignal<readonly (keyof Written)[]>([])
  const [tried, setTried] = createSignal(false)
  const act = actKey()
  const changes = () => {
    const known = filled(writtenOf(base()))
    return Object.fromEntries(Object.entries(filled(written)).filter(([key, value]) => known[key as keyof typeof known] !== value))
  }
  const nothing = () => tried() && Object.keys(changes()).length === 0
  const wrong = () => {
    setTried(true)
    const problems = problemsOf(written)
    if (problems.name) return ['unit-name']
    if (problems.code) return ['unit-code']
    return nothing() ? ['unit-name'] : []
  }
  const send = async () => {
    // Where the other has come to the same, nothing is left to send.
    while (Object.keys(changes()).length > 0) {
      const json = { ...changes(), from: base().seq }
      try {
        await answer(api.organisations[':organisation'].$patch({ param: { organisation: props.unit.id }, json }, act.options()))
        break
      } catch (error) {
        const now = nowOf(error)?.organisation
        if (!now) throw error
        if (meet(now).length > 0) return false
      }
    }
    act.done()
    toast(t('changed'))
    props.onDone()
    return true
  }
  /** Takes over what another has changed where nothing was written here; gives the fields that both have changed, each otherwise. */
  const meet = (now: Unit) => {
    const [before, after, mine] = [writtenOf(base()), writtenOf(now), { ...written }]
    const fields = Object.keys(after) as (keyof Written)[]
    const moved = fields.filter((field) => after[field] !== before[field])
    setWritten(Object.fromEntries(moved.filter((field) => mine[field] === before[field]).map((field) => [field, after[field]])))
    setBase(now)
    const both = moved.filter((field) => mine[field] !== before[field] && mine[field] !== after[field])
    setTheirs(both)
    return both
  }
  const takeTheirs = () => {
    const now = writtenOf(base())
    setWritten(Object.fromEntries(theirs().map((field) => [field, now[field]])))
    setTheirs([])
  }
  return (
    <UnitForm
      title={t('change')}
      action={theirs().length > 0 ? t('saveOver') : t('save')}
      wrong={wrong}
      onSend={send}
      onClose={props.onClose}
    >
      <Show when={theirs().length > 0}>
        <ChangedMeanwhile
          lines={theirs().map((field) => ({
            label: t(field),
            theirs: factShown(field, writtenOf(base())),
            mine: factShown(field, written),
          }))}
          onTake={takeTheirs}
        />
      </Show>
      <UnitFields kind={props.unit.kind} value={written} problems={tried() ? problemsOf(written) : {}} onChange={setWritten} />
      <Show when={nothing()}>
        <Banner tone="info">{t('nothingChanged')}</Banner>
      </Show>
    </UnitForm>
  )
}
