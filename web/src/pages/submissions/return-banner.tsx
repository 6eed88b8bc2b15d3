import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { FormValues } from '../../../../shared/forms/schema.ts'
import { answered, type Placed } from '../../../../shared/submissions/comments.ts'
import type { Step } from '../../../../shared/submissions/timeline.ts'
import { fieldId } from '../../forms/field-ids.ts'
import { deadline } from '../../i18n/dates.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { t } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { type Named, submissionHref } from './submission-api.ts'

/** Who returned a submission, until when it may be corrected, and what was said about what: each comment leads to its place and says whether something changed there. */
export function ReturnBanner(props: {
  named: Named
  step: Step
  comments: readonly Placed[]
  until: string | undefined
  /** As it was handed in; absent until it is known. */
  before: FormValues | undefined
  now: FormValues
}) {
  const done = (comment: Placed) => props.before !== undefined && answered(comment, props.before, props.now)
  return (
    <div class="mb-5">
      <Banner tone="warn" title={t('returnedTitle')}>
        <Show when={props.until}>{(until) => <p>{t('returnedBody', { deadline: deadline(until()) })}</p>}</Show>
        <p>
          <Quoting text={t('returnedBy', { unit: quoted(props.step.unit?.name ?? '') })} />
        </p>
        <Show when={props.before}>
          <p class="font-semibold tabular-nums">
            {t('commentsAnswered', { done: props.comments.filter(done).length, count: props.comments.length })}
          </p>
        </Show>
        <ul class="return-comments" aria-label={t('returnComments')}>
          <For each={props.comments}>
            {(comment) => (
              <li>
                <span class="flex flex-wrap items-baseline gap-x-3">
                  <Show when={comment.section} fallback={<strong>{t('aboutWhole')}</strong>}>
                    {(section) => (
                      <A href={placeHref(props.named, comment)}>
                        {[section().title, comment.field?.label].flatMap((each) => (each ? [inLanguage(each)] : [])).join(' › ')}
                      </A>
                    )}
                  </Show>
                  <Show when={props.before}>
                    <Badge tone={done(comment) ? 'good' : 'plain'}>{done(comment) ? t('commentAnswered') : t('commentOpen')}</Badge>
                  </Show>
                </span>
                <span class="whitespace-pre-line" translate="no">
                  {comment.text}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Banner>
    </div>
  )
}

const placeHref = (named: Named, { section, field }: Placed): string => {
  const at = section?.key ?? ''
  return submissionHref(named, `/sections/${at}${field ? `#${fieldId(at, field.key)}` : ''}`)
}
