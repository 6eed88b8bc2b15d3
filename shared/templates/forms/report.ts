import type { FormSource } from '../../forms/schema.ts'
import { notice } from '../sections/clauses.ts'
import { declarations } from '../sections/evidence.ts'
import { both, choice, files, longText, person, text } from '../sections/writing.ts'

/** One item of information sent up. */
export const reportForm: FormSource = {
  title: both('信息报送', 'Information report'),
  sections: [
    {
      key: 'report',
      title: both('信息内容', 'The report'),
      clause: notice(
        '各单位报送工作动态、经验做法、调研建议和紧急信息，一事一报',
        'Units report news, good practice, research and urgent matters, one subject per report',
      ),
      fields: [
        text('title', ['标题', 'Title'], 40, { min: 5 }),
        choice('kind', ['类型', 'Kind'], {
          news: ['工作动态', 'News'],
          experience: ['经验做法', 'Experience'],
          research: ['调研建议', 'Research'],
          urgent: ['紧急信息', 'Urgent'],
        }),
        longText('text', ['正文', 'Text'], 500, 3000, {
          rows: 20,
          help: [
            '500至3000字，一事一报，写清时间、地点、做法和成效。',
            '500 to 3,000 characters, one matter: when, where, how, with what result.',
          ],
        }),
        text('happened', ['紧急事项发生时间与地点', 'When and where it happened'], 100, { visibleIf: "kind == 'urgent'", required: true }),
        files('pictures', ['图片', 'Pictures'], { accept: ['image'], maxMb: 10, maxCount: 9, required: false }),
        text('link', ['已公开报道链接', 'Published at'], 300, { required: false, pattern: 'url' }),
      ],
    },
    {
      key: 'people',
      title: both('撰稿与审核', 'Author and checker'),
      clause: notice('由上级单位审核采用', 'The unit above accepts and publishes them'),
      fields: [person('author', ['撰稿人', 'Author']), person('checker', ['审核人', 'Checked by'])],
      rules: [
        {
          key: 'checkedBySomebodyElse',
          holds: 'author.name != checker.name',
          at: 'checker',
          message: both('撰稿人与审核人不能是同一人。', 'The author cannot be the checker.'),
        },
      ],
    },
    declarations([
      {
        key: 'notSecret',
        zh: '内容不涉密、不含敏感个人信息，已按程序审核',
        en: 'Nothing secret and no sensitive personal data; checked as prescribed',
      },
    ]),
  ],
}
