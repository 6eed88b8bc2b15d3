import { createSignal, ErrorBoundary, Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/link.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Footer } from '../ui/footer.tsx'
import { ElderMode, LanguageSwitch } from '../ui/preferences.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toasts } from '../ui/toast.tsx'
import { deskOf, heldToken, type Opened, openLink } from './link.ts'

/** Where a link from a mail leads. Loading it calls nothing; the button opens the link and shows what lies behind. */
export function LinkPage() {
  const [opened, setOpened] = createSignal<Opened | null>(null)
  return (
    <>
      <header class="masthead no-print">
        <div class="masthead-row">
          <span class="mr-auto text-lg font-semibold">{t('product')}</span>
          <span class="shell-wide-only">
            <ElderMode />
          </span>
          <LanguageSwitch />
        </div>
      </header>
      <main class="shell-main" id="content">
        <div class="shell-page">
          <Show when={opened()} fallback={<Door onOpened={setOpened} />}>
            {(who) => (
              <ErrorBoundary fallback={(error) => <Banner tone="bad">{sentenceOf(error)}</Banner>}>
                <Suspense fallback={<SkeletonRows rows={4} />}>
                  <Dynamic component={deskOf(who().kind)} opened={who()} />
                </Suspense>
              </ErrorBoundary>
            )}
          </Show>
        </div>
      </main>
      <Footer />
      <Toasts />
    </>
  )
}

function Door(props: { onOpened: (opened: Opened) => void }) {
  const token = heldToken()
  const [asksCode, setAsksCode] = createSignal(false)
  const [code, setCode] = createSignal('')
  const [wrong, setWrong] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>(null)
  const enter = async (event: SubmitEvent) => {
    event.preventDefault()
    const typed = code().normalize('NFKC').trim()
    setWrong(asksCode() && !/^\d{6}$/.test(typed))
    if (!token || busy() || wrong()) return
    setBusy(true)
    setProblem(null)
    try {
      const answer = await openLink(token, asksCode() ? typed : undefined)
      if ('kind' in answer) props.onOpened(answer)
      else setAsksCode(true)
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="gate">
      <form class="card gate-card flex flex-col gap-5" onSubmit={enter} novalidate>
        <h1>{t('title')}</h1>
        <Show
          when={token}
          fallback={
            <Banner tone="warn" title={t('missing')}>
              {t('missingBody')}
            </Banner>
          }
        >
          <p>{asksCode() ? t('codeIntro') : t('intro')}</p>
          <Show when={problem()}>
            <Banner tone="bad">{sentenceOf(problem())}</Banner>
          </Show>
          <Show when={asksCode()}>
            <TextField
              label={t('code')}
              unmarked
              inputMode="numeric"
              autocomplete="one-time-code"
              value={code()}
              onInput={setCode}
              problem={wrong() ? t('codeWrong') : undefined}
            />
          </Show>
          <Button type="submit" kind="primary" busy={busy()}>
            {asksCode() ? t('codeEnter') : t('enter')}
          </Button>
        </Show>
      </form>
    </div>
  )
}
