import { personForm, studioForm } from './forms/person.ts'
import { baseForm, projectForm, workForm } from './forms/project.ts'
import { personRubric, projectRubric } from './rubrics.ts'
import type { TemplateSource } from './schema.ts'
import { both } from './sections/writing.ts'

type CategorySource = TemplateSource['categories'][number]

const groups = {
  brand: { key: 'brand', title: both('品牌项目示范推广', 'Model projects') },
  staff: { key: 'staff', title: both('骨干队伍培育提升', 'Staff development') },
  base: { key: 'base', title: both('平台基地辐射引领', 'Platforms and centres') },
} as const

/** One sub-item: at most four of a kind may be entered by a university, and what was awarded and is not finished bars the same type. */
const subItem = (
  group: keyof typeof groups,
  form: string,
  key: string,
  zh: string,
  en: string,
  places: number,
  more: Partial<CategorySource> = {},
): CategorySource => ({
  key,
  title: both(zh, en),
  group: groups[group],
  applicant: 'university',
  type: key,
  places,
  form,
  bars: { unfinishedSameType: true },
  perUnit: 4,
  ...more,
})

/** 教思政厅函〔2023〕12号: three categories with twelve sub-items, a project having run for three years or more. */
export const jingpin2024: TemplateSource = {
  key: 'jingpin-2024',
  version: 1,
  title: both('2024年高校思想政治工作质量提升综合改革与精品建设项目', 'Quality projects in ideological and political education, 2024'),
  programme: { key: 'jingpin', title: both('高校思想政治工作精品项目', 'Quality projects') },
  kind: 'selection',
  basis: ['教思政厅函〔2023〕12号'],
  introduction: both(
    '分品牌项目示范推广、骨干队伍培育提升、平台基地辐射引领三类十二项。逾期视为放弃。',
    'Three categories with twelve sub-items. Anything not submitted by the deadline counts as withdrawn.',
  ),
  introductionByLevel: {
    province: both(
      '各省级主管部门每项推荐数不超过所属高校数的15%，兵团所属高校按规定名额推荐，部委所属高校直接推荐。',
      'A province recommends at most 15% of its universities in each; universities of the XPCC have quotas of their own; universities under ministries recommend directly.',
    ),
  },
  forms: { project: projectForm, work: workForm, base: baseForm, person: personForm, studio: studioForm },
  categories: [
    subItem('brand', 'project', 'quality-project', '精品项目', 'Quality project', 60),
    subItem('brand', 'work', 'mental-health-case', '心理健康教育典型案例', 'Mental health education case', 30),
    subItem('brand', 'work', 'research-library', '研究文库', 'Research collection', 20),
    subItem('brand', 'work', 'original-culture', '原创文化精品', 'Original cultural work', 30),
    subItem('brand', 'base', 'education-by-halls', '场馆育人', 'Education through museums and halls', 20),
    subItem('staff', 'person', 'young-backbone', '中青年骨干', 'Young and mid-career staff', 40, { rubric: personRubric }),
    subItem('staff', 'person', 'online-teacher', '网络教育名师', 'Online educator', 20, { rubric: personRubric }),
    subItem('staff', 'studio', 'counsellor-studio', '辅导员名师工作室', 'Counsellor studio', 30, { rubric: personRubric }),
    subItem('base', 'work', 'digital-relics', '数字文物', 'Digital heritage', 20),
    subItem('base', 'base', 'heritage-base', '红色文化基地', 'Revolutionary heritage site', 20),
    subItem('base', 'base', 'quality-training-base', '综合素质训练基地', 'Skills training centre', 20),
    subItem('base', 'base', 'practice-base', '综合性实践体验基地', 'Practical experience centre', 20),
  ],
  stages: [
    { key: 'collect', kind: 'collect', title: both('填报', 'Collection'), defaultDays: 22 },
    {
      key: 'endorse-university',
      kind: 'endorse',
      level: 'university',
      title: both('学校审核推荐', 'University endorsement'),
      defaultDays: 5,
    },
    { key: 'endorse-province', kind: 'endorse', level: 'province', title: both('省级审核推荐', 'Provincial endorsement'), defaultDays: 10 },
    { key: 'screen', kind: 'screen', title: both('资格审查', 'Qualification check'), defaultDays: 7 },
    { key: 'review', kind: 'review', title: both('专家评审', 'Expert review'), defaultDays: 14 },
    { key: 'deliberate', kind: 'deliberate', title: both('集体审议', 'Deliberation'), defaultDays: 7 },
    { key: 'notice', kind: 'notice', title: both('公示', 'Public notice'), defaultDays: 7 },
    { key: 'publish', kind: 'publish', title: both('公布', 'Publication'), defaultDays: 5 },
  ],
  endorsement: {
    levels: { university: ['university', 'province'] },
    direct: ['ministry', 'jointly-built'],
    duties: {
      university: { opinionMax: 300, stampedScan: true, ordered: true },
      province: { opinionMax: 300, stampedScan: true, ordered: true },
    },
  },
  quotas: [
    { level: 'province', rule: { ratio: 0.15, of: 'universities', rounding: 'down', atLeast: 1 } },
    {
      level: 'university',
      under: 'xpcc',
      rule: { number: 2 },
      /* 石河子大学, 塔里木大学 */
      named: [
        { code: '4165010759', number: 4 },
        { code: '4165010757', number: 4 },
      ],
    },
    { level: 'university', under: 'ministry', rule: { number: 2 } },
  ],
  review: {
    rubric: projectRubric,
    expertsPerSubmission: 3,
    method: 'mean',
    anonymity: { applicantHiddenFromExpert: false },
  },
  notice: { workingDays: 5 },
  certificate: {
    title: both('立项证书', 'Certificate of award'),
    text: both(
      '经评审公示，{unit}申报的“{title}”列为{batch}“{category}”。特发此证。{host} {date} 证书编号：{number}',
      '“{title}” of {unit} has been awarded in {batch} as “{category}”. {host}, {date}. Certificate no. {number}',
    ),
  },
  obligations: [
    {
      key: 'posts',
      kind: 'posts',
      title: both('项目建设动态', 'Posts on the work page'),
      dueAfterMonths: 24,
      remindDaysBefore: [180, 60],
      posts: 6,
      publicWorkPage: true,
    },
    {
      key: 'midterm',
      kind: 'midterm',
      title: both('中期检查', 'Mid-term check'),
      dueAfterMonths: 12,
      remindDaysBefore: [60, 30, 7],
      template: 'jingpin-midterm',
    },
    {
      key: 'acceptance',
      kind: 'acceptance',
      title: both('结项验收', 'Acceptance'),
      dueAfterMonths: 24,
      remindDaysBefore: [90, 30, 7],
      template: 'jingpin-acceptance',
    },
  ],
}
