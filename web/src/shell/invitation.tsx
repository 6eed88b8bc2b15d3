import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import { roles } from '../../../shared/permissions/actors.ts'
import { inARow } from '../../../shared/text.ts'
import { sentenceOf } from '../data/refused.ts'
import { acceptInvitation, previewInvitation } from '../data/session.ts'
import { t } from '../i18n/entrance.ts'
import { language } from '../i18n/language.ts'
import { inLanguage } from '../i18n/texts.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { tokenOf } from './fragment.ts'

/** Where an invitation leads: says who invites to what, asks for a name and a password if the person is new, and joins on a button. */
export default function Invitation() {
  const navigate = useNavigate()
  const token = tokenOf(location.hash)
  const [invitation] = createResource(token, previewInvitation)
  const [typed, setTyped] = createSignal<string>()
  const name = () => typed() ?? invitation()?.name ?? ''
  const [password, setPassword] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>(null)
  const accept = async (event: SubmitEvent) => {
    event.preventDefault()
    const isNew = !invitation()?.known
    setMissing(isNew && name().trim() === '')
    if (!token || busy() || missing()) return
    setBusy(true)
    setProblem(null)
    try {
      await acceptInvitation(token, isNew ? { name: name().trim(), ...(password() && { password: password() }) } : {})
      navigate('/', { replace: true })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="gate">
      <div class="card gate-card">
        <PageHeader title={t('invitation')} />
        <Show when={token} fallback={<Banner tone="warn">{t('redeemMissing')}</Banner>}>
          <Show
            when={!invitation.error}
            fallback={
              <Banner tone="bad" actions={<LinkButton href="/sign-in">{t('signIn')}</LinkButton>}>
                {sentenceOf(invitation.error)}
              </Banner>
            }
          >
            <Show when={invitation()} fallback={<SkeletonRows rows={3} />}>
              {(known) => (
                <form class="flex flex-col gap-5" onSubmit={accept} novalidate>
                  <p>
                    {t('invitationIntro', {
                      unit: known().organisation.name,
                      roles: inARow(
                        known().roles.map((role) => inLanguage(roles[role])),
                        language(),
                      ),
                    })}
                  </p>
                  <p class="text-soft">{known().known ? t('invitationKnown') : t('invitationNew')}</p>
                  <Show when={problem()}>
                    <Banner tone="bad">{sentenceOf(problem())}</Banner>
                  </Show>
                  <TextField
                    label={t('email')}
                    unmarked
                    type="email"
                    value={known().email}
                    readonly
                    autocomplete="username"
                    onInput={() => undefined}
                  />
                  <Show when={!known().known}>
                    <TextField
                      label={t('name')}
                      required
                      autocomplete="name"
                      value={name()}
                      onInput={setTyped}
                      problem={missing() && name().trim() === '' ? t('required', { field: t('name') }) : undefined}
                    />
                    <TextField
                      label={t('newPassword')}
                      help={t('newPasswordHelp')}
                      type="password"
                      autocomplete="new-password"
                      value={password()}
                      onInput={setPassword}
                    />
                  </Show>
                  <Button type="submit" kind="primary" busy={busy()}>
                    {t('accept')}
                  </Button>
                </form>
              )}
            </Show>
          </Show>
        </Show>
      </div>
    </div>
  )
}
