import { between } from '../../../../shared/text.ts'
import { type Crumb, PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from './state-badge.tsx'
import { categoryTitle, type Found } from './submission-api.ts'

/** What a submission is called, where it belongs and how it stands. */
export function SubmissionHeader(props: { found: Found; crumbs: readonly Crumb[] }) {
  const submission = () => props.found.tasks.submission
  return (
    <PageHeader
      title={submission().title}
      own
      crumbs={props.crumbs}
      state={<StateBadge state={submission().state} />}
      intro={
        <span>
          <span translate="no">{props.found.batch.title}</span>
          {between}
          {categoryTitle(props.found.batch, submission().category)}
        </span>
      }
    />
  )
}
