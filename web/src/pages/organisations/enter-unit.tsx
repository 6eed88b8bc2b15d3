import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { OrganisationKind } from '../../../../shared/organisations/kinds.ts'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/organisations.ts'
import { RadioGroup } from '../../ui/choices.tsx'
import { toast } from '../../ui/toast.tsx'
import { api, kindName, kindsBelow, type Unit } from './unit-api.ts'
import { blank, filled, problemsOf, UnitFields } from './unit-fields.tsx'
import { UnitForm } from './unit-form.tsx'

/** Enters a unit below another. */
export default function EnterUnit(props: { above: Unit; onClose: () => void; onDone: () => void }) {
  const kinds = kindsBelow(props.above.kind)
  const [kind, setKind] = createSignal<OrganisationKind | null>(kinds.length === 1 ? (kinds[0] ?? null) : null)
  const [written, setWritten] = createStore({ ...blank, province: props.above.province ?? null })
  const [tried, setTried] = createSignal(false)
  const act = actKey()
  const problems = () => (tried() ? problemsOf(written) : {})
  const wrong = () => {
    setTried(true)
    const { name, code } = problemsOf(written)
    return [kind() === null && 'unit-kind', name && 'unit-name', code && 'unit-code'].filter((id) => typeof id === 'string')
  }
  const send = async () => {
    const chosen = kind()
    if (chosen === null) return false
    const { province, city, level, ownership, jointlyBuilt, ...named } = filled(written)
    const lies = chosen === 'college' || chosen === 'branch' ? {} : { ...(province && { province }), ...(city && { city }) }
    const schooling =
      chosen === 'university' ? { ...(level && { level }), ...(ownership && { ownership }), ...(jointlyBuilt && { jointlyBuilt }) } : {}
    await answer(
      api.organisations[':organisation'].below.$post(
        { param: { organisation: props.above.id }, json: { kind: chosen, ...named, ...lies, ...schooling } },
        act.options(),
      ),
    )
    act.done()
    toast(t('entered', { name: named.name }))
    props.onDone()
    return true
  }
  return (
    <UnitForm title={t('enter')} action={t('enter')} wrong={wrong} onSend={send} onClose={props.onClose}>
      <RadioGroup
        id="unit-kind"
        label={t('kind')}
        required
        inline
        value={kind()}
        options={kinds.map((value) => ({ value, label: kindName(value) }))}
        problem={tried() && kind() === null ? t('kindMissing') : undefined}
        onChange={setKind}
      />
      <UnitFields kind={kind()} value={written} problems={problems()} onChange={setWritten} />
    </UnitForm>
  )
}
