import { isRefused, sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/shell.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** A page that could not be shown: why, and the way on. What was typed stays in the browser's drafts. */
export function Broken(props: { error: unknown; reset: () => void }) {
  if (!isRefused(props.error)) console.error(props.error)
  return (
    <>
      <PageHeader title={t('errorTitle')} />
      <Banner
        tone="bad"
        actions={
          <>
            <Button onClick={() => props.reset()}>{t('errorReload')}</Button>
            <LinkButton kind="quiet" href="/">
              {t('toHome')}
            </LinkButton>
          </>
        }
      >
        {sentenceOf(props.error)}
      </Banner>
    </>
  )
}
