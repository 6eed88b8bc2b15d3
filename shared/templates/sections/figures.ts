import { type ColumnSource, count, rule, type SectionSource, table, year } from './writing.ts'

const people = ['人', 'people'] as const
const branches = ['个', 'branches'] as const
const hours = ['学时', 'hours'] as const

const five = ['2019', '2020', '2021', '2022', '2023']

/** Five years of basic figures, whose parts must add up in every year. */
export const fiveYears = (who: readonly [string, string]): SectionSource => ({
  key: 'figures',
  title: { zh: '近五年基本数据', en: 'Figures of five years' },
  intro: {
    zh: `${who[0]}各年度数据以当年12月31日党内统计年报为准，分项之和须与合计一致。可从电子表格整块粘贴。`,
    en: `${who[1]}: as in the annual statistics of 31 December of each year; parts must add up to their totals. Cells can be pasted from a spreadsheet.`,
  },
  fields: [
    table(
      'organisations',
      ['党支部情况', 'Branches'],
      [
        year('year', ['年度', 'Year'], 2019, 2023),
        count('branches', ['党支部总数', 'All branches'], branches, { min: 1 }),
        count('teachers', ['教师党支部', 'Of teachers'], branches),
        count('students', ['学生党支部', 'Of students'], branches),
        count('others', ['其他党支部', 'Others'], branches),
        count('dual', ['“双带头人”书记', 'Secretaries who lead in both'], people),
      ] as ColumnSource[],
      { minRows: 5, maxRows: 5, fixedRows: five },
    ),
    table(
      'members',
      ['党员与教育培训情况', 'Members and training'],
      [
        year('year', ['年度', 'Year'], 2019, 2023),
        count('members', ['党员总数', 'All members'], people, { min: 3 }),
        count('teachers', ['教职工党员', 'Staff'], people),
        count('students', ['学生党员', 'Students'], people),
        count('admitted', ['当年发展党员', 'Admitted in the year'], people),
        count('organisers', ['专职组织员', 'Full-time organisers'], people),
        count('perOrganiser', ['每名组织员对应学生数', 'Students per organiser'], people, { required: false, max: 10_000 }),
        count('hours', ['党员年人均培训学时', 'Training hours per member'], hours, { max: 500, decimals: 1 }),
      ] as ColumnSource[],
      { minRows: 5, maxRows: 5, fixedRows: five },
    ),
  ],
  rules: [
    rule('branchesAddUp', 'organisations.all(r, r.branches == r.teachers + r.students + r.others)', 'organisations', [
      '每年的教师、学生、其他党支部之和应等于党支部总数。',
      'In every year branches of teachers, of students and others must add up to all branches.',
    ]),
    rule('dualWithinTeachers', 'organisations.all(r, r.dual <= r.teachers)', 'organisations', [
      '“双带头人”书记人数不能超过教师党支部数。',
      'There cannot be more secretaries who lead in both than branches of teachers.',
    ]),
    rule('membersAddUp', 'members.all(r, r.members == r.teachers + r.students)', 'members', [
      '每年的教职工党员、学生党员之和应等于党员总数。',
      'In every year staff and student members must add up to all members.',
    ]),
    rule('admittedWithinMembers', 'members.all(r, r.admitted <= r.members)', 'members', [
      '当年发展党员数不能超过党员总数。',
      'No more can be admitted in a year than there are members.',
    ]),
  ],
})

/** What a project reached in three years. */
export const threeYearFigures = table(
  'reach',
  ['近三年覆盖与成效数据', 'Reach in three years'],
  [
    year('year', ['年度', 'Year'], 2021, 2023),
    count('people', ['覆盖师生', 'People reached'], ['人次', 'times'], { min: 1, max: 10_000_000 }),
    count('activities', ['开展活动', 'Activities'], ['场次', 'events'], { max: 100_000 }),
    count('media', ['媒体报道', 'Media reports'], ['篇次', 'reports'], { max: 100_000 }),
    count('adopted', ['被借鉴采用', 'Adopted elsewhere'], ['单位次', 'units'], { required: false, max: 10_000 }),
  ] as ColumnSource[],
  { minRows: 3, maxRows: 3, fixedRows: ['2021', '2022', '2023'], totals: ['people', 'activities', 'media'] },
)
