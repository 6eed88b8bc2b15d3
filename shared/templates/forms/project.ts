import type { FormSource } from '../../forms/schema.ts'
import { jingpin } from '../sections/clauses.ts'
import { attachments, declarations, incidents } from '../sections/evidence.ts'
import { threeYearFigures } from '../sections/figures.ts'
import { projectBudget } from '../sections/money.ts'
import { contact, sexes, team, teamRules, titles } from '../sections/people.ts'
import { schedule } from '../sections/plan.ts'
import {
  both,
  type ColumnSource,
  choice,
  type FieldSource,
  longText,
  month,
  person,
  rule,
  type SectionSource,
  table,
  text,
} from '../sections/writing.ts'

const products = {
  report: ['研究报告', 'Report'],
  case: ['工作案例', 'Case'],
  course: ['课程或微课', 'Course'],
  work: ['文化作品', 'Work'],
  platform: ['网络平台', 'Platform'],
  book: ['著作或读本', 'Book'],
} as const

const notAwardedProject = {
  key: 'notAwardedBefore',
  zh: '本项目此前未获同类项目立项或资助',
  en: 'This project has not been awarded or funded in the same kind before',
}

/** What all forms of this call begin with. */
const projectBasics = (more: FieldSource[] = []): SectionSource => ({
  key: 'basics',
  title: both('项目基本信息', 'The project'),
  fields: [
    text('title', ['项目名称', 'Title'], 40, {
      min: 5,
      help: ['不超过40字，不加副标题，突出育人主题。', 'At most 40 characters, no subtitle.'],
    }),
    ...more,
    month('started', ['启动年月', 'Running since'], {
      from: '1980-01-01',
      until: '2024-09-30',
      help: ['项目须已连续实施三年以上。', 'The project must have been running for at least three years.'],
      clause: jingpin('申报条件：项目已实施三年以上', 'condition for applying: the project has run for at least three years'),
    }),
    person('leader', ['项目负责人', 'Project leader']),
    choice('leaderTitle', ['负责人专业技术职务', 'Leader’s professional title'], titles),
    text('department', ['牵头部门或院（系）', 'Lead department or college'], 60),
    text('partners', ['合作单位', 'Partner organisations'], 120, { required: false }),
    contact,
  ],
  rules: [
    rule('ranThreeYears', "yearsBetween(started, '2024-09') >= 3", 'started', [
      '项目须在2021年9月前启动，已实施三年以上。',
      'The project must have begun by September 2021.',
    ]),
  ],
})

const summary: SectionSource = {
  key: 'summary',
  title: both('项目简介', 'Summary'),
  clause: jingpin('项目简介，500字以内', 'a summary of up to 500 characters'),
  fields: [
    longText('summary', ['项目简介', 'Summary'], 200, 500, {
      help: [
        '用500字以内说明做什么、为谁做、怎么做、成效如何；将用于公示。',
        'In up to 500 characters: what, for whom, how and with what result. Used in the public notice.',
      ],
    }),
    {
      kind: 'choices',
      key: 'audience',
      label: both('主要受众', 'Main audience'),
      required: true,
      min: 1,
      max: 4,
      choices: [
        { value: 'undergraduates', label: both('本专科生', 'Undergraduates') },
        { value: 'graduates', label: both('研究生', 'Graduates') },
        { value: 'staff', label: both('教职工', 'Staff') },
        { value: 'public', label: both('社会公众', 'The public') },
      ],
    },
  ],
}

const features: SectionSource = {
  key: 'features',
  title: both('工作基础与特色', 'Groundwork and originality'),
  clause: jingpin('工作基础与特色，分三部分，共3000字以内', 'groundwork and originality in three headed parts, up to 3,000 characters'),
  intro: both('分三部分填写，合计不超过3000字。', 'In three parts, up to 3,000 characters in all.'),
  fields: [
    longText('background', ['一、背景与理念', 'I. Background and approach'], 200, 800, { rows: 10 }),
    longText('practice', ['二、主要做法', 'II. Practice'], 400, 1400, { rows: 18 }),
    longText('innovation', ['三、特色与创新', 'III. Originality and innovation'], 200, 800, { rows: 10 }),
  ],
  rules: [],
}

const effect: SectionSource = {
  key: 'effect',
  title: both('育人成效', 'Educational impact'),
  clause: jingpin(
    '成效及近三年数据：受益人数、活动、媒体报道',
    'impact with figures of three years: people reached, activities, media reports',
  ),
  fields: [
    threeYearFigures,
    longText('effect', ['成效说明', 'Description of the impact'], 300, 1500, {
      help: [
        '以数据和事例说明师生的变化与获得，注明数据来源。',
        'Use figures and examples to show what changed for staff and students, and name the sources.',
      ],
    }),
    table(
      'honours',
      ['所获奖励与认可', 'Recognition'],
      [
        text('name', ['名称', 'Name'], 100),
        text('issuer', ['授予单位', 'Given by'], 80),
        month('date', ['时间', 'Date'], { from: '2015-01-01', until: '2024-12-31' }),
      ] as ColumnSource[],
      { minRows: 0, maxRows: 15, required: false, unique: ['name', 'date'] },
    ),
  ],
}

