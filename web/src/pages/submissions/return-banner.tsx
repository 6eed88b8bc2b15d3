import { For, Show } from 'solid-js'
import type { Form } from '../../../../shared/forms/schema.ts'
import type { Step } from '../../../../shared/submissions/timeline.ts'
import { deadline } from '../../i18n/dates.ts'
import { t } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { otherComments } from './returned.ts'

/** Who returned a submission, until when it may be corrected, and what was said, in the form's order. */
export function ReturnBanner(props: { step: Step; form: Form; until: string | undefined }) {
  const place = (said: string): string => {
    const [key, field] = said.split('.')
    const section = props.form.sections.find((each) => each.key === key)
    const label = section?.fields.find((each) => each.key === field)?.label
    return [section?.title, label].flatMap((each) => (each ? [inLanguage(each)] : [])).join(' › ')
  }
  const said = () =>
    props.form.sections.flatMap(({ key }) =>
      Object.entries(props.step.comments ?? {}).filter(([at]) => at === key || at.startsWith(`${key}.`)),
    )
  return (
    <div class="mb-5">
      <Banner tone="warn" title={t('returnedTitle')}>
        <Show when={props.until}>{(until) => <p>{t('returnedBody', { deadline: deadline(until()) })}</p>}</Show>
        <div translate="no">
          <p>{t('returnedBy', { unit: props.step.unit?.name ?? '' })}</p>
          <ul class="list-disc pl-5">
            <For each={said()}>
              {([at, text]) => (
                <li class="whitespace-pre-line">
                  {place(at)} · {text}
                </li>
              )}
            </For>
            <For each={otherComments(props.step.comments, props.form)}>{(text) => <li class="whitespace-pre-line">{text}</li>}</For>
          </ul>
        </div>
      </Banner>
    </div>
  )
}
