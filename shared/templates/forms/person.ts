import type { FormSource } from '../../forms/schema.ts'
import { jingpin } from '../sections/clauses.ts'
import { attachments, declarations, incidents } from '../sections/evidence.ts'
import { threeYearFigures } from '../sections/figures.ts'
import { contact, degrees, sexes, team, teamRules, titles } from '../sections/people.ts'
import { schedule } from '../sections/plan.ts'
import {
  both,
  type ColumnSource,
  choice,
  type FieldSource,
  files,
  longText,
  month,
  person,
  rule,
  type SectionSource,
  table,
  text,
  yesNo,
} from '../sections/writing.ts'

const ethics = {
  key: 'ethicsConfirmed',
  zh: '所在单位已对师德师风表现进行考察，结论为合格，并经公示无异议',
  en: 'The unit has examined the person’s professional ethics, found them sound, and published this without objection',
}

const basicsWith = (...named: FieldSource[]): SectionSource => ({
  key: 'basics',
  title: both('个人基本信息', 'The person'),
  fields: [
    person('candidate', ['申报人', 'Candidate']),
    ...named,
    choice('sex', ['性别', 'Sex'], sexes),
    month('born', ['出生年月', 'Born'], { from: '1955-01-01', until: '2002-12-31' }),
    choice('degree', ['学位', 'Degree'], degrees),
    choice('title', ['专业技术职务', 'Academic title'], titles),
    text('post', ['现任职务', 'Post'], 60),
    month('since', ['从事本工作起始年月', 'In this work since'], {
      from: '1980-01-01',
      until: '2024-09-30',
      help: ['须连续从事相关工作三年以上。', 'Three years or more without interruption.'],
    }),
    text('direction', ['研究或工作方向', 'Direction of work'], 80),
    contact,
  ],
  rules: [
    rule('workedThreeYears', "yearsBetween(since, '2024-09') >= 3", 'since', [
      '须从事相关工作三年以上。',
      'Three years of such work are needed.',
    ]),
    rule('adultAtWork', 'yearsBetween(born, since) >= 18', 'since', [
      '起始年月与出生年月不符，请核对。',
      'This does not fit the date of birth.',
    ]),
  ],
})

const career: SectionSource = {
  key: 'career',
  title: both('学习与工作经历', 'Curriculum vitae'),
  clause: jingpin('骨干、名师须提交个人简历', 'persons hand in a curriculum vitae'),
  fields: [
    table(
      'career',
      ['经历', 'Stations'],
      [
        month('from', ['开始', 'From'], { until: '2024-12-31' }),
        month('until', ['结束', 'Until'], { required: false, until: '2024-12-31' }),
        text('place', ['单位', 'Where'], 80),
        text('as', ['身份或职务', 'As'], 60),
      ] as ColumnSource[],
      {
        minRows: 2,
        maxRows: 15,
        unique: ['from', 'place'],
        help: ['从大学阶段填起；至今的，“结束”留空。', 'From university on; leave “until” empty where it lasts.'],
      },
    ),
    longText('experience', ['主要工作与特点', 'Main work'], 300, 1500),
  ],
  rules: [
    rule('stationsInOrder', 'career.all(r, !filled(r.until) || r.from <= r.until)', 'career', [
      '经历的结束时间不能早于开始时间。',
      'A station cannot end before it begins.',
    ]),
  ],
}

