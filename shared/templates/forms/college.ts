import type { FormSource } from '../../forms/schema.ts'
import { shuangchuang } from '../sections/clauses.ts'
import { acceptances, attachments, declarations, incidents, notBefore, results } from '../sections/evidence.ts'
import { fiveYears } from '../sections/figures.ts'
import { support } from '../sections/money.ts'
import { committee, contact, experience, leaderFields, leaderRules, sexes, titles } from '../sections/people.ts'
import { plan, problemsFound } from '../sections/plan.ts'
import { both, type ColumnSource, choice, count, longText, month, rule, table, text, yesNo } from '../sections/writing.ts'

const fivePoints = [
  [
    'leadership',
    '领导和运行机制到位',
    'Leadership and ways of working',
    '党组织会议和党政联席会议制度、议事规则、班子运行与重大事项把关情况',
    'Meetings and rules of procedure, how the leading body works, how great matters are decided',
  ],
  [
    'gatekeeping',
    '政治把关作用到位',
    'Political judgement',
    '在教师引进、课程教材、学术活动、评奖评优等环节的把关程序和实例',
    'Procedure and examples in appointments, courses and textbooks, events, awards',
  ],
  [
    'guidance',
    '思想政治工作到位',
    'Ideological and political work',
    '“三全育人”机制、课程思政、教师思想政治和学生思想教育的做法与成效',
    'Education by all, throughout and everywhere: courses, teachers, students, and results',
  ],
  [
    'institutions',
    '基层组织制度执行到位',
    'Carrying out the rules of organisation',
    '党支部设置、“三会一课”、组织生活、发展党员和党员教育管理监督的执行情况',
    'Setting up branches, meetings and lectures, admission, education and supervision',
  ],
  [
    'reform',
    '推动改革发展到位',
    'Moving reform forward',
    '党建与人才培养、学科建设、科研创新、社会服务深度融合的载体与数据',
    'How this work joins teaching, disciplines, research and service; means and figures',
  ],
] as const

export const collegeForm: FormSource = {
  title: both('标杆院系申报表', 'Application of a benchmark college'),
  sections: [
    {
      key: 'basics',
      title: both('院（系）基本情况', 'The college'),
      fields: [
        text('name', ['院（系）党组织名称', 'Name of the Party organisation'], 60, { min: 4 }),
        choice('form', ['党组织形式', 'Type of organisation'], {
          committee: ['党委', 'Committee'],
          general: ['党总支', 'General branch'],
          direct: ['直属党支部', 'Branch directly under the university'],
        }),
        month('founded', ['成立年月', 'Founded'], { until: '2022-12-31' }),
        count('staff', ['教职工', 'Staff'], ['人', 'people'], { min: 5, max: 20_000 }),
        count('students', ['在校学生', 'Students'], ['人', 'people'], { min: 10, max: 100_000 }),
        count('members', ['现有党员', 'Members now'], ['人', 'people'], {
          min: 3,
          max: 50_000,
          help: ['与“近五年基本数据”最后一年的党员总数一致。', 'As in the last year of the figures.'],
        }),
        text('disciplines', ['学科专业概况', 'Disciplines'], 200),
        yesNo('pilot', ['是否省级及以上党建工作试点单位', 'Pilot unit of the province or above']),
        text('pilotName', ['试点名称与批准单位', 'Name of the pilot, and who approved it'], 100, {
          visibleIf: 'pilot',
          required: true,
        }),
        contact,
      ],
    },
    {
      key: 'secretary',
      title: both('党组织书记与领导班子', 'Secretary and leading body'),
      clause: shuangchuang('书记的专业技术职务和工作经历', 'title and experience of the secretary'),
      fields: [
        ...leaderFields(['党组织书记', 'Secretary'], ['任现职年月', 'In this post since']),
        experience(500),
        committee('body', ['领导班子成员', 'Members of the leading body'], 3, 15),
      ],
      rules: leaderRules,
    },
    fiveYears(['院（系）', 'The college']),
    {
      key: 'branches',
      title: both('所属党支部与组织员', 'Branches and organisers'),
      intro: both('逐个填写所属党支部，可从电子表格粘贴。', 'Every branch of the college; cells can be pasted from a spreadsheet.'),
      fields: [
        table(
          'branches',
          ['党支部名册', 'Register of branches'],
          [
            text('name', ['党支部名称', 'Branch'], 60),
            choice('nature', ['类型', 'Kind'], {
              teachers: ['教师', 'Teachers'],
              students: ['学生', 'Students'],
              other: ['其他', 'Other'],
            }),
            text('secretary', ['书记', 'Secretary'], 50),
            choice('title', ['书记职称', 'Title of the secretary'], titles),
            yesNo('dual', ['双带头人', 'Leads in both']),
            count('members', ['党员数', 'Members'], ['人', 'people'], { min: 3, max: 500 }),
          ] as ColumnSource[],
          { minRows: 2, maxRows: 60, unique: ['name'], totals: ['members'] },
        ),
        table(
          'organisers',
          ['专兼职组织员', 'Organisers'],
          [
            text('name', ['姓名', 'Name'], 50),
            choice('sex', ['性别', 'Sex'], sexes),
            yesNo('fullTime', ['专职', 'Full time']),
            month('since', ['任职年月', 'Since'], { until: '2024-12-31' }),
          ] as ColumnSource[],
          { minRows: 1, maxRows: 20, unique: ['name', 'since'] },
        ),
      ],
      rules: [
        rule('dualAreTeachers', "branches.all(r, !r.dual || r.nature == 'teachers')", 'branches', [
          '“双带头人”书记只适用于教师党支部。',
          'Only secretaries of teachers’ branches lead in both.',
        ]),
      ],
    },
    {
      key: 'base',
      title: both('工作基础：“五个到位”', 'Work so far: the five points'),
      intro: both('对照“五个到位”逐项填写，每项400至800字。', 'For each of the five points 400 to 800 characters.'),
      fields: fivePoints.map(([key, zh, en, helpZh, helpEn]) =>
        longText(key, [zh, en], 400, 800, {
          rows: 10,
          help: [helpZh, helpEn],
          clause: shuangchuang('标杆院系“五个到位”', 'five points of a benchmark college'),
        }),
      ),
    },
    results(20),
    problemsFound(800),
    plan(800, 2000),
    support,
    attachments(),
    declarations([incidents, acceptances, notBefore], shuangchuang),
  ],
  rules: [
    {
      key: 'membersAsInBranches',
      section: 'branches',
      holds: "sum(branches.branches, 'members') == basics.members",
      at: 'branches',
      message: both('各党支部党员数之和应等于现有党员数。', 'The members of all branches must add up to the members of the college.'),
    },
    {
      key: 'membersAsInFigures',
      section: 'basics',
      holds: 'figures.members[4].members == basics.members',
      at: 'members',
      message: both('现有党员数应与近五年数据最后一年一致。', 'Members now must be as in the last year of the figures.'),
    },
  ],
}
