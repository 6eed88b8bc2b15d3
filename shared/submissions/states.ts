import type { Text } from '../text.ts'

/** The states of a submission, as officers and applicants name them. */
export const submissionStates = {
  draft: { zh: '填报中', en: 'Draft' },
  submitted: { zh: '已提交，待审核', en: 'Submitted, to be endorsed' },
  returned: { zh: '退回修改', en: 'Returned for correction' },
  declined: { zh: '不予推荐', en: 'Not recommended' },
  recommended: { zh: '已推荐', en: 'Recommended' },
  qualified: { zh: '资格审查通过', en: 'Qualified' },
  disqualified: { zh: '资格审查未通过', en: 'Not qualified' },
  awarded: { zh: '入选', en: 'Awarded' },
  unsuccessful: { zh: '未入选', en: 'Not awarded' },
  discarded: { zh: '已撤销', en: 'Discarded' },
} as const satisfies Record<string, Text>
export type SubmissionState = keyof typeof submissionStates
export type ListedState = Exclude<SubmissionState, 'discarded'>
/** The states that lists, filters and figures show, in their order: all but what was discarded. */
export const listedStates = (Object.keys(submissionStates) as SubmissionState[]).filter(
  (state): state is ListedState => state !== 'discarded',
)

/** Whether the leading group's word on a submission holds: it was awarded or graded, or not. */
export const isDecided = (state: SubmissionState): boolean => state === 'awarded' || state === 'unsuccessful'

/** Which states a fact may leave and where it leads; `recommended` below the last level stays `submitted` with the next unit. Rules and the diagram in the docs are made from this. */
export const transitions = {
  'submission.submitted': { from: ['draft', 'returned'], to: 'submitted' },
  'submission.recalled': { from: ['submitted', 'recommended'], to: 'draft' },
  'submission.discarded': { from: ['draft', 'returned'], to: 'discarded' },
  'submission.returned': { from: ['submitted'], to: 'returned' },
  'submission.correction-moved': { from: ['returned'], to: 'returned' },
  'submission.return-undone': { from: ['returned'], to: 'submitted' },
  'submission.recommended': { from: ['submitted'], to: 'recommended' },
  'submission.recommendation-undone': { from: ['submitted', 'recommended', 'declined'], to: 'submitted' },
  'submission.declined': { from: ['submitted'], to: 'declined' },
  'submission.qualified': { from: ['recommended', 'disqualified'], to: 'qualified' },
  'submission.disqualified': { from: ['recommended', 'qualified'], to: 'disqualified' },
  'submission.decided': { from: ['recommended', 'qualified'], to: 'awarded' },
} as const satisfies Record<string, { from: readonly SubmissionState[]; to: SubmissionState }>
export type SubmissionFact = keyof typeof transitions

export const mayLeave = (fact: SubmissionFact, state: SubmissionState): boolean => transitions[fact].from.some((from) => from === state)
