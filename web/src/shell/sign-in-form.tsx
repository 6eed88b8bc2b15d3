import { createSignal, Show } from 'solid-js'
import { sentenceOf } from '../data/refused.ts'
import { requestLink, signIn } from '../data/session.ts'
import { t } from '../i18n/entrance.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { isAddress } from '../ui/email.ts'
import { TextField } from '../ui/text-field.tsx'

/** Signs in by password, or asks for a link by mail. Used by the page and by the overlay over an open page. */
export function SignInForm(props: { email?: string; onDone: () => void }) {
  const [way, setWay] = createSignal<'password' | 'link'>('password')
  const [email, setEmail] = createSignal(props.email ?? '')
  const [password, setPassword] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>(null)
  const [sent, setSent] = createSignal(false)
  const wrongEmail = () => {
    if (email().trim() === '') return t('required', { field: t('email') })
    return isAddress(email()) ? undefined : t('emailBad')
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    const incomplete = wrongEmail() !== undefined || (way() === 'password' && password() === '')
    setMissing(incomplete)
    setProblem(null)
    if (incomplete) return
    setBusy(true)
    try {
      if (way() === 'link') {
        await requestLink(email().trim())
        setSent(true)
      } else {
        await signIn(email().trim(), password())
        props.onDone()
      }
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const change = (to: 'password' | 'link') => {
    setWay(to)
    setSent(false)
    setProblem(null)
  }
  return (
    <form class="flex flex-col gap-5" onSubmit={submit} novalidate>
      <Show when={problem()}>
        <Banner tone="bad">{sentenceOf(problem())}</Banner>
      </Show>
      <Show when={way() === 'link'}>
        <p class="text-soft">{t('linkIntro')}</p>
      </Show>
      <TextField
        label={t('email')}
        unmarked
        type="email"
        autocomplete="username"
        value={email()}
        onInput={setEmail}
        problem={missing() ? wrongEmail() : undefined}
      />
      <Show when={way() === 'password'}>
        <TextField
          label={t('password')}
          unmarked
          type="password"
          autocomplete="current-password"
          value={password()}
          onInput={setPassword}
          problem={missing() && password() === '' ? t('required', { field: t('password') }) : undefined}
        />
      </Show>
      <Show when={sent()}>
        <Banner tone="good">{t('linkSent')}</Banner>
      </Show>
      <Button type="submit" kind="primary" busy={busy()}>
        {way() === 'password' ? t('signIn') : t('sendLink')}
      </Button>
      <Button kind="quiet" onClick={() => change(way() === 'password' ? 'link' : 'password')}>
        {way() === 'password' ? t('forgotten') : t('backToPassword')}
      </Button>
    </form>
  )
}
