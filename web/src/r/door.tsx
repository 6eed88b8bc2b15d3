import { createSignal, Show } from 'solid-js'
import { isRefused, sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/link.ts'
import { invitedBy } from '../shell/fragment.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { type CodeSent, type Entrance, type Opened, openLink, waitingForCode } from './link.ts'

/**
 * The door to what lies behind a link: nothing is called before a button is pressed. An invitation is answered by the same press, for those who know from the mail
 * what is asked. Where the batch asks for it, a code from a second mail comes next.
 */
export function Door(props: { token: string | null; onOpened: (opened: Opened, entrance: Entrance) => void }) {
  const invited = invitedBy(location.hash)
  const [sent, setSent] = createSignal<{ code: CodeSent; entrance: Entrance } | null>(null)
  return (
    <div class="gate">
      <div class="card gate-card flex flex-col gap-5">
        <h1>{t(props.token && invited ? 'invited' : 'title')}</h1>
        <Show
          when={props.token}
          fallback={
            <Banner tone="warn" title={t('missing')}>
              {t('missingBody')}
            </Banner>
          }
        >
          {(token) => (
            <Show
              when={sent()}
              fallback={
                <Knock
                  token={token()}
                  invited={invited}
                  onOpened={props.onOpened}
                  onCode={(code, entrance) => setSent({ code, entrance })}
                />
              }
            >
              {(first) => <CodeEntry token={token()} sent={first().code} onOpened={(opened) => props.onOpened(opened, first().entrance)} />}
            </Show>
          )}
        </Show>
      </div>
    </div>
  )
}

function Knock(props: {
  token: string
  invited: boolean
  onOpened: (opened: Opened, entrance: Entrance) => void
  onCode: (sent: CodeSent, entrance: Entrance) => void
}) {
  const [busy, setBusy] = createSignal<Entrance | null>(null)
  const [problem, setProblem] = createSignal<unknown>(null)
  const come = async (entrance: Entrance) => {
    if (busy()) return
    setBusy(entrance)
    setProblem(null)
    try {
      const answered = await openLink(props.token)
      if ('kind' in answered) props.onOpened(answered, entrance)
      else props.onCode(answered, entrance)
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(null)
    }
  }
  return (
    <Show when={!isRefused(problem(), 'link.invalid')} fallback={<Banner tone="bad">{sentenceOf(problem())}</Banner>}>
      <form
        class="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          void come(props.invited ? 'accept' : 'enter')
        }}
      >
        <Show when={props.invited} fallback={<p>{t('intro')}</p>}>
          <p>{t('invitedIntro')}</p>
          <ul class="list-disc pl-6 flex flex-col gap-2">
            <li>{t('invitedSecret')}</li>
            <li>{t('invitedConflict')}</li>
          </ul>
          <p class="text-soft">{t('invitedNote')}</p>
        </Show>
        <Show when={problem()}>{(error) => <Banner tone="bad">{sentenceOf(error())}</Banner>}</Show>
        <Show
          when={props.invited}
          fallback={
            <Button type="submit" kind="primary" busy={busy() === 'enter'}>
              {t('enter')}
            </Button>
          }
        >
          <Button type="submit" kind="primary" busy={busy() === 'accept'}>
            {t('accept')}
          </Button>
          <Button busy={busy() === 'enter'} onClick={() => come('enter')}>
            {t('look')}
          </Button>
          <Button kind="quiet" busy={busy() === 'decline'} onClick={() => come('decline')}>
            {t('decline')}
          </Button>
        </Show>
      </form>
    </Show>
  )
}

/** The six digits of the mail; another mail can be asked for, a bounded number of times. */
function CodeEntry(props: { token: string; sent: CodeSent; onOpened: (opened: Opened) => void }) {
  const [code, setCode] = createSignal('')
  const [wrong, setWrong] = createSignal(false)
  const [busy, setBusy] = createSignal<'enter' | 'again' | null>(null)
  const [problem, setProblem] = createSignal<unknown>(null)
  const attempt = async (what: 'enter' | 'again', act: () => Promise<void>) => {
    if (busy()) return
    setBusy(what)
    setProblem(null)
    try {
      await act()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(null)
    }
  }
  const enter = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = code().normalize('NFKC').replace(/\s/g, '')
    setWrong(!/^\d{6}$/.test(typed))
    if (wrong()) return
    void attempt('enter', async () => {
      const answered = await openLink(props.token, typed)
      if ('kind' in answered) props.onOpened(answered)
    })
  }
  const again = () =>
    attempt('again', async () => {
      const answered = await openLink(props.token)
      if ('kind' in answered) props.onOpened(answered)
      else toast(t('codeAgainDone'))
    })
  return (
    <form class="flex flex-col gap-5" onSubmit={enter} novalidate>
      <p>{t('codeIntro', { to: props.sent.to })}</p>
      <Show when={problem()}>{(error) => <Banner tone="bad">{sentenceOf(error())}</Banner>}</Show>
      <TextField
        label={t('code')}
        unmarked
        inputMode="numeric"
        autocomplete="one-time-code"
        value={code()}
        onInput={setCode}
        problem={wrong() ? t('codeWrong') : undefined}
      />
      <Button type="submit" kind="primary" busy={busy() === 'enter'}>
        {t('codeEnter')}
      </Button>
      <Button kind="quiet" busy={busy() === 'again'} onClick={again}>
        {t('codeAgain')}
      </Button>
    </form>
  )
}

/** Over a page in use whose session has ended: the code lets it go on; what is unsaved stays on the page. */
export function CodeOverPage() {
  return (
    <Show when={waitingForCode()} keyed>
      {(waiting) => (
        <Dialog open title={t('codeTitle')} onClose={() => waiting.settle(false)}>
          <CodeEntry token={waiting.token} sent={waiting.sent} onOpened={() => waiting.settle(true)} />
        </Dialog>
      )}
    </Show>
  )
}
