import { createSignal, For, Show } from 'solid-js'
import type { Language } from '../../../shared/text.ts'
import { createRead } from '../data/queries.ts'
import { sentenceOf } from '../data/refused.ts'
import { changePassword, changeProfile, endOtherSessions, endSession, me, openSessions } from '../data/session.ts'
import { t } from '../i18n/account.ts'
import { moment } from '../i18n/dates.ts'
import { chooseLanguage } from '../i18n/language.ts'
import { Badge, Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/choices.tsx'
import { EmailAddress } from '../ui/email-address.tsx'
import { Card, Facts, PageHeader } from '../ui/page-header.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { OwnUnits } from './own-units.tsx'

/** One's own account: name, password, units, and where one is signed in. */
export default function OwnAccount() {
  return (
    <>
      <PageHeader title={t('title')} />
      <div class="grid items-start gap-x-5 md:grid-cols-2">
        <Profile />
        <NewPassword />
      </div>
      <OwnUnits />
      <Sessions />
    </>
  )
}

function Profile() {
  const [name, setName] = createSignal(me()?.person.name ?? '')
  const [speaks, setSpeaks] = createSignal<Language>(me()?.person.language ?? 'zh')
  const [problem, setProblem] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setProblem(name().trim() === '' ? t('nameMissing') : undefined)
    if (problem()) return
    setBusy(true)
    try {
      await changeProfile({ name: name().trim(), language: speaks() })
      chooseLanguage(speaks())
      toast(t('saved'))
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={t('profile')}>
      <form class="flex flex-col gap-5" onSubmit={save} novalidate>
        <TextField label={t('name')} required autocomplete="name" value={name()} problem={problem()} onInput={setName} />
        <Facts facts={[{ key: 'email', label: t('email'), value: <EmailAddress of={me()?.person.email ?? ''} /> }]} />
        <RadioGroup
          label={t('language')}
          help={t('languageHelp')}
          unmarked
          inline
          value={speaks()}
          options={[
            { value: 'zh', label: t('chinese') },
            { value: 'en', label: t('english') },
          ]}
          onChange={setSpeaks}
        />
        <div>
          <Button type="submit" kind="primary" busy={busy()}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function NewPassword() {
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const [problem, setProblem] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)
  const has = () => me()?.person.hasPassword === true
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setProblem(next() === '' ? t('nextMissing') : undefined)
    if (problem()) return
    setBusy(true)
    try {
      await changePassword(next(), current() || undefined)
      setCurrent('')
      setNext('')
      toast(t('changed'))
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={t('password')}>
      <form class="flex flex-col gap-5" onSubmit={save} novalidate>
        <p class="text-soft">{has() ? t('passwordChange') : t('passwordNone')}</p>
        <Show when={has()}>
          <TextField
            label={t('current')}
            help={t('currentHelp')}
            unmarked
            type="password"
            autocomplete="current-password"
            value={current()}
            onInput={setCurrent}
          />
        </Show>
        <TextField
          label={t('next')}
          help={t('nextHelp')}
          unmarked
          type="password"
          autocomplete="new-password"
          value={next()}
          problem={problem()}
          onInput={setNext}
        />
        <div>
          <Button type="submit" kind="primary" busy={busy()}>
            {has() ? t('change') : t('set')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function Sessions() {
  const sessions = createRead(() => ({ queryKey: ['sessions'], queryFn: openSessions }))
  const end = async (ending: Promise<unknown>, said: string) => {
    try {
      await ending
      toast(said)
      await sessions.refetch()
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <Card
      title={t('sessions')}
      actions={
        <Show when={(sessions.data?.length ?? 0) > 1}>
          <Button small onClick={() => end(endOtherSessions(), t('endedOthers'))}>
            {t('endOthers')}
          </Button>
        </Show>
      }
    >
      <p class="mb-3 text-soft">{t('sessionsIntro')}</p>
      <Show when={!sessions.error} fallback={<Banner tone="bad">{sentenceOf(sessions.error)}</Banner>}>
        <Show when={sessions.data} fallback={<SkeletonRows />}>
          <ul>
            <For each={sessions.data}>
              {(session) => (
                <li class="task">
                  <span class="min-w-0">
                    <span translate={session.device ? 'no' : undefined}>{session.device ?? t('unknownDevice')}</span>{' '}
                    <Show when={session.current}>
                      <Badge tone="info">{t('thisDevice')}</Badge>
                    </Show>
                    <small>{t('lastSeen', { when: moment(session.lastSeenAt) })}</small>
                  </span>
                  <Show when={!session.current}>
                    <Button small onClick={() => end(endSession(session.id), t('ended'))}>
                      {t('end')}
                      <span class="sr-only" translate={session.device ? 'no' : undefined}>
                        {` ${session.device ?? t('unknownDevice')}`}
                      </span>
                      <span class="sr-only">{` ${t('lastSeen', { when: moment(session.lastSeenAt) })}`}</span>
                    </Button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </Card>
  )
}