const projectPlan: SectionSource = {
  key: 'plan',
  title: both('实施计划与预期成果', 'Plan and expected outputs'),
  clause: jingpin('实施计划、进度安排和预期成果', 'plan, schedule, expected outputs'),
  fields: [
    longText('goals', ['建设目标', 'Goals'], 200, 600),
    longText('measures', ['实施举措', 'Measures'], 400, 1500, { rows: 14 }),
    schedule,
    table(
      'products',
      ['预期成果', 'Expected outputs'],
      [
        choice('kind', ['形式', 'Kind'], products),
        text('name', ['名称', 'Name'], 80),
        month('due', ['完成时间', 'By'], { from: '2024-10-01', until: '2027-12-31' }),
        text('author', ['完成人', 'By whom'], 50),
      ] as ColumnSource[],
      { minRows: 2, maxRows: 10, unique: ['name'] },
    ),
  ],
}

const projectTeam: SectionSource = { key: 'people', title: both('项目团队', 'The team'), fields: [team(15)], rules: teamRules }
const closing = (more: FieldSource[] = []): SectionSource[] => [
  projectBudget,
  attachments(more),
  declarations([incidents, notAwardedProject], jingpin),
]

const projectTypes = {
  theory: ['理论武装', 'Theory'],
  culture: ['文化育人', 'Culture'],
  psychology: ['心理育人', 'Mental health'],
  practice: ['实践育人', 'Practice'],
  network: ['网络育人', 'Online'],
  staff: ['队伍建设', 'Staff'],
  security: ['国家安全教育', 'National security education'],
  community: ['育人共同体', 'Community'],
} as const

export const projectForm: FormSource = {
  title: both('精品项目申报书', 'Project application'),
  sections: [
    projectBasics([choice('type', ['项目类型', 'Type'], projectTypes)]),
    projectTeam,
    summary,
    features,
    effect,
    projectPlan,
    ...closing(),
  ],
}

/** Cases, collections and works: the thing itself is described beside the project that made it. */
export const workForm: FormSource = {
  title: both('案例与作品申报书', 'Case or work application'),
  sections: [
    projectBasics(),
    projectTeam,
    summary,
    {
      key: 'work',
      title: both('案例或作品', 'The case or work'),
      clause: jingpin(
        '分项包括心理健康教育典型案例、研究文库、原创文化精品',
        'among the sub-items: cases of mental health education, collections of research, works of original culture',
      ),
      fields: [
        choice('form', ['形式', 'Format'], {
          case: ['工作案例', 'Case'],
          collection: ['研究文库', 'Collection'],
          stage: ['舞台作品', 'Stage work'],
          film: ['影视作品', 'Film'],
          text: ['文学作品', 'Literary work'],
          exhibition: ['展陈', 'Exhibition'],
        }),
        month('finished', ['完成年月', 'Finished'], { from: '2010-01-01', until: '2024-09-30' }),
        longText('body', ['正文或内容介绍', 'Full text or description'], 800, 3000, {
          rows: 20,
          help: ['案例填写正文；作品填写内容介绍与创作过程。', 'For a case, its text; for a work, what it contains and how it was made.'],
        }),
        table(
          'authors',
          ['作者', 'Authors'],
          [
            text('name', ['姓名', 'Name'], 50),
            choice('sex', ['性别', 'Sex'], sexes),
            text('unit', ['单位', 'Unit'], 60),
            text('part', ['承担部分', 'Contribution'], 80),
          ] as ColumnSource[],
          { minRows: 1, maxRows: 10, unique: ['name', 'unit'] },
        ),
        text('link', ['展示链接', 'Link to view it'], 300, { required: false, pattern: 'url' }),
      ],
    },
    features,
    effect,
    projectPlan,
    ...closing(),
  ],
}

/** Places: memorial halls, training and practice bases. */
export const baseForm: FormSource = {
  title: both('场馆与基地申报书', 'Venue or centre application'),
  sections: [
    projectBasics(),
    projectTeam,
    summary,
    {
      key: 'place',
      title: both('场馆或基地条件', 'The place'),
      clause: jingpin(
        '分项包括场馆育人、红色文化基地、综合素质训练基地、综合性实践体验基地',
        'among the sub-items: halls, bases of revolutionary culture, of training and of practice',
      ),
      fields: [
        text('address', ['所在地', 'Location'], 100),
        {
          kind: 'number',
          key: 'area',
          label: both('建筑面积', 'Floor area'),
          unit: both('平方米', 'm²'),
          min: 10,
          max: 1_000_000,
          decimals: 1,
          required: true,
        },
        {
          kind: 'number',
          key: 'capacity',
          label: both('单次接待容量', 'Capacity at one time'),
          unit: both('人', 'people'),
          min: 5,
          max: 100_000,
          required: true,
        },
        {
          kind: 'number',
          key: 'openDays',
          label: both('年开放天数', 'Days open per year'),
          unit: both('天', 'days'),
          min: 1,
          max: 366,
          required: true,
        },
        table(
          'facilities',
          ['主要设施与展项', 'Facilities'],
          [
            text('name', ['名称', 'Name'], 60),
            text('use', ['育人用途', 'Used for'], 120),
            {
              kind: 'number',
              key: 'pieces',
              label: both('数量', 'Number'),
              unit: both('件（套）', 'pieces'),
              min: 1,
              max: 100_000,
              required: true,
            },
          ] as ColumnSource[],
          { minRows: 2, maxRows: 20, unique: ['name'] },
        ),
        longText('safety', ['开放管理与安全保障', 'Opening arrangements and safety'], 150, 600),
      ],
    },
    features,
    effect,
    projectPlan,
    ...closing(),
  ],
}
