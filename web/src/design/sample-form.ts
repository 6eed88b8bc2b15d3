import type { Form, FormValues } from '../../../shared/forms/schema.ts'

const choices = (...pairs: [string, string, string][]) => pairs.map(([value, zh, en]) => ({ value, label: { zh, en } }))

/** A form with every kind of field, for the design page and the tests that look at it. */
export const sampleForm: Form = {
  title: { zh: '演示表单', en: 'Sample form' },
  sections: [
    {
      key: 'basics',
      title: { zh: '基本情况', en: 'Basics' },
      fields: [
        {
          kind: 'heading',
          key: 'head',
          label: { zh: '项目信息', en: 'The project' },
          help: { zh: '以下内容将公开。', en: 'This will be public.' },
        },
        {
          kind: 'text',
          key: 'title',
          label: { zh: '项目名称', en: 'Title' },
          help: { zh: '不超过 40 字，不加书名号。', en: 'At most 40 characters, without quotation marks.' },
          clause: { document: '演示〔2024〕1号', says: { zh: '第三条第（二）款', en: 'section 3 (2)' } },
          required: true,
          max: 40,
        },
        { kind: 'text', key: 'contact', label: { zh: '联系邮箱', en: 'Contact email' }, required: true, max: 100, pattern: 'email' },
        {
          kind: 'choice',
          key: 'type',
          label: { zh: '支部类型', en: 'Kind of branch' },
          required: true,
          choices: choices(
            ['teachers', '教师党支部', 'Teachers'],
            ['students', '学生党支部', 'Students'],
            ['mixed', '师生混合党支部', 'Mixed'],
          ),
        },
        {
          kind: 'number',
          key: 'students',
          label: { zh: '学生党员人数', en: 'Student members' },
          unit: { zh: '人', en: 'people' },
          min: 3,
          max: 500,
          decimals: 0,
          required: true,
          visibleIf: 'type == "students"',
        },
        { kind: 'yesNo', key: 'leader', label: { zh: '书记是否为“双带头人”', en: 'Is the secretary a double leader?' }, required: true },
        { kind: 'date', key: 'founded', label: { zh: '成立时间', en: 'Founded' }, precision: 'month', required: true },
        { kind: 'date', key: 'since', label: { zh: '任职日期', en: 'In office since' }, precision: 'day' },
        { kind: 'money', key: 'budget', label: { zh: '配套经费', en: 'Own share' }, unit: 'wan', min: 0 },
        {
          kind: 'choices',
          key: 'fields',
          label: { zh: '工作领域', en: 'Fields of work' },
          choices: choices(['theory', '理论武装', 'Theory'], ['practice', '实践育人', 'Practice'], ['network', '网络育人', 'Online']),
          max: 2,
        },
        { kind: 'person', key: 'head2', label: { zh: '负责人', en: 'Leader' }, required: true },
        { kind: 'organisation', key: 'unit', label: { zh: '合作单位', en: 'Partner' } },
        {
          kind: 'longText',
          key: 'summary',
          label: { zh: '工作基础', en: 'Base of the work' },
          help: {
            zh: '300 至 600 字。分点写明做法与成效。',
            en: '300 to 600 characters. Point by point: what was done and what came of it.',
          },
          min: 300,
          max: 600,
          required: true,
        },
        {
          kind: 'table',
          key: 'team',
          label: { zh: '团队成员', en: 'Team' },
          minRows: 1,
          maxRows: 15,
          unique: ['name'],
          totals: ['share'],
          required: true,
          columns: [
            { kind: 'text', key: 'name', label: { zh: '姓名', en: 'Name' }, max: 30, required: true },
            { kind: 'choice', key: 'sex', label: { zh: '性别', en: 'Sex' }, choices: choices(['m', '男', 'Male'], ['f', '女', 'Female']) },
            { kind: 'date', key: 'born', label: { zh: '出生年月', en: 'Born' }, precision: 'month' },
            { kind: 'text', key: 'post', label: { zh: '职务', en: 'Post' }, max: 40 },
            { kind: 'number', key: 'share', label: { zh: '分工占比', en: 'Share' }, unit: { zh: '%', en: '%' }, decimals: 0 },
          ],
        },
        {
          kind: 'table',
          key: 'years',
          label: { zh: '近三年数据', en: 'Figures of three years' },
          minRows: 0,
          maxRows: 3,
          fixedRows: ['2022', '2023', '2024'],
          totals: ['spent', 'reached'],
          columns: [
            { kind: 'text', key: 'year', label: { zh: '年度', en: 'Year' }, max: 10 },
            { kind: 'number', key: 'reached', label: { zh: '覆盖人数', en: 'People reached' }, decimals: 0 },
            { kind: 'money', key: 'spent', label: { zh: '经费', en: 'Money' }, unit: 'yuan' },
          ],
        },
        {
          kind: 'file',
          key: 'evidence',
          label: { zh: '佐证材料', en: 'Evidence' },
          accept: ['pdf', 'image'],
          maxBytes: 20 * 1024 * 1024,
          minCount: 0,
          maxCount: 5,
        },
      ],
      rules: [],
    },
  ],
  rules: [],
}

export const sampleValues: FormValues = {
  basics: {
    title: '演示·学生党支部网络育人工作室',
    contact: 'demo@',
    type: 'students',
    students: 42,
    leader: true,
    founded: '2016-09',
    budget: 12_500_000,
    fields: ['practice', 'network'],
    head2: { name: '阿依古丽·买买提', phone: '0991-0000000', post: '副教授', unit: '演示大学' },
    unit: { code: '4100000000', name: '演示大学' },
    summary: '支部坚持每周一次集体学习，把课堂搬到社区与网络。'.repeat(6),
    team: [
      { name: '演示·张老师', sex: 'f', born: '1980-05', post: '教授', share: 60 },
      { name: '演示·李老师', sex: 'm', born: '1986-11', post: '讲师', share: 40 },
    ],
    years: [
      { year: '2022', reached: 1200, spent: 3_000_000 },
      { year: '2023', reached: 1850, spent: 4_200_050 },
      { year: '2024', reached: 2400, spent: 5_000_000 },
    ],
    evidence: [{ id: '01J9ZX4N6T0000000000000000', name: '近三年工作总结（盖章）.pdf', bytes: 1_834_211, type: 'application/pdf' }],
  },
}
