import { me, stayOut } from '../data/session.ts'
import { t } from '../i18n/entrance.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Asks to sign in over a page whose session has ended; the page behind keeps everything. */
export default function SignInAgain() {
  return (
    <Dialog open firm title={t('again')} onClose={stayOut} foot={<Button onClick={stayOut}>{t('stayOut')}</Button>}>
      <p class="mb-4 text-soft">{t('againIntro')}</p>
      <SignInForm email={me()?.person.email} onDone={() => undefined} />
    </Dialog>
  )
}
