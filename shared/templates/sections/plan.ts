import { shuangchuang } from './clauses.ts'
import { type ColumnSource, choice, type FieldSource, longText, rule, type SectionSource, table, text } from './writing.ts'

const quarters = {
  q1: ['第1季度', 'Quarter 1'],
  q2: ['第2季度', 'Quarter 2'],
  q3: ['第3季度', 'Quarter 3'],
  q4: ['第4季度', 'Quarter 4'],
  q5: ['第5季度', 'Quarter 5'],
  q6: ['第6季度', 'Quarter 6'],
  q7: ['第7季度', 'Quarter 7'],
  q8: ['第8季度', 'Quarter 8'],
} as const

/** What happens in which quarter of two years, and what is then there to see. */
export const schedule = table(
  'schedule',
  ['进度安排', 'Schedule'],
  [
    choice('quarter', ['时间', 'Time'], quarters),
    text('task', ['主要任务', 'Task'], 120),
    text('deliverable', ['阶段成果', 'To be delivered'], 120),
    text('responsible', ['责任人', 'Responsible'], 50),
  ] as ColumnSource[],
  {
    minRows: 4,
    maxRows: 8,
    unique: ['quarter'],
    help: [
      '自立项公布之月起按季度填写，每季度一行，成果应可检查。',
      'By quarter from the month of publication, one row each; what is delivered must be possible to check.',
    ],
  },
)

/** Goals, measures and schedule of two years. */
export const plan = (goals: number, measures: number, more: FieldSource[] = []): SectionSource => ({
  key: 'plan',
  title: { zh: '两年建设计划', en: 'Plan for two years' },
  clause: shuangchuang(
    '建设周期两年，一年后中期检查，期满验收',
    'two years of construction, a check after one year, acceptance at the end',
  ),
  fields: [
    longText('goals', ['建设目标', 'Goals'], Math.round(goals / 3), goals, {
      help: [
        '写明两年后达到的状态，能量化的请量化；验收时将逐条对照。',
        'What will be true after two years, in figures where possible; the acceptance goes through them one by one.',
      ],
    }),
    longText('measures', ['主要举措', 'Measures'], Math.round(measures / 3), measures, {
      rows: 16,
      help: [
        '围绕建设标准逐项写明做法、载体和责任，避免只写原则。',
        'For each point of the standard: what is done, by what means, by whom; not only principles.',
      ],
    }),
    schedule,
    ...more,
  ],
  rules: [
    rule('endsWithTheTerm', "schedule.exists(r, r.quarter == 'q7' || r.quarter == 'q8')", 'schedule', [
      '进度安排应覆盖到第二年下半年。',
      'The schedule must reach into the second half of the second year.',
    ]),
  ],
})

export const problemsFound = (max: number): SectionSource => ({
  key: 'problems',
  title: { zh: '存在问题', en: 'Problems found' },
  clause: shuangchuang('查找存在的问题', 'problems found'),
  fields: [
    longText('problems', ['当前存在的主要问题与原因', 'Main problems and their causes'], Math.round(max / 5), max, {
      help: [
        '实事求是，至少写明三个问题及原因；本栏不影响资格，但与建设计划的对应关系将作为评审参考。',
        'Honestly, at least three with their causes. This does not affect eligibility; reviewers compare it with the plan.',
      ],
    }),
  ],
})
