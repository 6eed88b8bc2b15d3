import { acceptanceForm } from './forms/acceptance.ts'
import { midtermForm } from './forms/midterm.ts'
import { type RubricSource, tenPoints } from './rubrics.ts'
import type { ApplicantKind, TemplateSource } from './schema.ts'
import { both } from './sections/writing.ts'

/** What a follow-up needs to know of the programme that it follows up: whose awards, and by whom they were held. */
export type Followed = {
  programme: TemplateSource['programme']
  basis: string[]
  direct: NonNullable<TemplateSource['endorsement']['direct']>
  holders: { key: string; title: { zh: string; en: string }; applicant: ApplicantKind; categories: string[] }[]
}

const categoriesOf = ({ programme, holders }: Followed): TemplateSource['categories'] =>
  holders.map(({ key, title, applicant, categories }) => ({
    key,
    title,
    applicant,
    type: key,
    form: 'report',
    perUnit: 20,
    startsFrom: { award: { programmes: [programme.key], categories } },
  }))

const chain = { university: ['university', 'province'], college: ['university', 'province'], branch: ['university', 'province'] } as const

const endorsementOf = ({ direct, holders }: Followed): TemplateSource['endorsement'] => ({
  levels: Object.fromEntries(holders.map(({ applicant }) => [applicant, [...chain[applicant]]])),
  direct,
  duties: {
    university: { opinionMax: 300, stampedScan: true, ordered: false },
    province: { opinionMax: 300, stampedScan: false, ordered: false },
  },
})

const stages = (days: { collect: number; review: number }): TemplateSource['stages'] => [
  { key: 'collect', kind: 'collect', title: both('填报', 'Collection'), defaultDays: days.collect },
  { key: 'endorse-university', kind: 'endorse', level: 'university', title: both('学校审核', 'University endorsement'), defaultDays: 7 },
  {
    key: 'endorse-province',
    kind: 'endorse',
    level: 'province',
    title: both('省级审核', 'Provincial endorsement'),
    optional: true,
    defaultDays: 10,
  },
  { key: 'review', kind: 'review', title: both('专家评议', 'Expert review'), defaultDays: days.review },
  { key: 'deliberate', kind: 'deliberate', title: both('审定', 'Deliberation'), defaultDays: 7 },
]

const midtermRubric: RubricSource = {
  criteria: [
    tenPoints('tasks', both('任务进度', 'Progress of tasks'), both('对照计划看完成情况', 'Progress against the plan'), 50, [
      both('按期或超前完成', 'On time or ahead'),
      both('基本按期，个别滞后', 'Mostly on time'),
      both('明显滞后', 'Clearly behind schedule'),
    ]),
    tenPoints('quality', both('建设质量', 'Quality'), both('阶段成果与证据', 'Results so far, with evidence'), 30, [
      both('成果扎实，证据充分', 'Sound results, well evidenced'),
      both('有成果，证据一般', 'Some results, moderate evidence'),
      both('成果不足', 'Too few results'),
    ]),
    tenPoints('money', both('经费与管理', 'Funds and management'), both('经费使用与问题整改', 'Use of funds, problems put right'), 20, [
      both('使用规范、整改到位', 'In order'),
      both('基本规范', 'Mostly in order'),
      both('需要整改', 'To be put right'),
    ]),
  ],
  commentMin: 10,
  commentMax: 500,
}

/** After one year: what is on its way is normal, the rest is warned or must be mended; the award goes on. */
export const midterm = (followed: Followed): TemplateSource => ({
  key: `${followed.programme.key}-midterm`,
  version: 1,
  title: both(`${followed.programme.title.zh}中期检查`, `Mid-term check: ${followed.programme.title.en}`),
  programme: followed.programme,
  kind: 'midterm',
  basis: followed.basis,
  introduction: both(
    '立项满一年的单位对照申报书逐项报告进展、经费和问题。检查结果分正常、预警、整改三档。',
    'A year after the award, units report progress, money and problems against their application. The result is one of three: normal, warned, to be put right.',
  ),
  forms: { report: midtermForm },
  categories: categoriesOf(followed),
  stages: stages({ collect: 21, review: 14 }),
  endorsement: endorsementOf(followed),
  review: {
    rubric: midtermRubric,
    expertsPerSubmission: 2,
    method: 'mean',
    anonymity: { applicantHiddenFromExpert: false },
  },
  grades: [
    { key: 'normal', title: both('正常', 'Normal'), from: 75, outcome: 'continue', announced: false },
    { key: 'warned', title: both('预警', 'Warned'), from: 60, outcome: 'warn', announced: false },
    { key: 'mend', title: both('整改', 'To be put right'), from: 0, outcome: 'warn', announced: false },
  ],
})

