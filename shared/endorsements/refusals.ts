import type { Refusals } from '../refusal.ts'

/** Why recommending says no. */
export const endorsementRefusals = {
  'submission.not-with-you': {
    status: 409,
    zh: '该申报当前为“{state}”，不在您这一环节，不能进行此操作。请刷新列表。',
    en: 'This submission is “{stateEn}” and does not lie with you now. Reload the list.',
  },
  'submission.not-being-written': {
    status: 409,
    zh: '该申报当前为“{state}”，无需催报。',
    en: 'This submission is “{stateEn}”, so there is nothing to remind of.',
  },
  'submission.reminded-lately': {
    status: 409,
    zh: '已于{zh}催报，24 小时内不重复发送。请在 24 小时后再催报，或直接联系申报单位。',
    en: 'The applicant was reminded on {en}. Remind again after 24 hours, or contact the applicant directly.',
  },
  'opinion.too-long': {
    status: 422,
    zh: '推荐意见最多 {max} 字，现为 {count} 字，请删减。',
    en: 'The opinion may have at most {max} characters; it has {count}. Shorten it.',
  },
  'comment.no-such-place': {
    status: 422,
    zh: '意见所指的“{place}”不在本类别的申报表中，申报未退回。请针对申报表中的栏目或题目填写意见，或填写总体意见。',
    en: 'A comment is about “{place}”, which the form of this category does not have; nothing was returned. Comment on a section or a question of the form, or on the whole.',
  },
  'list.confirmed': {
    status: 409,
    zh: '本类别的推荐名单已于{zh}确认，不能再改。如需变更，请联系主办单位退回名单。',
    en: 'The list of this category was confirmed on {en} and cannot be changed. Ask the host to reopen it.',
  },
  'list.empty': {
    status: 409,
    zh: '推荐名单为空，没有可确认的申报。请先推荐申报，再确认名单。',
    en: 'The list is empty; there is nothing to confirm. Recommend first, then confirm the list.',
  },
  'list.order-wrong': {
    status: 422,
    zh: '排序须包含名单上的全部 {count} 项且不重复，请刷新名单后重新排序。',
    en: 'The order must name all {count} on the list, each once. Reload the list and order it again.',
  },
  'list.scan-missing': {
    status: 409,
    zh: '请先上传盖章的推荐名单扫描件。',
    en: 'Upload the stamped scan of the list first.',
  },
  'list.scan-stale': {
    status: 409,
    zh: '盖章扫描件与当前名单不一致（名单在其后有变动）。请重新打印、盖章并上传。',
    en: 'The stamped scan no longer matches: the list has changed since. Print, stamp and upload it again.',
  },
  'list.not-confirmed': {
    status: 409,
    zh: '该名单尚未确认，无需退回。',
    en: 'This list has not been confirmed, so there is nothing to reopen.',
  },
} as const satisfies Refusals
