import type { Clause } from '../../forms/schema.ts'
import { shuangchuang } from './clauses.ts'
import {
  type ColumnSource,
  choice,
  type FieldSource,
  files,
  longText,
  person,
  rule,
  type SectionSource,
  table,
  text,
  year,
  yesNo,
} from './writing.ts'

const resultKinds = {
  honour: ['表彰奖励', 'Honour'],
  teaching: ['教学成果', 'Teaching'],
  research: ['科研成果', 'Research'],
  practice: ['实践服务', 'Service'],
  report: ['宣传报道', 'Reported'],
  institution: ['制度成果', 'Institution'],
} as const
const levels = {
  national: ['国家级', 'National'],
  provincial: ['省部级', 'Provincial'],
  municipal: ['市厅级', 'Municipal'],
  university: ['校级', 'University'],
} as const

/** Results of the last three years as rows, with their evidence. */
export const results = (maxRows: number): SectionSource => ({
  key: 'results',
  title: { zh: '近三年主要成果', en: 'Results of three years' },
  clause: shuangchuang('近三年成果，列表不超过20行', 'results of three years, at most 20 rows'),
  fields: [
    table(
      'results',
      ['成果列表', 'Results'],
      [
        year('year', ['年度', 'Year'], 2020, 2024),
        choice('kind', ['类别', 'Kind'], resultKinds),
        text('name', ['名称', 'Name'], 100),
        choice('level', ['级别', 'Level'], levels),
        text('issuer', ['颁发或发布单位', 'Issued by'], 80),
      ] as ColumnSource[],
      {
        minRows: 3,
        maxRows,
        unique: ['name', 'year'],
        help: [
          '只填本单位及本单位人员获得的成果，按级别从高到低排列。',
          'Only what this unit and its people achieved, highest level first.',
        ],
      },
    ),
    longText('summary', ['代表性成果说明', 'The most telling results'], 150, 1000, {
      help: ['选择三至五项，说明做了什么、谁受益、如何证明。', 'Three to five of them: what was done, who gained, how one can tell.'],
    }),
    files('proofs', ['成果证明材料', 'Proofs'], {
      accept: ['pdf', 'image'],
      maxMb: 20,
      minCount: 1,
      maxCount: 10,
      help: ['证书、文件或报道的扫描件，每份不超过20 MB。', 'Scans of certificates, documents or reports, at most 20 MB each.'],
    }),
  ],
  rules: [],
})

/** Evidence as PDF, pictures, and one video as a file or as a link. */
export const attachments = (more: FieldSource[] = []): SectionSource => ({
  key: 'attachments',
  title: { zh: '附件材料', en: 'Attachments' },
  intro: {
    zh: '材料不得涉密，不得含有个人身份证号、住址等隐私信息。上传后系统将自动检查，通过后方可提交。',
    en: 'Nothing secret, no identity numbers or addresses of persons. Files are checked on arrival; only then can the application be handed in.',
  },
  fields: [
    files('evidence', ['佐证材料', 'Evidence'], {
      accept: ['pdf'],
      maxMb: 20,
      minCount: 1,
      maxCount: 5,
      help: [
        '合并为PDF，按申报栏目顺序编目录，每份不超过20 MB。',
        'As PDF with a table of contents in the order of this form, at most 20 MB each.',
      ],
    }),
    files('pictures', ['工作图片', 'Pictures'], {
      accept: ['image'],
      maxMb: 10,
      maxCount: 10,
      required: false,
      help: ['不超过10张，请为每张图片填写说明。', 'At most ten; give each a caption.'],
    }),
    files('video', ['工作视频', 'Video'], { accept: ['video'], maxMb: 200, maxCount: 1, required: false }),
    text('videoLink', ['或视频链接', 'Or a link to the video'], 300, { required: false, pattern: 'url' }),
    ...more,
  ],
  rules: [
    rule('oneVideo', '!(filled(video) && filled(videoLink))', 'videoLink', [
      '视频文件与视频链接只能提供一种。',
      'Give the video either as a file or as a link.',
    ]),
  ],
})

type Statement = { key: string; zh: string; en: string }
export const incidents: Statement = {
  key: 'noIncidents',
  zh: '近三年未发生意识形态、安全稳定、违规违纪、师德师风等方面有重大影响的问题',
  en: 'In the last three years no grave incident of ideology, safety, discipline or professional ethics occurred',
}
export const acceptances: Statement = {
  key: 'noFailedAcceptance',
  zh: '本校以往入选单位无验收不合格情况',
  en: 'No unit of this university that was awarded before failed its acceptance',
}
export const notBefore: Statement = {
  key: 'notAwardedBefore',
  zh: '本单位未曾入选同一类别',
  en: 'This unit was not awarded in the same category before',
}
const truthful: Statement = {
  key: 'truthful',
  zh: '所填内容及所附材料真实、准确，无知识产权争议',
  en: 'What is stated and attached is true and exact, and no rights of others are infringed',
}

/** Statements that must be true, each ticked by itself, and who answers for them. */
export const declarations = (statements: Statement[], clause?: (zh: string, en: string) => Clause): SectionSource => {
  const all = [...statements, truthful]
  return {
    key: 'declarations',
    title: { zh: '承诺与声明', en: 'Declarations' },
    intro: {
      zh: '请逐项核实后确认。失实的，取消资格并通报。',
      en: 'Check each before confirming it. A false statement ends the application.',
    },
    fields: [
      ...statements.map(({ key, zh, en }) => yesNo(key, [zh, en], clause && { clause: clause('申报条件', 'conditions of applying') })),
      yesNo(truthful.key, [truthful.zh, truthful.en]),
      person('answerable', ['申报责任人', 'Who answers for this'], {
        help: ['填写对申报内容负责的主要负责人。', 'The head of the unit, who answers for what is stated.'],
      }),
    ],
    rules: all.map(({ key }) =>
      rule(key, key, key, ['须如实确认本项方可申报；不符合的，请勿提交。', 'This must be true for the application to be handed in.']),
    ),
  }
}
