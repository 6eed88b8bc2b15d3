import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { sentenceOf } from '../data/refused.ts'
import { redeemLink } from '../data/session.ts'
import { t } from '../i18n/entrance.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { tokenOf } from './fragment.ts'

/** Where a sign-in link leads. Opening it changes nothing, because scanners of mails open it too; the button does. */
export default function Redeem() {
  const navigate = useNavigate()
  const token = tokenOf(location.hash)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>(null)
  const redeem = async (held: string) => {
    setBusy(true)
    try {
      await redeemLink(held)
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
        <PageHeader title={t('redeem')} intro={t('redeemIntro')} />
        <div class="flex flex-col gap-4">
          <Show when={problem()}>
            <Banner tone="bad">{sentenceOf(problem())}</Banner>
          </Show>
          <Show when={token} fallback={<Banner tone="warn">{t('redeemMissing')}</Banner>}>
            {(held) => (
              <Button kind="primary" busy={busy()} onClick={() => redeem(held())}>
                {t('signIn')}
              </Button>
            )}
          </Show>
          <LinkButton kind="quiet" href="/sign-in">
            {t('backToPassword')}
          </LinkButton>
        </div>
      </div>
    </div>
  )
}
