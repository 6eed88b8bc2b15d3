import { type ColumnSource, choice, count, type FieldSource, longText, month, person, rule, table, text, yesNo } from './writing.ts'

export const sexes = { male: ['男', 'Male'], female: ['女', 'Female'] } as const
export const degrees = {
  doctor: ['博士', 'Doctorate'],
  master: ['硕士', 'Master’s'],
  bachelor: ['学士', 'Bachelor’s'],
  other: ['其他', 'Other'],
} as const
export const titles = {
  professor: ['正高级', 'Professor or equivalent'],
  associate: ['副高级', 'Associate professor or equivalent'],
  lecturer: ['中级', 'Lecturer or equivalent'],
  assistant: ['初级', 'Assistant or equivalent'],
  none: ['无', 'None'],
} as const

/** Somebody the office can call about this application. */
export const contact = person('contact', ['联系人', 'Contact'], {
  help: ['请填写熟悉申报情况、能及时接听电话的工作人员。', 'Someone who knows this application and can be reached by phone.'],
})

/** A person who leads: who it is, and how long this person has been at it. */
export const leaderFields = (post: readonly [string, string], since: readonly [string, string]): FieldSource[] => [
  person('leader', post),
  choice('sex', ['性别', 'Sex'], sexes),
  month('born', ['出生年月', 'Born'], { until: '2006-12-31' }),
  month('joined', ['入党年月', 'Joined the Party'], { until: '2024-12-31' }),
  choice('degree', ['学位', 'Degree'], degrees),
  choice('title', ['专业技术职务', 'Academic title'], titles),
  month('since', since, { until: '2024-12-31' }),
]
export const leaderRules = [
  rule('adultAtJoining', 'yearsBetween(born, joined) >= 18', 'joined', [
    '入党年月应在年满18周岁之后，请核对出生年月。',
    'Joining is possible from the age of 18; check the date of birth.',
  ]),
  rule('joinedBeforePost', 'joined <= since', 'since', ['任职年月不能早于入党年月。', 'The post cannot begin before joining.']),
]
export const experience = (max: number) =>
  longText('experience', ['主要工作经历', 'Experience'], Math.round(max / 4), max, {
    help: [
      '按时间顺序填写任职、获奖和承担的主要工作，突出与本次申报有关的内容。',
      'In order of time: posts, honours and main work, above all what matters for this application.',
    ],
  })

/** Members of a committee or leading body. */
export const committee = (key: string, label: readonly [string, string], minRows: number, maxRows: number) =>
  table(
    key,
    label,
    [
      text('name', ['姓名', 'Name'], 50),
      choice('sex', ['性别', 'Sex'], sexes),
      month('born', ['出生年月', 'Born'], { until: '2006-12-31' }),
      text('post', ['职务', 'Post'], 40),
      text('duty', ['分工', 'Responsible for'], 60),
    ] as ColumnSource[],
    { minRows, maxRows, unique: ['name', 'born'] },
  )

/** The team of a project, whose shares of the work add up to a hundred. */
export const team = (maxRows: number) =>
  table(
    'team',
    ['团队成员', 'Team'],
    [
      text('name', ['姓名', 'Name'], 50),
      choice('sex', ['性别', 'Sex'], sexes),
      month('born', ['出生年月', 'Born'], { until: '2006-12-31' }),
      text('unit', ['所在单位', 'Unit'], 60),
      text('post', ['职务职称', 'Post and title'], 60),
      text('task', ['承担任务', 'Task'], 100),
      count('share', ['工作量占比', 'Share of the work'], ['%', '%'], { min: 1, max: 100 }),
    ] as ColumnSource[],
    {
      minRows: 3,
      maxRows,
      unique: ['name', 'born'],
      totals: ['share'],
      help: [
        '含负责人，按承担工作量从多到少排列。可从电子表格整块粘贴。',
        'Including the leader, largest share first. Cells can be pasted from a spreadsheet.',
      ],
    },
  )
export const teamRules = [
  rule('sharesAreWhole', "sum(team, 'share') == 100", 'team', [
    '团队成员工作量占比合计应为100%。',
    'The shares of the work must add up to 100%.',
  ]),
]

/** Full and probationary members, counted three ways that must agree. */
export const membershipFields: FieldSource[] = [
  count('full', ['正式党员', 'Full members'], ['人', 'people'], { min: 3, max: 500 }),
  count('probationary', ['预备党员', 'Probationary members'], ['人', 'people'], { max: 500 }),
  count('men', ['男党员', 'Men'], ['人', 'people'], { max: 1000 }),
  count('women', ['女党员', 'Women'], ['人', 'people'], { max: 1000 }),
  count('youngest', ['35岁及以下', 'Aged 35 or less'], ['人', 'people'], { max: 1000 }),
  count('middle', ['36至50岁', 'Aged 36 to 50'], ['人', 'people'], { max: 1000 }),
  count('eldest', ['51岁及以上', 'Aged 51 or more'], ['人', 'people'], { max: 1000 }),
  count('doctors', ['博士', 'With a doctorate'], ['人', 'people'], { max: 1000 }),
  count('masters', ['硕士', 'With a master’s degree'], ['人', 'people'], { max: 1000 }),
  count('others', ['本科及其他', 'Others'], ['人', 'people'], { max: 1000 }),
]
export const membershipRules = [
  rule('membersBySex', 'men + women == full + probationary', 'women', [
    '男、女党员之和应等于正式党员与预备党员之和。',
    'Men and women must add up to full and probationary members.',
  ]),
  rule('membersByAge', 'youngest + middle + eldest == full + probationary', 'eldest', [
    '各年龄段党员之和应等于正式党员与预备党员之和。',
    'The age groups must add up to full and probationary members.',
  ]),
  rule('membersByDegree', 'doctors + masters + others == full + probationary', 'others', [
    '各学历党员之和应等于正式党员与预备党员之和。',
    'The degrees must add up to full and probationary members.',
  ]),
]

export const dualLeader = [
  yesNo('dual', ['是否“双带头人”', 'Leads in Party work and in the discipline'], {
    help: ['教师党支部书记同时为学术带头人的，填“是”。', 'Yes, if the secretary of a teachers’ branch also leads academically.'],
  }),
  text('field', ['学科专业及学术任职', 'Discipline and academic posts'], 100, {
    required: false,
    requiredIf: 'dual',
    help: ['“双带头人”必填。', 'Needed of those who lead in both.'],
  }),
] satisfies FieldSource[]