const works: SectionSource = {
  key: 'works',
  title: both('代表性成果与作品', 'Works'),
  clause: jingpin('论著目录，作品附链接', 'publications, and works with links'),
  fields: [
    table(
      'publications',
      ['论文、著作与课题', 'Publications and projects'],
      [
        text('name', ['名称', 'Name'], 120),
        choice('kind', ['类别', 'Kind'], {
          article: ['论文', 'Article'],
          book: ['著作', 'Book'],
          project: ['课题', 'Project'],
          patent: ['其他', 'Other'],
        }),
        text('where', ['发表或立项单位', 'Where'], 100),
        month('date', ['时间', 'Date'], { from: '2010-01-01', until: '2024-12-31' }),
        choice('rank', ['署名', 'Named'], { first: ['第一', 'First'], second: ['第二', 'Second'], other: ['其他', 'Other'] }),
      ] as ColumnSource[],
      { minRows: 1, maxRows: 20, unique: ['name'] },
    ),
    table(
      'online',
      ['网络作品与链接', 'Works online'],
      [
        text('name', ['名称', 'Name'], 100),
        text('link', ['链接', 'Link'], 300, { pattern: 'url' }),
        { kind: 'number', key: 'views', label: both('阅读或播放量', 'Views'), unit: both('次', 'views'), min: 0, max: 10_000_000_000 },
      ] as ColumnSource[],
      { minRows: 0, maxRows: 10, required: false, unique: ['link'] },
    ),
    longText('statement', ['代表性成果说明', 'The most telling works'], 200, 1000),
  ],
}

const achievements: SectionSource = {
  key: 'effect',
  title: both('工作业绩与成效', 'Achievements'),
  clause: jingpin(
    '成效及近三年数据：受益人数、活动、媒体报道',
    'effect with figures of three years: people reached, activities, media reports',
  ),
  fields: [threeYearFigures, longText('effect', ['业绩说明', 'Achievements'], 400, 2000, { rows: 14 })],
}

const growth: SectionSource = {
  key: 'plan',
  title: both('培养计划', 'Plan'),
  clause: jingpin('实施计划、进度安排和预期成果', 'plan, schedule, expected products'),
  fields: [
    longText('goals', ['培养目标', 'Goals'], 150, 600),
    longText('measures', ['工作计划与带动举措', 'Plan, and drawing others along'], 300, 1500),
    schedule,
  ],
}

const conduct: SectionSource = {
  key: 'ethics',
  title: both('师德师风', 'Professional ethics'),
  clause: jingpin('师德师风情况由所在单位确认', 'a statement of ethics, confirmed by the unit'),
  fields: [
    longText('conduct', ['师德表现', 'Conduct'], 150, 800, {
      help: ['由所在党组织填写，写明考察方式和结论。', 'Written by the Party organisation of the unit: how it looked, and what it found.'],
    }),
    yesNo('punished', ['是否受过党纪政务处分', 'Ever punished']),
    longText('explained', ['处分情况说明', 'Explanation'], 20, 300, { visibleIf: 'punished', required: true }),
    person('examiner', ['考察责任人', 'Who examined it']),
  ],
}

const closing = [
  attachments([
    files('ethicsProof', ['师德考察证明', 'Statement of ethics'], {
      accept: ['pdf', 'image'],
      maxMb: 10,
      minCount: 1,
      maxCount: 2,
      help: ['由所在单位党组织盖章。', 'Stamped by the Party organisation of the unit.'],
    }),
  ]),
  declarations([incidents, ethics], jingpin),
]

export const personForm: FormSource = {
  title: both('骨干与名师申报书', 'Application of a person'),
  sections: [
    basicsWith(
      text('projectName', ['培养题目', 'Title'], 40, {
        min: 5,
        help: ['概括工作方向与特色，将用于公示。', 'Names the direction of the work; used for the public notice.'],
      }),
    ),
    career,
    works,
    achievements,
    growth,
    conduct,
    ...closing,
  ],
}

/** A studio led by one person: the person's form with a team. */
export const studioForm: FormSource = {
  title: both('名师工作室申报书', 'Application of a studio'),
  sections: [
    basicsWith(text('projectName', ['工作室名称', 'Name of the studio'], 40, { min: 4 })),
    {
      key: 'people',
      title: both('工作室与成员', 'The studio'),
      clause: jingpin('团队成员不超过15人', 'a team of up to 15'),
      fields: [
        month('founded', ['成立年月', 'Founded'], { from: '2005-01-01', until: '2024-06-30' }),
        team(15),
        longText('mission', ['定位与机制', 'Purpose and ways of working'], 200, 800),
      ],
      rules: teamRules,
    },
    career,
    works,
    achievements,
    growth,
    conduct,
    ...closing,
  ],
}
