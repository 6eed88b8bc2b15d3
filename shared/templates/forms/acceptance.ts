import type { FormSource } from '../../forms/schema.ts'
import { notice } from '../sections/clauses.ts'
import { attachments, declarations, results } from '../sections/evidence.ts'
import { contact } from '../sections/people.ts'
import { both, type ColumnSource, choice, files, longText, month, rule, table, text } from '../sections/writing.ts'

const materials = notice(
  '建设期满的单位提交总结、案例、成果汇编和成果清单',
  'units hand in a summary, a case, a collected volume and a list of results',
)
const grades = notice('结果分优秀、合格、暂缓通过、不合格', 'The grades are excellent (half at most), passed, deferred and failed')

/** What was done in the whole term, against what was promised. */
export const acceptanceForm: FormSource = {
  title: both('验收报告', 'Report for acceptance'),
  sections: [
    {
      key: 'basics',
      title: both('基本信息', 'The award'),
      fields: [
        text('certificate', ['立项证书编号', 'Number of the certificate'], 40, { required: false }),
        text('projectName', ['建设单位或项目名称', 'Unit or project'], 80, { min: 4 }),
        month('from', ['建设起始年月', 'From'], { from: '2018-01-01' }),
        month('until', ['建设截止年月', 'Until'], { from: '2019-01-01' }),
        contact,
      ],
      rules: [
        rule('termIsLongEnough', 'monthsBetween(from, until) >= 12', 'until', [
          '建设期不足一年的，不能申请验收。',
          'Acceptance needs a term of a year at least.',
        ]),
      ],
    },
    {
      key: 'goals',
      title: both('建设任务完成情况', 'Tasks done'),
      clause: grades,
      intro: both('对照建设标准和申报书目标逐条填写。', 'Point by point: the standard, and the goals of the application.'),
      fields: [
        table(
          'goals',
          ['目标对照', 'Goals'],
          [
            text('goal', ['申报目标', 'Goal'], 150),
            choice('state', ['完成情况', 'Reached'], {
              over: ['超额完成', 'More than that'],
              done: ['完成', 'Yes'],
              partly: ['部分完成', 'In part'],
              not: ['未完成', 'No'],
            }),
            text('evidence', ['证据', 'Evidence'], 150, { required: false, requiredIf: "row.state != 'not'" }),
            text('reason', ['未完成原因', 'Why not'], 150, { required: false, requiredIf: "row.state == 'partly' || row.state == 'not'" }),
          ] as ColumnSource[],
          { minRows: 3, maxRows: 30, unique: ['goal'] },
        ),
      ],
    },
    {
      key: 'overview',
      title: both('建设总结', 'Summary'),
      clause: materials,
      fields: [
        longText('tasks', ['一、任务完成', 'I. Tasks'], 500, 2000, { rows: 16 }),
        longText(
          'measures',
          ['二、举措落实（制度、组织、队伍、思路、创新）', 'II. Measures: institutions, organisation, people, ideas, innovation'],
          400,
          1500,
          { rows: 14 },
        ),
        longText('example', ['三、示范带动（经验总结与推广）', 'III. The example: experience written down and spread'], 400, 1500, {
          rows: 14,
        }),
      ],
    },
    {
      key: 'case',
      title: both('工作案例', 'Case'),
      clause: materials,
      fields: [
        text('caseTitle', ['案例题目', 'Title'], 40, { min: 5 }),
        longText('case', ['案例正文', 'Text'], 800, 3000, { rows: 20 }),
        files('casePictures', ['案例图片', 'Pictures'], { accept: ['image'], maxMb: 10, minCount: 1, maxCount: 6 }),
      ],
    },
    { ...results(30), clause: materials },
    attachments([
      files('volume', ['成果汇编', 'Collected volume'], {
        accept: ['pdf'],
        maxMb: 100,
        minCount: 1,
        maxCount: 1,
        clause: materials,
        help: ['一份PDF，含封面、目录和页码。', 'One PDF with cover, contents and page numbers.'],
      }),
    ]),
    declarations([]),
  ],
}