const acceptanceRubric: RubricSource = {
  criteria: [
    tenPoints(
      'tasks',
      both('任务完成', 'Completion of tasks'),
      both('对照建设标准和申报目标', 'Against the standards and the goals applied for'),
      50,
      [
        both('全部完成，部分超额', 'All completed, some exceeded'),
        both('主要任务完成', 'Main tasks completed'),
        both('主要任务未完成', 'Main tasks not completed'),
      ],
    ),
    tenPoints(
      'measures',
      both('举措落实', 'Implementation'),
      both('制度、组织、队伍、思路与创新', 'Rules, organisation, staff, ideas and innovation'),
      25,
      [
        both('机制健全、创新明显', 'Well organised, innovative'),
        both('举措落实，创新一般', 'Implemented, little innovation'),
        both('落实不足', 'Insufficiently implemented'),
      ],
    ),
    tenPoints('example', both('示范带动', 'Leading by example'), both('经验总结与推广情况', 'Lessons drawn up and shared'), 25, [
      both('经验成型，推广到校外', 'Drawn up and adopted elsewhere'),
      both('有总结，推广有限', 'Drawn up, little shared'),
      both('缺少总结推广', 'Neither drawn up nor shared'),
    ]),
  ],
  commentMin: 20,
  commentMax: 1000,
}

/** At the end of the term: three aspects at 50, 25 and 25; excellent from 90 points, for half of them at most; a deferred pass is looked at again. */
export const acceptance = (followed: Followed): TemplateSource => ({
  key: `${followed.programme.key}-acceptance`,
  version: 1,
  title: both(`${followed.programme.title.zh}验收`, `Acceptance: ${followed.programme.title.en}`),
  programme: followed.programme,
  kind: 'acceptance',
  basis: followed.basis,
  introduction: both(
    '建设期满的单位提交总结、案例、成果汇编和成果清单。结果分优秀、合格、暂缓通过、不合格；优秀不超过半数，暂缓通过的限期六个月整改后复验。',
    'At the end of the term, units hand in a summary, a case, a collected volume and a list of results. The grades are excellent (half at most), passed, deferred and failed; what is deferred is put right within six months and checked again.',
  ),
  forms: { report: acceptanceForm },
  categories: categoriesOf(followed),
  stages: [
    ...stages({ collect: 30, review: 20 }),
    { key: 'notice', kind: 'notice', title: both('公示', 'Public notice'), defaultDays: 7 },
    { key: 'publish', kind: 'publish', title: both('公布', 'Publication'), defaultDays: 5 },
  ],
  endorsement: endorsementOf(followed),
  review: {
    rubric: acceptanceRubric,
    expertsPerSubmission: 3,
    method: 'mean',
    anonymity: { applicantHiddenFromExpert: false },
  },
  grades: [
    { key: 'excellent', title: both('优秀', 'Excellent'), from: 90, maxShare: 0.5, outcome: 'close' },
    { key: 'passed', title: both('合格', 'Passed'), from: 70, outcome: 'close' },
    { key: 'deferred', title: both('暂缓通过', 'Deferred'), from: 60, outcome: 'extend', extendMonths: 6 },
    { key: 'failed', title: both('不合格', 'Failed'), from: 0, outcome: 'fail' },
  ],
  notice: { workingDays: 5 },
  certificate: {
    title: both('验收证书', 'Certificate of acceptance'),
    text: both(
      '{unit}“{title}”建设期满，经验收为“{grade}”。特发此证。{host} {date} 证书编号：{number}',
      '“{title}” of {unit} has been accepted with the result “{grade}”. {host}, {date}. Certificate no. {number}',
    ),
  },
})
