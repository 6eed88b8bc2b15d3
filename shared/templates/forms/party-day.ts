import type { FormSource } from '../../forms/schema.ts'
import { notice } from '../sections/clauses.ts'
import { declarations } from '../sections/evidence.ts'
import { contact } from '../sections/people.ts'
import { both, count, files, longText, month, rule, text } from '../sections/writing.ts'

const participation = notice('活动参与率原则上不低于95%', 'As a rule at least 95% of its members took part')

export const partyDayForm: FormSource = {
  title: both('党日活动推荐表', 'A Party-day activity'),
  sections: [
    {
      key: 'basics',
      title: both('活动基本情况', 'The activity'),
      clause: notice('每个党支部推荐一项主题党日活动', 'Each branch enters one themed activity'),
      fields: [
        text('title', ['活动名称', 'Title'], 30, { min: 4 }),
        month('held', ['开展年月', 'Held in'], { from: '2015-01-01' }),
        count('members', ['支部党员数', 'Members of the branch'], ['人', 'people'], { min: 3, max: 500 }),
        count('present', ['参加党员数', 'Members who took part'], ['人', 'people'], { min: 1, max: 500, clause: participation }),
        longText('absent', ['参与率不足95%的说明', 'Why fewer than 95% took part'], 20, 300, {
          clause: participation,
          visibleIf: 'present * 100 < members * 95',
          required: true,
        }),
        contact,
      ],
      rules: [
        rule('noMoreThanThereAre', 'present <= members', 'present', [
          '参加党员数不能超过支部党员数。',
          'No more can take part than there are members.',
        ]),
      ],
    },
    {
      key: 'story',
      title: both('活动材料', 'The material'),
      clause: notice('材料不超过2500字', 'the description has up to 2,500 characters'),
      fields: [
        longText('plan', ['活动设计', 'How it was planned'], 150, 700),
        longText('practice', ['活动过程', 'What happened'], 200, 1000),
        longText('effect', ['活动效果', 'What it led to'], 150, 800),
        files('pictures', ['活动图片', 'Pictures'], { accept: ['image'], maxMb: 10, minCount: 1, maxCount: 6 }),
      ],
    },
    declarations([]),
  ],
}
