import type { FormSource } from '../../forms/schema.ts'
import { shuangchuang } from '../sections/clauses.ts'
import { attachments, declarations, incidents, notBefore, results } from '../sections/evidence.ts'
import { fiveYears } from '../sections/figures.ts'
import { support } from '../sections/money.ts'
import { committee, contact, leaderFields, leaderRules } from '../sections/people.ts'
import { plan, problemsFound } from '../sections/plan.ts'
import { both, type ColumnSource, choice, count, files, longText, month, rule, table, text, year } from '../sections/writing.ts'

const fourPoints = [
  [
    'direction',
    '把方向过硬',
    'Setting the direction',
    '坚持社会主义办学方向、落实立德树人根本任务、章程与发展规划中的体现',
    'The purpose of the university in its charter and plans, and how it is carried through',
  ],
  [
    'overview',
    '管大局过硬',
    'Keeping the whole in view',
    '党委统揽全局、协调各方，统筹改革发展稳定和大学治理的机制与实例',
    'How the committee leads and co-ordinates reform, development and governance; examples',
  ],
  [
    'decisions',
    '作决策过硬',
    'Taking decisions',
    '党委领导下的校长负责制、“三重一大”决策、议事规则与决策落实督办情况',
    'The president’s responsibility under the committee, great decisions, rules of procedure, follow-up',
  ],
  [
    'implementation',
    '保落实过硬',
    'Seeing things through',
    '干部队伍、基层组织、作风纪律、考核问责等保障体系与成效',
    'Staff, organisations, discipline, assessment, and what they achieved',
  ],
] as const

const fourPointsClause = shuangchuang(
  '示范高校“四个过硬”：把方向、管大局、作决策、保落实',
  'four points of a demonstration university: direction, the whole, decisions, seeing things through',
)

export const universityForm: FormSource = {
  title: both('党建工作示范高校申报表', 'Application of a demonstration university'),
  sections: [
    {
      key: 'basics',
      title: both('学校基本情况', 'The university'),
      clause: shuangchuang('示范高校由学校申报，共10个', 'demonstration universities: ten places, applied for by universities'),
      fields: [
        { kind: 'organisation', key: 'university', label: both('学校', 'University'), required: true },
        choice('type', ['办学层次', 'Level'], {
          undergraduate: ['普通本科', 'Undergraduate'],
          vocational: ['高职（专科）', 'Vocational'],
          'vocational-bachelor': ['职业本科', 'Vocational, with bachelor’s degrees'],
        }),
        count('colleges', ['二级学院', 'Colleges'], ['个', 'colleges'], { min: 1, max: 200 }),
        count('staff', ['教职工', 'Staff'], ['人', 'people'], { min: 50, max: 50_000 }),
        count('students', ['在校学生', 'Students'], ['人', 'people'], { min: 100, max: 200_000 }),
        count('members', ['现有党员', 'Members now'], ['人', 'people'], {
          min: 3,
          max: 100_000,
          help: ['与“近五年基本数据”最后一年的党员总数一致。', 'As in the last year of the figures.'],
        }),
        longText('profile', ['学校概况', 'The university in short'], 200, 800),
        contact,
      ],
    },
    {
      key: 'body',
      title: both('领导班子', 'The leading body'),
      clause: fourPointsClause,
      fields: [
        ...leaderFields(['党委书记', 'Secretary of the committee'], ['任现职年月', 'In this post since']),
        committee('body', ['党委常委（委员）', 'Members of the committee'], 5, 20),
        longText('working', ['班子运行情况', 'How it works'], 200, 800, {
          help: [
            '写明会议次数、议题统筹、调查研究、民主生活会整改等情况。',
            'Meetings, agenda, inquiries, review meetings and what was mended.',
          ],
        }),
      ],
      rules: leaderRules,
    },
    fiveYears(['学校', 'The university']),
    {
      key: 'base',
      title: both('工作基础：“四个过硬”', 'Work so far: the four points'),
      intro: both('对照“四个过硬”逐项填写，每项500至1000字。', 'For each of the four points 500 to 1,000 characters.'),
      fields: fourPoints.map(([key, zh, en, helpZh, helpEn]) =>
        longText(key, [zh, en], 500, 1000, {
          rows: 12,
          help: [helpZh, helpEn],
          clause: shuangchuang('示范高校“四个过硬”', 'four points of a demonstration university'),
        }),
      ),
    },
    {
      key: 'institutions',
      title: both('党建工作制度', 'Institutions'),
      clause: fourPointsClause,
      fields: [
        table(
          'institutions',
          ['主要制度', 'Main rules'],
          [
            text('name', ['制度名称', 'Name'], 80),
            text('number', ['文号', 'Number'], 40, { required: false }),
            year('year', ['制定或修订年份', 'Made or revised'], 2000, 2024),
            choice('area', ['领域', 'Area'], {
              decision: ['议事决策', 'Decisions'],
              organisation: ['组织建设', 'Organisation'],
              education: ['教育培训', 'Education'],
              discipline: ['作风纪律', 'Discipline'],
              assessment: ['考核评价', 'Assessment'],
            }),
          ] as ColumnSource[],
          { minRows: 5, maxRows: 30, unique: ['name'] },
        ),
        longText('effect', ['制度执行成效', 'How they work'], 300, 1000),
      ],
    },
    results(20),
    problemsFound(1000),
    plan(1000, 3000),
    {
      key: 'team',
      title: both('工作专班', 'The working group'),
      clause: shuangchuang('省级主管部门和学校党委负责督导', 'the province and the Party committee of the university supervise'),
      fields: [
        committee('group', ['工作专班成员', 'Members of the group'], 3, 15),
        month('formed', ['成立年月', 'Formed'], { from: '2015-01-01', until: '2024-12-31' }),
        text('department', ['牵头部门', 'Leading department'], 60),
        longText('mechanism', ['工作机制', 'Ways of working'], 150, 600),
      ],
    },
    support,
    attachments([files('charter', ['学校章程', 'Charter of the university'], { accept: ['pdf'], maxMb: 20, minCount: 1, maxCount: 1 })]),
    declarations([incidents, notBefore], shuangchuang),
  ],
  rules: [
    {
      key: 'membersAsInFigures',
      section: 'basics',
      holds: 'figures.members[4].members == basics.members',
      at: 'members',
      message: both('现有党员数应与近五年数据最后一年一致。', 'Members now must be as in the last year of the figures.'),
    },
    {
      ...rule('enoughTraining', 'figures.members.all(r, r.hours >= 32)', 'members', [
        '党员年人均培训学时不应低于32学时，请核对。',
        'Training is at least 32 hours per member and year; check the figures.',
      ]),
      section: 'figures',
    },
  ],
}
