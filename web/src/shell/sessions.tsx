import { For, Show } from 'solid-js'
import { createRead } from '../data/queries.ts'
import { sentenceOf } from '../data/refused.ts'
import { endSession, openSessions } from '../data/session.ts'
import { moment } from '../i18n/dates.ts'
import { t } from '../i18n/shell.ts'
import { Badge, Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { toast, toastError } from '../ui/toast.tsx'

/** The devices that are signed in to one's account, each of which can be signed out. */
export default function Sessions() {
  const sessions = createRead(() => ({ queryKey: ['sessions'], queryFn: openSessions }))
  const end = async (id: string) => {
    try {
      await endSession(id)
      toast(t('ended'))
      await sessions.refetch()
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <>
      <PageHeader title={t('sessions')} intro={t('sessionsIntro')} />
      <Show when={!sessions.error} fallback={<Banner tone="bad">{sentenceOf(sessions.error)}</Banner>}>
        <Show when={sessions.data} fallback={<SkeletonRows />}>
          <ul class="card">
            <For each={sessions.data}>
              {(session) => (
                <li class="task">
                  <span class="min-w-0">
                    {session.agent ?? t('unknownDevice')}{' '}
                    <Show when={session.current}>
                      <Badge tone="info">{t('thisDevice')}</Badge>
                    </Show>
                    <small>{t('lastSeen', { when: moment(session.lastSeenAt) })}</small>
                  </span>
                  <Show when={!session.current}>
                    <Button small onClick={() => end(session.id)}>
                      {t('endSession')}
                    </Button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </>
  )
}
