import type { StageKind } from '../templates/schema.ts'
import type { Text } from '../text.ts'

/**
 * What a stage asks of those who are told that it has opened: the units below the host while it collects or endorses, the host's own office
 * in the others. `todo` stands in the subject, `how` after the sentence that the stage has begun.
 */
export const openings = {
  collect: {
    todo: { zh: '开始填报', en: 'Applications are open' },
    how: {
      zh: '申报单位请在截止时间前提交，逾期视为放弃；推荐单位请组织所属单位申报。',
      en: 'Applicants: submit before the deadline; anything late counts as withdrawn. Recommending units: see that your units apply.',
    },
  },
  endorse: {
    todo: { zh: '请审核推荐', en: 'Check and recommend' },
    how: {
      zh: '请在截止时间前审核申报，在名额内推荐并确认名单；逾期视为放弃推荐。',
      en: 'Check the submissions, recommend within your quota and confirm your list before the deadline; what is not recommended by then does not go on.',
    },
  },
  screen: {
    todo: { zh: '请审查资格', en: 'Check the qualification' },
    how: {
      zh: '请逐项审查申报资格；不合格的须写明理由。',
      en: 'Check whether each submission qualifies, and give the reason where one does not.',
    },
  },
  review: {
    todo: { zh: '请组织评审', en: 'Start the expert review' },
    how: {
      zh: '请邀请专家、分配申报，并跟进评审进度。',
      en: 'Invite the experts, assign the submissions and follow the progress of the reviews.',
    },
  },
  deliberate: {
    todo: { zh: '请组织审定', en: 'Decide on the results' },
    how: {
      zh: '请逐项确定审定结论，并将审定表送审定人确认。',
      en: 'Settle the outcome of each submission and send the sheets to the approver.',
    },
  },
  notice: {
    todo: { zh: '请发布公示', en: 'Publish the notice' },
    how: {
      zh: '请在审定表全部批准后发布公示，并及时处理异议；公示期满、异议办结后方可公布名单。',
      en: 'Publish the notice once all sheets are approved, and handle objections as they come; the list is published when the notice is over and every objection settled.',
    },
  },
  publish: {
    todo: { zh: '请公布名单', en: 'Publish the list' },
    how: {
      zh: '请核对名单后确认公布；公布后生成证书并通知入选单位。',
      en: 'Check the list and confirm its publication; certificates are then made and the selected units are told.',
    },
  },
} as const satisfies Record<StageKind, { todo: Text; how: Text }>
