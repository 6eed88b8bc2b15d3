import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/organisations.ts'
import { Banner } from '../../ui/banner.tsx'
import { toast } from '../../ui/toast.tsx'
import { api, type Unit } from './unit-api.ts'
import { filled, problemsOf, UnitFields, type Written } from './unit-fields.tsx'
import { UnitForm } from './unit-form.tsx'

/** Changes a unit's facts; only what differs is sent. */
export default function ChangeUnit(props: { unit: Unit; onClose: () => void; onDone: () => void }) {
  const { name, code, province, city, level, ownership, jointlyBuilt } = props.unit
  const before: Written = {
    name,
    code: code ?? '',
    province: province ?? null,
    city: city ?? '',
    level: level ?? null,
    ownership: ownership ?? null,
    jointlyBuilt: jointlyBuilt ?? false,
  }
  const [written, setWritten] = createStore({ ...before })
  const [tried, setTried] = createSignal(false)
  const act = actKey()
  const changes = () => {
    const known = filled(before)
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
    await answer(api.organisations[':organisation'].$patch({ param: { organisation: props.unit.id }, json: changes() }, act.options()))
    act.done()
    toast(t('changed'))
    props.onDone()
  }
  return (
    <UnitForm title={t('change')} action={t('save')} wrong={wrong} onSend={send} onClose={props.onClose}>
      <UnitFields kind={props.unit.kind} value={written} problems={tried() ? problemsOf(written) : {}} onChange={setWritten} />
      <Show when={nothing()}>
        <Banner tone="info">{t('nothingChanged')}</Banner>
      </Show>
    </UnitForm>
  )
}
