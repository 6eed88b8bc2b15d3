import { useNavigate, useSearchParams } from '@solidjs/router'
import { t } from '../i18n/entrance.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Only addresses of this application are gone on to. */
const inside = (to: unknown): string => (typeof to === 'string' && /^\/[^/\\]/.test(to) ? to : '/')

export default function SignIn() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  return (
    <div class="gate">
      <div class="card gate-card">
        <PageHeader title={t('signIn')} intro={t('signInIntro')} />
        <SignInForm onDone={() => navigate(inside(search.to), { replace: true })} />
      </div>
    </div>
  )
}
