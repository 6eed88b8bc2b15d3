import { createSignal, Show } from 'solid-js'
import { sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/link.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { type CodeSent, type Opened, openLink, waitingForCode } from './link.ts'

/** The door to what lies behind a link: nothing is called before the button is pressed. Where the batch asks for it, a code from a second mail comes next. */
export function Door(props: { token: string | null; onOpened: (opened: Opened) => void }) {
  const [sent, setSent] = createSignal<CodeSent | null>(null)
  return (
    <div class="gate">
      <div class="card gate-card flex flex-col gap-5">
        <h1>{t('title')}</h1>
        <Show
          when={props.token}
          fallback={
            <Banner tone="warn" title={t('missing')}>
              {t('missingBody')}
            </Banner>
          }
        >
          {(token) => (
            <Show when={sent()} fallback={<Knock token={token()} onOpened={props.onOpened} onCode={setSent} />}>
              {(first) => <CodeEntry token={token()} sent={first()} onOpened={props.onOpened} />}
            </Show>
          )}
        </Show>
      </div>
    </div>
  )
}

function Knock(props: { token: string; onOpened: (opened: Opened) => void; onCode: (sent: CodeSent) => void }) {
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>(null)
  const enter = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    setProblem(null)
    try {
      const answered = await openLink(props.token)
      if ('kind' in answered) props.onOpened(answered)
      else props.onCode(answered)
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form class="flex flex-col gap-5" onSubmit={enter}>
      <p>{t('intro')}</p>
      <Show when={problem()}>{(error) => <Banner tone="bad">{sentenceOf(error())}</Banner>}</Show>
      <Button type="submit" kind="primary" busy={busy()}>
        {t('enter')}
      </Button>
    </form>
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
    <Show when={waitingForCode()}>
      {(waiting) => (
        <Dialog open title={t('codeTitle')} onClose={() => waiting().settle(false)}>
          <CodeEntry token={waiting().token} sent={waiting().sent} onOpened={() => waiting().settle(true)} />
        </Dialog>
      )}
    </Show>
  )
}
