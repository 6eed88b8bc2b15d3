import { partyDayForm } from './forms/party-day.ts'
import { tenPoints } from './rubrics.ts'
import type { TemplateSource } from './schema.ts'
import { both } from './sections/writing.ts'

/** A small call of a university: one activity per branch, looked at by two experts, noticed for three working days. */
export const partyDay: TemplateSource = {
  key: 'party-day',
  version: 1,
  title: both('最佳党日活动评选', 'Best Party-day activity'),
  programme: { key: 'party-day', title: both('最佳党日活动', 'Best Party-day activity') },
  kind: 'internal',
  basis: [],
  introduction: both(
    '每个党支部推荐一项主题党日活动，活动参与率原则上不低于95%，材料不超过2500字。',
    'Each branch enters one themed activity. As a rule at least 95% of its members took part; the description has up to 2,500 characters.',
  ),
  forms: { activity: partyDayForm },
  categories: [
    {
      key: 'activity',
      title: both('党日活动', 'Activity'),
      applicant: 'branch',
      type: 'party-day',
      places: 10,
      form: 'activity',
      perUnit: 1,
    },
  ],
  stages: [
    { key: 'collect', kind: 'collect', title: both('填报', 'Collection'), defaultDays: 14 },
    {
      key: 'endorse-college',
      kind: 'endorse',
      level: 'college',
      title: both('院（系）推荐', 'College endorsement'),
      optional: true,
      defaultDays: 5,
    },
    { key: 'review', kind: 'review', title: both('专家评审', 'Expert review'), defaultDays: 7 },
    { key: 'deliberate', kind: 'deliberate', title: both('审定', 'Deliberation'), defaultDays: 3 },
    { key: 'notice', kind: 'notice', title: both('公示', 'Public notice'), defaultDays: 5 },
    { key: 'publish', kind: 'publish', title: both('公布', 'Publication'), defaultDays: 3 },
  ],
  endorsement: { levels: { branch: ['college'] }, duties: { college: { opinionMax: 200, stampedScan: false, ordered: true } } },
  review: {
    rubric: {
      criteria: [
        tenPoints('theme', both('主题', 'Theme'), both('主题鲜明、贴近实际', 'A clear theme, close to real life'), 30, [
          both('鲜明深刻', 'Clear and profound'),
          both('较为明确', 'Fairly clear'),
          both('不够明确', 'Not clear enough'),
        ]),
        tenPoints('form', both('形式', 'Format'), both('形式新颖、组织严密', 'Fresh format, well organised'), 30, [
          both('新颖严密', 'Fresh and tightly organised'),
          both('组织较好', 'Fairly well organised'),
          both('形式一般', 'Average'),
        ]),
        tenPoints('effect', both('效果', 'Impact'), both('参与率与师生评价', 'Participation, and the view of staff and students'), 40, [
          both('效果突出', 'Outstanding'),
          both('效果较好', 'Good'),
          both('效果一般', 'Average'),
        ]),
      ],
      commentMin: 0,
      commentMax: 500,
    },
    expertsPerSubmission: 2,
    method: 'mean',
    anonymity: { applicantHiddenFromExpert: true },
  },
  notice: { workingDays: 3 },
}
