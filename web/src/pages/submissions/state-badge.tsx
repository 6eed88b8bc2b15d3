import { type SubmissionState, submissionStates } from '../../../../shared/submissions/states.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge } from '../../ui/banner.tsx'
import { tones } from './submission-api.ts'

/** Where a submission stands. */
export function StateBadge(props: { state: SubmissionState }) {
  return <Badge tone={tones[props.state]}>{inLanguage(submissionStates[props.state])}</Badge>
}
