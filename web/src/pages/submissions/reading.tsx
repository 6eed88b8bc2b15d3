import { createResource, Show } from 'solid-js'
import type { Form, FormValues } from '../../../../shared/forms/schema.ts'
import type { SubmissionView } from '../../../../shared/submissions/summary.ts'
import { FormReader } from '../../forms/form-reader.tsx'
import type { Remarks } from '../../forms/remarks.ts'
import { moment } from '../../i18n/dates.ts'
import { Quoting } from '../../i18n/quoting.tsx'
import { t } from '../../i18n/submissions.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card, Facts } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { valuesOf } from './returned.ts'
import { answersOf, filesAddress, holderName, type Named } from './submission-api.ts'

/** A submission as those above read it: what was handed in last. */
export function Reading(props: {
  named: Named
  form: Form
  submission: SubmissionView
  /** What its last return said, and the answers that it was about. */
  comments?: Record<string, string>
  before?: FormValues
  /** Comments that the reader is writing. */
  remarks?: Remarks
}) {
  const [answers] = createResource(
    () => (props.submission.version > 0 ? props.named : undefined),
    (named) => answersOf(named),
  )
  return (
    <>
      <Card>
        <Facts
          facts={[
            { key: 'unit', label: t('unit'), value: <span translate="no">{props.submission.unit.name}</span> },
            { key: 'institution', label: t('institution'), value: <span translate="no">{props.submission.institution.name}</span> },
            { key: 'receipt', label: t('receiptNumber'), value: <span translate="no">{props.submission.receipt ?? '–'}</span> },
            { key: 'at', label: t('submittedAt'), value: props.submission.submittedAt ? moment(props.submission.submittedAt) : '–' },
            { key: 'holder', label: t('holder'), value: <Quoting text={holderName(props.submission)} /> },
          ]}
        />
      </Card>
      <Show when={props.submission.version > 0} fallback={<EmptyState title={t('versionsNone')} />}>
        <Show when={answers.latest} fallback={<SkeletonRows rows={6} />}>
          <FormReader
            form={props.form}
            values={valuesOf(answers.latest?.sections)}
            comments={props.comments}
            before={props.before}
            remarks={props.remarks}
            files={filesAddress(props.named)}
          />
        </Show>
      </Show>
    </>
  )
}
