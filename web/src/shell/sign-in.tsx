import { useLocation, useNavigate, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { t } from '../i18n/entrance.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { tokenOf } from './fragment.ts'
import { Redeem } from './redeem.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Only addresses of this application are gone on to. */
const inside = (to: unknown): string => (typeof to === 'string' && /^\/[^/\\]/.test(to) ? to : '/')

function ByPassword(props: { onDone: () => void }) {
  return (
    <>
      <PageHeader title={t('signIn')} intro={t('signInIntro')} />
      <SignInForm onDone={props.onDone} />
    </>
  )
}

/** Signing in: by password or by asking for a link; with the token of such a link in the fragment, by a press of the button. */
export default function SignIn() {
  const navigate = useNavigate()
  const at = useLocation()
  const [search] = useSearchParams()
  return (
    <div class="gate">
      <div class="card gate-card">
        <Show when={tokenOf(at.hash)} fallback={<ByPassword onDone={() => navigate(inside(search.to), { replace: true })} />}>
          {(token) => <Redeem token={token()} />}
        </Show>
      </div>
    </div>
  )
}
