import { Show } from 'solid-js'
import type { Form } from '../../../../shared/forms/schema.ts'
import type { NextStep } from '../../../../shared/submissions/next-step.ts'
import { t } from '../../i18n/applicant.ts'
import { t as words } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Countdown } from './countdown.tsx'
import { type Named, submissionHref } from './submission-api.ts'

/** The one thing to do now, with its button; checking and handing in stays at hand. */
export function NextCard(props: {
  named: Named
  next: NextStep
  form: Form
  problems: (section: string) => number | undefined
  until: string | null
}) {
  const section = () => {
    const { next } = props
    return next.go === 'section' ? props.form.sections.find(({ key }) => key === next.section) : undefined
  }
  const sentence = () => {
    const { next } = props
    if (next.go === 'check') return t('nextCheck')
    const title = inLanguage(section()?.title ?? { zh: '', en: '' })
    if (next.because === 'returned') return t('nextReturned', { section: title })
    return next.because === 'unfinished'
      ? t('nextUnfinished', { section: title, count: props.problems(next.section) ?? 0 })
      : t('nextUntouched', { section: title })
  }
  return (
    <section class="card next-card mb-5">
      <div class="flex flex-wrap items-center gap-x-3">
        <h2>{t('next')}</h2>
        <Show when={props.until}>{(until) => <Countdown until={until()} />}</Show>
      </div>
      <p class="mt-1 mb-3">{sentence()}</p>
      <div class="flex flex-wrap gap-3">
        <Show when={section()}>
          {(found) => (
            <LinkButton kind="primary" href={submissionHref(props.named, `/sections/${found().key}`)}>
              {t('openSection')}
            </LinkButton>
          )}
        </Show>
        <LinkButton kind={section() ? 'secondary' : 'primary'} href={submissionHref(props.named, '/check')}>
          {words('check')}
        </LinkButton>
      </div>
    </section>
  )
}
