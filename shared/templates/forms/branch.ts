import type { FormSource } from '../../forms/schema.ts'
import { shuangchuang } from '../sections/clauses.ts'
import { acceptances, attachments, declarations, incidents, notBefore, results } from '../sections/evidence.ts'
import { support } from '../sections/money.ts'
import {
  committee,
  contact,
  dualLeader,
  experience,
  leaderFields,
  leaderRules,
  membershipFields,
  membershipRules,
} from '../sections/people.ts'
import { plan, problemsFound } from '../sections/plan.ts'
import { both, choice, heading, longText, month, text } from '../sections/writing.ts'

const sevenPoints = [
  [
    'educate',
    '教育党员有力',
    'Educating members',
    '理论学习、主题党日、党课和党员教育培训的安排、频次与效果',
    'Study, theme days, lectures and training: how, how often, with what effect',
  ],
  [
    'manage',
    '管理党员有力',
    'Managing members',
    '发展党员、组织关系、党费收缴、流动党员管理等制度的执行',
    'Admission, records, dues, members who have moved: how the rules are carried out',
  ],
  [
    'supervise',
    '监督党员有力',
    'Supervising members',
    '组织生活会、民主评议、谈心谈话及纪律教育的开展与整改',
    'Review meetings, appraisal, talks, discipline, and what was mended afterwards',
  ],
  [
    'organise',
    '组织师生有力',
    'Organising staff and students',
    '把支部建在教学科研团队、学生社区和社团等一线的做法',
    'Branches in teams, halls of residence and societies',
  ],
  [
    'inform',
    '宣传师生有力',
    'Informing staff and students',
    '宣传党的主张、选树典型、网络阵地建设与舆论引导',
    'Explaining policy, showing examples, work online',
  ],
  [
    'unite',
    '凝聚师生有力',
    'Uniting staff and students',
    '听取意见、思想引导、团结党外师生和增强归属感的做法',
    'Hearing opinions, guidance, people outside the Party, belonging',
  ],
  [
    'serve',
    '服务师生有力',
    'Serving staff and students',
    '解决师生急难愁盼问题、服务发展和社会的具体事项',
    'Needs met, service to development and to society',
  ],
] as const

export const branchForm: FormSource = {
  title: both('样板支部申报表', 'Application of a model branch'),
  sections: [
    {
      key: 'basics',
      title: both('党支部基本情况', 'The branch'),
      fields: [
        text('name', ['党支部名称', 'Name of the branch'], 60, {
          min: 4,
          help: ['填写全称，与党内统计一致。', 'In full, as in the Party statistics.'],
        }),
        choice('nature', ['党支部类型', 'Kind of branch'], {
          teachers: ['教师党支部', 'Teachers'],
          students: ['学生党支部', 'Students'],
          mixed: ['师生混合党支部', 'Teachers and students'],
          retired: ['离退休党支部', 'Retired'],
          hospital: ['附属医院党支部', 'Affiliated hospital'],
        }),
        month('founded', ['成立年月', 'Founded'], { until: '2022-12-31' }),
        text('college', ['所属院（系）', 'College'], 60),
        choice(
          'students',
          ['学生党支部设置方式', 'How the students’ branch is formed'],
          {
            grade: ['按年级', 'By year'],
            major: ['按专业', 'By subject'],
            team: ['依托科研团队', 'In a research team'],
            community: ['依托学生社区', 'In a hall of residence'],
          },
          { visibleIf: "nature == 'students' || nature == 'mixed'" },
        ),
        heading(
          'membership',
          ['党员构成', 'Members'],
          ['三组分类之和均应等于党员总数。', 'Each of the three ways of counting must give the same number.'],
        ),
        ...membershipFields,
        committee('committee', ['支部委员会', 'Committee'], 1, 9),
        contact,
      ],
      rules: [
        ...membershipRules,
        {
          key: 'committeeOfMembers',
          holds: 'count(committee) <= full',
          at: 'committee',
          message: both('支部委员人数不能超过正式党员数。', 'The committee cannot be larger than the number of full members.'),
        },
      ],
    },
    {
      key: 'secretary',
      title: both('党支部书记', 'The secretary'),
      clause: shuangchuang('书记的专业技术职务和工作经历', 'title and experience of the secretary'),
      fields: [...leaderFields(['党支部书记', 'Secretary'], ['任现职年月', 'In this post since']), ...dualLeader, experience(500)],
      rules: leaderRules,
    },
    {
      key: 'base',
      title: both('工作基础：“七个有力”', 'Work so far: the seven points'),
      intro: both(
        '对照“七个有力”逐项填写，每项300至600字，写近三年的做法、数据和事例，不写套话。',
        'For each of the seven points 300 to 600 characters: practice, figures and examples of the last three years.',
      ),
      fields: sevenPoints.map(([key, zh, en, helpZh, helpEn]) =>
        longText(key, [zh, en], 300, 600, {
          rows: 8,
          help: [helpZh, helpEn],
          clause: shuangchuang('样板支部“七个有力”', 'seven points of a model branch'),
        }),
      ),
    },
    results(20),
    problemsFound(800),
    plan(600, 1500),
    support,
    attachments(),
    declarations([incidents, acceptances, notBefore], shuangchuang),
  ],
  rules: [
    {
      key: 'dualInTeachersBranch',
      section: 'secretary',
      holds: "!(secretary.dual && basics.nature == 'retired')",
      at: 'dual',
      message: both('离退休党支部书记不适用“双带头人”。', 'A branch of retired members has no secretary of this kind.'),
    },
  ],
}
