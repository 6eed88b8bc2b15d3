import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { sentenceOf } from '../data/refused.ts'
import { redeemLink } from '../data/session.ts'
import { t } from '../i18n/entrance.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** Where a sign-in link leads. Opening it changes nothing, because scanners of mails open it too; the button does. */
export function Redeem(props: { token: string }) {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>(null)
  const redeem = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await redeemLink(props.token)
      navigate('/', { replace: true })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <PageHeader title={t('redeem')} intro={t('redeemIntro')} />
      <div class="flex flex-col gap-4">
        <Show when={problem()}>
          <Banner tone="bad">{sentenceOf(problem())}</Banner>
        </Show>
        <Button kind="primary" busy={busy()} onClick={redeem}>
          {t('signIn')}
        </Button>
        <Button kind="quiet" onClick={() => window.location.assign('/app/sign-in')}>
          {t('backToPassword')}
        </Button>
      </div>
    </>
  )
}
