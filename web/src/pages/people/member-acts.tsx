import { createSignal, Show } from 'solid-js'
import Ellipsis from '~icons/lucide/ellipsis'
import type { OrganisationKind } from '../../../../shared/organisations/kinds.ts'
import type { Role } from '../../../../shared/permissions/actors.ts'
import { answer } from '../../data/client.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/people.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { CheckboxGroup } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { isAddress } from '../../ui/email.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast, toastError } from '../../ui/toast.tsx'
import { api, type Member, roleOptions } from './people-api.ts'

type Asked = 'address' | 'roles' | 'suspend' | 'remove'

/** What may be done about a member, as their state allows. */
export function MemberActs(props: { unit: { id: string; kind: OrganisationKind }; member: Member; onDone: () => void }) {
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const [roles, setRoles] = createSignal<Role[]>([])
  const [reason, setReason] = createSignal('')
  const [email, setEmail] = createSignal('')
  const addressProblem = () => {
    if (email() === '') return undefined
    if (!isAddress(email())) return t('emailBad')
    return email().trim().toLowerCase() === props.member.email ? t('correctSame') : undefined
  }
  const here = () => ({ param: { organisation: props.unit.id, person: props.member.person } })
  const member = api.organisations[':organisation'].members[':person']
  const name = () => props.member.name

  const ask = (what: Asked) => {
    setRoles([...props.member.roles])
    setReason('')
    setEmail('')
    setAsked(what)
  }
  const finish = (said: string) => {
    toast(said)
    props.onDone()
  }
  const at = async (act: Promise<unknown>, said: string) => {
    try {
      await act
      finish(said)
    } catch (error) {
      toastError(error)
    }
  }
  const items = (): MenuItem[] => {
    const { state, email, person } = props.member
    const invited = state === 'invited'
    const present = invited || state === 'active'
    // Who leaves of their own accord does so in their account.
    const other = person !== me()?.person.id
    return [
      invited && {
        key: 'resend',
        label: t('resend'),
        act: () => void at(answer(member.resend.$post(here())), t('resent', { email })),
      },
      invited && { key: 'address', label: t('correct'), act: () => ask('address') },
      present && { key: 'roles', label: t('changeRoles'), act: () => ask('roles') },
      present && other && { key: 'suspend', label: t('suspend'), act: () => ask('suspend') },
      state === 'suspended' && {
        key: 'reinstate',
        label: t('reinstate'),
        act: () => void at(answer(member.reinstate.$post(here())), t('reinstated')),
      },
      state !== 'left' && other && { key: 'remove', label: t('remove'), act: () => ask('remove') },
    ].filter((item) => item !== false)
  }
  return (
    <Show when={items().length > 0}>
      <Menu label={t('actsFor', { name: quoted(name()) })} icon={<Ellipsis />} iconOnly small items={items()} />
      <ConfirmDialog
        open={asked() === 'address'}
        onClose={() => setAsked(null)}
        title={t('correct')}
        action={t('send')}
        disabled={email() === '' || addressProblem() !== undefined}
        onConfirm={async () => {
          const json = { email: email().trim() }
          await answer(member.address.$post({ ...here(), json }))
          finish(t('sent', json))
        }}
      >
        <p>
          <Quoting text={t('correctBody', { email: quoted(props.member.email) })} />
        </p>
        <TextField
          label={t('email')}
          required
          type="email"
          inputMode="email"
          value={email()}
          problem={addressProblem()}
          onInput={setEmail}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asked() === 'roles'}
        onClose={() => setAsked(null)}
        title={t('changeRoles')}
        action={t('save')}
        disabled={roles().length === 0}
        onConfirm={async () => {
          await answer(member.roles.$put({ ...here(), json: { roles: roles() } }))
          finish(t('changed'))
        }}
      >
        <p>
          <Quoting text={t('changeRolesBody', { name: quoted(name()) })} />
        </p>
        <CheckboxGroup
          label={t('roles')}
          required
          value={roles()}
          options={roleOptions(props.unit.kind)}
          problem={roles().length === 0 ? t('rolesMissing') : undefined}
          onChange={setRoles}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asked() === 'suspend'}
        onClose={() => setAsked(null)}
        title={t('suspendTitle')}
        action={t('suspend')}
        danger
        disabled={reason().trim() === ''}
        onConfirm={async () => {
          await answer(member.suspend.$post({ ...here(), json: { reason: reason().trim() } }))
          finish(t('suspendedDone'))
        }}
      >
        <p>
          <Quoting text={t('suspendBody', { name: quoted(name()) })} />
        </p>
        <TextArea label={t('reason')} required rows={2} max={2000} value={reason()} onInput={setReason} />
      </ConfirmDialog>
      <ConfirmDialog
        open={asked() === 'remove'}
        onClose={() => setAsked(null)}
        title={t('removeTitle')}
        action={t('remove')}
        danger
        onConfirm={async () => {
          await answer(member.$delete({ ...here(), query: reason().trim() === '' ? {} : { reason: reason().trim() } }))
          finish(t('removed'))
        }}
      >
        <p>
          <Quoting text={t('removeBody', { name: quoted(name()) })} />
        </p>
        <TextArea label={t('reason')} rows={2} max={2000} value={reason()} onInput={setReason} />
      </ConfirmDialog>
    </Show>
  )
}
