import { jingpin, shuangchuang } from './clauses.ts'
import { type ColumnSource, choice, count, type FieldSource, longText, rule, type SectionSource, table, text, wan } from './writing.ts'

const items = {
  research: ['调查研究', 'Research'],
  training: ['教育培训', 'Training'],
  activity: ['活动组织', 'Activities'],
  material: ['资料与出版', 'Materials and printing'],
  equipment: ['设备与场地', 'Equipment and rooms'],
  platform: ['网络平台建设', 'Online platform'],
  expert: ['专家咨询', 'Advice of experts'],
  other: ['其他', 'Other'],
} as const

/** What the unit above gives for two years of construction: money by item, people, rooms. */
export const support: SectionSource = {
  key: 'support',
  title: { zh: '条件保障', en: 'Support' },
  intro: {
    zh: '填写学校及院（系）为建设提供的经费、人员和场地。金额单位为万元，两年合计须与分项之和一致。',
    en: 'Money, people and rooms that the university and college give. In ten thousands of yuan; totals must agree with the items.',
  },
  clause: shuangchuang('学校支持：分项经费及合计、人员、场地', 'support by the university: money by item with its sum, people, room'),
  fields: [
    table(
      'budget',
      ['经费安排', 'Money by item'],
      [
        choice('item', ['支出项目', 'Item'], items),
        text('basis', ['测算依据', 'How it was reckoned'], 100),
        wan('first', ['第一年', 'First year']),
        wan('second', ['第二年', 'Second year']),
      ] as ColumnSource[],
      { minRows: 2, maxRows: 8, unique: ['item'], totals: ['first', 'second'] },
    ),
    wan('total', ['两年经费合计', 'Both years together'], { min: 100_000 }) as FieldSource,
    count('staff', ['专兼职工作人员', 'Staff, full and part time'], ['人', 'people'], { min: 1, max: 500 }),
    count('rooms', ['活动场地面积', 'Rooms'], ['平方米', 'm²'], { max: 100_000, decimals: 1 }),
    longText('measures', ['制度与组织保障', 'Organisation and institutions'], 150, 800, {
      help: [
        '说明组织领导、工作机制、考核激励、指导帮扶等保障措施，写明已有文件和责任部门。',
        'Leadership, ways of working, assessment and incentives, guidance; name documents and responsible departments.',
      ],
    }),
  ],
  rules: [
    rule('supportAddsUp', "sum(budget, 'first') + sum(budget, 'second') == total", 'total', [
      '两年经费合计应等于各项目第一年与第二年之和。',
      'The total must be the sum of all items of both years.',
    ]),
  ],
}

/** A project's budget: items, and where the money comes from; the unit's own share is no smaller than what is asked for. */
export const projectBudget: SectionSource = {
  key: 'budget',
  title: { zh: '经费预算', en: 'Budget' },
  clause: jingpin(
    '合计等于各项之和，自筹经费不低于申请经费',
    'the total is the sum of the items, the own share no less than what is asked',
  ),
  intro: {
    zh: '金额单位为万元，可保留两位小数。支出合计、来源合计与总预算三者必须一致，自筹经费不低于申请支持经费。',
    en: 'In ten thousands of yuan. Items, sources and the total must agree; the own share may not be below what is asked for.',
  },
  fields: [
    table(
      'items',
      ['支出预算', 'Items'],
      [
        choice('item', ['支出项目', 'Item'], items),
        text('basis', ['测算依据', 'How it was reckoned'], 120),
        wan('amount', ['金额', 'Amount'], { min: 1000 }),
      ] as ColumnSource[],
      { minRows: 2, maxRows: 8, unique: ['item'], totals: ['amount'] },
    ),
    wan('asked', ['申请支持经费', 'Asked for'], { max: 5_000_000_000 }) as FieldSource,
    wan('own', ['学校自筹经费', 'Own share']) as FieldSource,
    wan('third', ['其他来源', 'Other sources']) as FieldSource,
    wan('total', ['总预算', 'Total'], { min: 10_000 }) as FieldSource,
    longText('note', ['经费使用说明', 'Remarks on the use of money'], 0, 300, { required: false }),
  ],
  rules: [
    rule('budgetAddsUp', "sum(items, 'amount') == total", 'total', [
      '总预算应等于各支出项目金额之和。',
      'The total must be the sum of the items.',
    ]),
    rule('sourcesAddUp', 'asked + own + third == total', 'third', [
      '申请支持、自筹和其他来源之和应等于总预算。',
      'What is asked for, the own share and other sources must add up to the total.',
    ]),
    rule('ownShareEnough', 'own >= asked', 'own', ['自筹经费不能低于申请支持经费。', 'The own share may not be below what is asked for.']),
  ],
}
