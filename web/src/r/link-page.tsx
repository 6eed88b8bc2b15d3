import { createSignal, ErrorBoundary, Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/link.ts'
import { Banner } from '../ui/banner.tsx'
import { Footer } from '../ui/footer.tsx'
import { ElderMode, LanguageSwitch } from '../ui/preferences.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { Toasts } from '../ui/toast.tsx'
import { CodeOverPage, Door } from './door.tsx'
import { deskOf, type Entrance, heldToken, type Opened, openedBefore } from './link.ts'

/** Where a link from a mail leads. Loading it calls nothing; the button opens the link and shows what lies behind. */
export function LinkPage() {
  const token = heldToken()
  const before = token === null ? null : openedBefore(token)
  const [opened, setOpened] = createSignal<{ who: Opened; entrance: Entrance } | null>(before && { who: before, entrance: 'enter' })
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
      <main class="shell-main link-main" id="content">
        <div class="shell-page">
          <Show when={opened()} fallback={<Door token={token} onOpened={(who, entrance) => setOpened({ who, entrance })} />}>
            {(now) => (
              <ErrorBoundary
                fallback={(error) => (
                  <>
                    <h1 class="mb-4">{t('title')}</h1>
                    <Banner tone="bad">{sentenceOf(error)}</Banner>
                  </>
                )}
              >
                <Suspense fallback={<SkeletonRows rows={4} />}>
                  <Dynamic component={deskOf(now().who.kind)} opened={now().who} entrance={now().entrance} />
                </Suspense>
              </ErrorBoundary>
            )}
          </Show>
        </div>
      </main>
      <Footer />
      <CodeOverPage />
      <Toasts />
    </>
  )
}
