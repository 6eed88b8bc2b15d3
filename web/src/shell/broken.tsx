import { createEffect, Show } from 'solid-js'
import { online } from '../data/connection.ts'
import { isRefused, sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/shell.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** A page that could not be shown: why, and the way on. What was typed stays in the browser's drafts. */
export function Broken(props: { error: unknown; reset: () => void }) {
  if (!isRefused(props.error)) console.error(props.error)
  const cutOff = !online()
  // Parts of a page that could not be fetched are asked for anew by a new document alone.
  createEffect(() => cutOff && online() && location.reload())
  // Of what is not there, or not this person's to see, asking again changes nothing.
  const settled = () => cutOff || (isRefused(props.error) && props.error.status < 500)
  return (
    <>
      <PageHeader title={t('errorTitle')} />
      <Banner
        tone={settled() ? 'warn' : 'bad'}
        actions={
          <>
            <Show when={!settled()}>
              <Button onClick={() => props.reset()}>{t('errorReload')}</Button>
            </Show>
            <LinkButton kind="quiet" href="/">
              {t('toHome')}
            </LinkButton>
          </>
        }
      >
        {cutOff ? t('errorOffline') : sentenceOf(props.error)}
      </Banner>
    </>
  )
}
