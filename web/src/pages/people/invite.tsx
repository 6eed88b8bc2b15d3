import { createSignal } from 'solid-js'
import type { OrganisationKind } from '../../../../shared/organisations/kinds.ts'
import type { Role } from '../../../../shared/permissions/actors.ts'
import { actKey, answer } from '../../data/client.ts'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/people.ts'
import { t as ui } from '../../i18n/ui.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { isAddress } from '../../ui/email.ts'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { api, roleOptions } from './people-api.ts'

/** Invites a person into a unit by mail. */
export function Invite(props: { unit: { id: string; kind: OrganisationKind }; onClose: () => void; onDone: () => void }) {
  const [email, setEmail] = createSignal('')
  const [name, setName] = createSignal('')
  const [roles, setRoles] = createSignal<Role[]>([])
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<string>()
  const act = actKey()
  const wrong = () => ({
    email: isAddress(email()) ? undefined : t('emailBad'),
    name: name().trim() === '' ? t('nameMissing') : undefined,
    roles: roles().length === 0 ? t('rolesMissing') : undefined,
  })
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    setRefusal(undefined)
    const first = Object.entries(wrong()).find(([, problem]) => problem !== undefined)
    if (first) return document.getElementById(`invite-${first[0]}`)?.focus()
    if (busy()) return
    setBusy(true)
    try {
      const json = { email: email().trim(), name: name().trim(), roles: roles() }
      await answer(api.organisations[':organisation'].members.$post({ param: { organisation: props.unit.id }, json }, act.options()))
      act.done()
      toast(t('sent', { email: json.email }))
      props.onDone()
      props.onClose()
    } catch (error) {
      setRefusal(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('invite')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="invite" busy={busy()}>
            {t('send')}
          </Button>
        </>
      }
    >
      <form id="invite" class="flex flex-col gap-5" onSubmit={send} novalidate>
        <p class="text-soft">{t('inviteBody')}</p>
        <TextField
          id="invite-email"
          label={t('email')}
          required
          type="email"
          inputMode="email"
          value={email()}
          problem={tried() ? wrong().email : undefined}
          onInput={setEmail}
        />
        <TextField
          id="invite-name"
          label={t('name')}
          required
          max={60}
          value={name()}
          problem={tried() ? wrong().name : undefined}
          onInput={setName}
        />
        <CheckboxGroup
          id="invite-roles"
          label={t('roles')}
          required
          value={roles()}
          options={roleOptions(props.unit.kind)}
          problem={tried() ? wrong().roles : undefined}
          onChange={setRoles}
        />
        {refusal() ? <Banner tone="bad">{refusal()}</Banner> : null}
      </form>
    </Dialog>
  )
}
