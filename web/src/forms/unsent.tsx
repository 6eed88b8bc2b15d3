import { createMemo, For, Show } from 'solid-js'
import { same } from '../../../shared/forms/same.ts'
import type { Field, SectionValues } from '../../../shared/forms/schema.ts'
import { moment } from '../i18n/dates.ts'
import { inLanguage } from '../i18n/texts.ts'
import { t } from '../i18n/unsent.ts'
import { Banner } from '../ui/banner.tsx'
import { keptDays } from './drafts.ts'
import { TwoAnswers } from './two-answers.tsx'

/** What was written here while the section could no longer be written, or that the server does not take: beside what the server has, so that nobody takes one for the other. */
export default function Unsent(props: {
  fields: readonly Field[]
  here: SectionValues
  /** What was written on: what somebody else has changed since is no answer of this device. */
  base: SectionValues
  onServer: SectionValues
  at: string
}) {
  const differing = createMemo(() =>
    props.fields.filter(({ key }) => !same(props.here[key], props.base[key]) && !same(props.here[key], props.onServer[key])),
  )
  return (
    <Show when={differing().length > 0}>
      <Banner tone="warn" title={t('title', { count: differing().length })}>
        <p>{t('body', { time: moment(props.at), days: keptDays })}</p>
        <For each={differing()}>
          {(field) => (
            <section class="mt-3">
              <h2 class="mb-2 text-base">{inLanguage(field.label)}</h2>
              <TwoAnswers
                field={field}
                mine={{ title: t('here'), value: props.here[field.key] }}
                theirs={{ title: t('onServer'), value: props.onServer[field.key] }}
              />
            </section>
          )}
        </For>
      </Banner>
    </Show>
  )
}
