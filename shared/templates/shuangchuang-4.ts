import { branchForm } from './forms/branch.ts'
import { collegeForm } from './forms/college.ts'
import { universityForm } from './forms/university.ts'
import { unitRubric } from './rubrics.ts'
import type { TemplateSource } from './schema.ts'
import { both } from './sections/writing.ts'

const noFailure = {
  key: 'noFailure',
  holds: "!history.exists(h, h.event == 'failed' && h.programme == 'shuangchuang')",
  message: both(
    '本校以往入选单位有验收不合格的，本批不能申报。',
    'A unit of this university failed its acceptance before; it cannot apply in this batch.',
  ),
}
const notAwarded = { unfinishedSameType: true, awardedSameCategory: true }

/** 教思政厅函〔2023〕17号: the fourth call of the programme; results in 〔2024〕7号. */
export const shuangchuang4: TemplateSource = {
  key: 'shuangchuang-4',
  version: 1,
  title: both('第四批新时代高校党建示范创建和质量创优工作遴选', 'Fourth selection of Party-building models in higher education'),
  programme: { key: 'shuangchuang', title: both('新时代高校党建“双创”', 'Party-building models and quality in higher education') },
  kind: 'selection',
  basis: ['教思政厅函〔2023〕17号', '教思政厅函〔2024〕7号'],
  introduction: both(
    '面向全国高校遴选党建工作示范高校、标杆院系和样板支部，建设期两年，一年后中期检查，期满验收。',
    'Selects demonstration universities, benchmark colleges and model branches, with a two-year development period, a mid-term check after one year and acceptance at the end.',
  ),
  introductionByLevel: {
    province: both(
      '由各省级主管部门、兵团择优推荐，部委所属高校直接推荐。',
      'Provinces and the XPCC recommend; universities under ministries recommend directly.',
    ),
  },
  forms: { university: universityForm, college: collegeForm, branch: branchForm },
  categories: [
    {
      key: 'demonstration-university',
      title: both('全国党建工作示范高校', 'Demonstration university'),
      applicant: 'university',
      type: 'demonstration-university',
      places: 10,
      form: 'university',
      eligibility: [noFailure],
      bars: notAwarded,
      perUnit: 1,
    },
    {
      key: 'benchmark-college',
      title: both('全国党建工作标杆院系', 'Benchmark college'),
      applicant: 'college',
      type: 'benchmark-college',
      places: 100,
      form: 'college',
      eligibility: [noFailure],
      bars: notAwarded,
      perUnit: 1,
    },
    {
      key: 'model-branch',
      title: both('全国党建工作样板支部', 'Model branch'),
      applicant: 'branch',
      type: 'model-branch',
      places: 1001,
      form: 'branch',
      eligibility: [noFailure],
      bars: notAwarded,
      perUnit: 1,
    },
  ],
  stages: [
    { key: 'collect', kind: 'collect', title: both('填报', 'Collection'), defaultDays: 30 },
    {
      key: 'endorse-college',
      kind: 'endorse',
      level: 'college',
      title: both('院（系）审核', 'College endorsement'),
      optional: true,
      defaultDays: 5,
    },
    {
      key: 'endorse-university',
      kind: 'endorse',
      level: 'university',
      title: both('学校党委审核推荐', 'University endorsement'),
      defaultDays: 10,
    },
    { key: 'endorse-province', kind: 'endorse', level: 'province', title: both('省级审核推荐', 'Provincial endorsement'), defaultDays: 15 },
    { key: 'screen', kind: 'screen', title: both('资格审查', 'Qualification check'), defaultDays: 7 },
    { key: 'review', kind: 'review', title: both('专家评审', 'Expert review'), defaultDays: 15 },
    { key: 'deliberate', kind: 'deliberate', title: both('集体审议', 'Deliberation'), defaultDays: 7 },
    { key: 'notice', kind: 'notice', title: both('公示', 'Public notice'), defaultDays: 9 },
    { key: 'publish', kind: 'publish', title: both('公布', 'Publication'), defaultDays: 5 },
  ],
  endorsement: {
    levels: { university: ['university', 'province'], college: ['university', 'province'], branch: ['college', 'university', 'province'] },
    direct: ['ministry', 'jointly-built'],
    duties: {
      college: { opinionMax: 300, stampedScan: false, ordered: false },
      university: { opinionMax: 300, stampedScan: true, ordered: true },
      province: { opinionMax: 300, stampedScan: true, ordered: true },
    },
  },
  quotas: [
    { level: 'province', category: 'demonstration-university', rule: { number: 1 } },
    {
      level: 'province',
      category: 'benchmark-college',
      rule: { ratio: 0.08, of: 'universities', rounding: 'half-up', atLeast: 2 },
    },
    { level: 'province', category: 'model-branch', rule: { ratio: 0.5, of: 'universities', rounding: 'half-up', atLeast: 8 } },
    { level: 'xpcc', category: 'demonstration-university', rule: { number: 1 } },
    { level: 'xpcc', category: 'benchmark-college', rule: { number: 1 } },
    { level: 'xpcc', category: 'model-branch', rule: { number: 4 } },
    { level: 'university', under: 'ministry', category: 'demonstration-university', rule: { number: 1 } },
    { level: 'university', under: 'ministry', category: 'benchmark-college', rule: { number: 2 } },
    { level: 'university', under: 'ministry', category: 'model-branch', rule: { number: 4 } },
  ],
  review: {
    rubric: unitRubric,
    expertsPerSubmission: 5,
    method: 'trimmed-mean',
    anonymity: { applicantHiddenFromExpert: false },
  },
  notice: { workingDays: 7 },
  certificate: {
    title: both('入选证书', 'Certificate'),
    text: both(
      '经审定，{unit}入选{batch}“{category}”，建设期两年，自{date}起。特发此证。{host} 证书编号：{number}',
      '{unit} has been selected as “{category}” in {batch}, with a two-year development period from {date}. {host}. Certificate no. {number}',
    ),
  },
  obligations: [
    {
      key: 'posts',
      kind: 'posts',
      title: both('建设主页动态', 'Posts on the work page'),
      dueAfterMonths: 24,
      remindDaysBefore: [180, 60],
      posts: 8,
      publicWorkPage: true,
    },
    {
      key: 'midterm',
      kind: 'midterm',
      title: both('中期检查', 'Mid-term check'),
      dueAfterMonths: 12,
      remindDaysBefore: [60, 30, 7],
      template: 'shuangchuang-midterm',
    },
    {
      key: 'acceptance',
      kind: 'acceptance',
      title: both('期满验收', 'Acceptance'),
      dueAfterMonths: 24,
      remindDaysBefore: [90, 30, 7],
      template: 'shuangchuang-acceptance',
    },
  ],
}
