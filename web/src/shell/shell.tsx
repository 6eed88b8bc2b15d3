import { A, type RouteSectionProps, useLocation, useNavigate, usePreloadRoute } from '@solidjs/router'
import { createEffect, createMemo, createSignal, ErrorBoundary, For, lazy, on, onCleanup, Show, Suspense } from 'solid-js'
import House from '~icons/lucide/house'
import MenuIcon from '~icons/lucide/menu'
import { online } from '../data/connection.ts'
import { asked, me, refreshMe } from '../data/session.ts'
import { t } from '../i18n/shell.ts'
import { nav } from '../pages/index.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Footer } from '../ui/footer.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'
import { Standing } from '../ui/standing.tsx'
import { Toasts, toast } from '../ui/toast.tsx'
import { AccountMenus } from './account.tsx'
import { Broken } from './broken.tsx'
import { markedAt } from './marked.ts'
import type { NavEntry } from './slice.ts'

const Palette = lazy(() => import('./palette.tsx'))
const SignInAgain = lazy(() => import('./sign-in-again.tsx'))

/** What was written while offline is sent once the page has nothing better to do. */
const sendLeftBehind = () => {
  setTimeout(async () => {
    const { sendWaiting } = await import('../forms/waiting.ts')
    const sent = await sendWaiting()
    if (sent > 0) toast(t('sentLater', { count: sent }))
  }, 3000)
}

/** Pages one may see without having signed in. */
const open = ['/app/sign-in', '/app/invitation', '/app/design']

/** What stands around every page: the bar, the navigation, the place for messages. */
export function Shell(props: RouteSectionProps) {
  const location = useLocation()
  const navigate = useNavigate()
  const [menu, setMenu] = createSignal(false)
  const [finding, setFinding] = createSignal(false)
  const [failed, setFailed] = createSignal<unknown>()
  const entries = createMemo(() => nav.filter((entry) => entry.when?.() ?? true))
  const marked = createMemo<NavEntry | undefined>((before) =>
    me() ? markedAt(location.pathname.replace(/^\/app/, ''), entries(), before) : undefined,
  )
  const isOpen = () => open.some((path) => location.pathname.startsWith(path))
  refreshMe().catch(setFailed)
  // The page and what it reads are fetched beside the question who is there, not after it.
  if (!isOpen()) usePreloadRoute()(location.pathname, { preloadData: true })
  const find = (event: KeyboardEvent) => {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || !me()) return
    event.preventDefault()
    setFinding(true)
  }
  document.addEventListener('keydown', find)
  onCleanup(() => document.removeEventListener('keydown', find))
  createEffect(() => {
    if (me() === null && !isOpen())
      navigate(`/sign-in?to=${encodeURIComponent(location.pathname.replace(/^\/app/, '') + location.search)}`, { replace: true })
  })
  createEffect(() => me() && online() && sendLeftBehind())
  createEffect(
    on(
      () => location.pathname,
      () => setMenu(false),
    ),
  )
  return (
    <>
      <a class="skip" href="#content">
        {t('skip')}
      </a>
      <header class="shell-bar">
        <Show when={me()}>
          <Button kind="quiet" iconOnly class="shell-toggle" icon={<MenuIcon />} aria-expanded={menu()} onClick={() => setMenu(!menu())}>
            {t('menu')}
          </Button>
        </Show>
        <A class="shell-brand" href="/">
          <img src="/icon.svg" alt="" width="28" height="28" />
          {t('product')}
        </A>
        <AccountMenus />
      </header>
      <Show when={!online()}>
        <Banner tone="warn">{t('offline')}</Banner>
      </Show>
      {/* The place of the navigation is kept while it is asked who this is, so that the page does not move aside for it. */}
      <div classList={{ shell: Boolean(me()) || (me() === undefined && !isOpen()) }}>
        <Show when={me() === undefined && !isOpen()}>
          <div class="shell-side" />
        </Show>
        <Show when={me()}>
          <nav class="shell-side" classList={{ 'shell-side-open': menu() }} aria-label={t('navigation')}>
            <div class="shell-side-inner">
              <Show when={me()?.active}>
                {(active) => (
                  <p class="shell-phone-only px-3 pb-2 text-soft" translate="no">
                    {active().organisation.name}
                  </p>
                )}
              </Show>
              <A class="shell-link" href="/" end>
                <House />
                {t('home')}
              </A>
              <For each={entries()}>
                {(entry) => (
                  <A class="shell-link" classList={{ within: marked() === entry }} href={entry.href} end>
                    <entry.icon />
                    {entry.label()}
                  </A>
                )}
              </For>
            </div>
          </nav>
        </Show>
        <main id="content" class="shell-main" tabindex="-1">
          <div class="shell-page">
            <Show when={!failed() || isOpen()} fallback={<Broken error={failed()} reset={() => window.location.reload()} />}>
              <Show when={me() || isOpen()} fallback={<SkeletonPage />}>
                <ErrorBoundary fallback={(error, reset) => <Broken error={error} reset={reset} />}>
                  <Standing fallback={isOpen() ? <div class="gate" /> : <SkeletonPage />}>{props.children}</Standing>
                </ErrorBoundary>
              </Show>
            </Show>
          </div>
        </main>
      </div>
      <Footer />
      <Toasts />
      <Show when={finding()}>
        <Suspense>
          <Palette onClose={() => setFinding(false)} />
        </Suspense>
      </Show>
      <Show when={asked()}>
        <Suspense>
          <SignInAgain />
        </Suspense>
      </Show>
    </>
  )
}
