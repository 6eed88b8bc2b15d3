import type { FormSource } from '../../forms/schema.ts'
import { notice } from '../sections/clauses.ts'
import { attachments, declarations } from '../sections/evidence.ts'
import { contact } from '../sections/people.ts'
import {
  both,
  type ColumnSource,
  choice,
  type FieldSource,
  heading,
  longText,
  month,
  rule,
  table,
  text,
  wan,
  yesNo,
} from '../sections/writing.ts'

const against = notice('对照申报书逐项报告进展、经费和问题', 'units report progress, money and problems against their application')

/** Progress against the plan after one year. */
export const midtermForm: FormSource = {
  title: both('中期检查报告', 'Mid-term report'),
  sections: [
    {
      key: 'basics',
      title: both('基本信息', 'The award'),
      fields: [
        text('certificate', ['立项证书编号', 'Number of the certificate'], 40, { required: false }),
        text('projectName', ['建设单位或项目名称', 'Unit or project'], 80, { min: 4 }),
        month('reported', ['报告截止年月', 'Report up to'], { from: '2020-01-01' }),
        contact,
      ],
    },
    {
      key: 'progress',
      title: both('任务进展', 'Progress'),
      clause: against,
      intro: both(
        '对照申报书的进度安排逐项填写，每项附证据说明。',
        'Go through the schedule of the application task by task, with evidence.',
      ),
      fields: [
        table(
          'tasks',
          ['任务完成情况', 'Tasks'],
          [
            text('task', ['计划任务', 'Task'], 120),
            choice('state', ['进展', 'State'], { done: ['已完成', 'Done'], going: ['进行中', 'Going on'], late: ['滞后', 'Late'] }),
            text('evidence', ['完成证据', 'Evidence'], 150, { required: false, requiredIf: "row.state == 'done'" }),
            text('reason', ['滞后原因与补救', 'Why late, and what is done'], 150, { required: false, requiredIf: "row.state == 'late'" }),
          ] as ColumnSource[],
          { minRows: 3, maxRows: 30, unique: ['task'] },
        ),
        longText('progress', ['总体进展', 'On the whole'], 300, 2000, { rows: 14 }),
        longText('highlights', ['阶段性成果与亮点', 'Results so far'], 200, 1200),
      ],
    },
    {
      key: 'money',
      title: both('经费使用', 'Money'),
      clause: against,
      fields: [
        table(
          'spending',
          ['支出情况', 'Spending'],
          [
            text('item', ['支出项目', 'Item'], 60),
            wan('planned', ['预算', 'Planned']),
            wan('spent', ['已支出', 'Spent']),
          ] as ColumnSource[],
          { minRows: 1, maxRows: 12, unique: ['item'], totals: ['planned', 'spent'] },
        ),
        wan('planned', ['预算合计', 'Planned in all']) as FieldSource,
        wan('spent', ['支出合计', 'Spent in all']) as FieldSource,
        longText('overspent', ['超支说明', 'Why more was spent'], 20, 400, { visibleIf: 'spent > planned', required: true }),
      ],
      rules: [
        rule('plannedAddsUp', "sum(spending, 'planned') == planned", 'planned', [
          '预算合计应等于各项之和。',
          'The sum must be that of the items.',
        ]),
        rule('spentAddsUp', "sum(spending, 'spent') == spent", 'spent', ['支出合计应等于各项之和。', 'The sum must be that of the items.']),
      ],
    },
    {
      key: 'problems',
      title: both('问题与调整', 'Problems and changes'),
      clause: against,
      fields: [
        longText('problems', ['存在问题', 'Problems'], 100, 800),
        longText('next', ['下一步安排', 'What comes next'], 150, 1000),
        heading('changes', ['调整申请', 'Requests for change']),
        yesNo('change', ['是否申请调整负责人、任务或经费', 'Do you ask for a change of leader, tasks or money?']),
        choice(
          'changeKind',
          ['调整事项', 'Of what'],
          { leader: ['负责人', 'Leader'], tasks: ['任务', 'Tasks'], money: ['经费', 'Money'], other: ['其他', 'Other'] },
          {
            visibleIf: 'change',
            required: true,
          },
        ),
        longText('changeReason', ['调整内容与理由', 'What and why'], 50, 600, { visibleIf: 'change', required: true }),
      ],
    },
    attachments(),
    declarations([]),
  ],
}
