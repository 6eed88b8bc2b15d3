import type { Random } from './random.ts'
import { words } from './sentences.ts'

/** The university whose form it is, and the college of it that most answers speak of; the branch, where one fills it in. */
export type Unit = { code: string; name: string; college: string; branch?: string }

/** Somebody invented, and plainly so. */
export const personName = (random: Random) => `演示·${random.pick(words.surnames)}${random.pick(words.marks)}`

const subject = (random: Random) => random.pick(words.subjects)
const theme = (random: Random) => `“${random.pick(words.themes)}”${subject(random)}${random.pick(words.forms)}`

type Maker = (random: Random, unit: Unit, label: string) => string
const links: Maker = (random) => `https://www.example.edu.cn/works/${random.between(10_000, 99_999)}`

/** By key of the field or column, as `section.field` or `field.column` where one key means several things. */
const makers: Record<string, Maker> = {
  'basics.name': (random, { college, branch }, label) =>
    label.includes('支部')
      ? (branch ?? `${college}${random.pick(['教工', '本科生', '研究生'])}第${random.pick(['一', '二', '三'])}党支部`)
      : `中共${college}委员会`,
  'results.name': (random) => `${random.pick(words.honours)}（${subject(random)}方向）`,
  'honours.name': (random) => `${random.pick(words.honours)}（${subject(random)}方向）`,
  'branches.name': (random) =>
    `${subject(random)}${random.pick(['教工', '本科生', '研究生', '实验中心'])}第${random.pick(['一', '二', '三', '四'])}党支部`,
  'institutions.name': (random) => random.pick(words.rules),
  'products.name': (random) => `${theme(random)}${random.pick(['研究报告', '案例集', '工作手册', '课程资源'])}`,
  'publications.name': (random) => `${random.pick(words.works)}（${random.pick(words.subjects)}视角）`,
  'online.name': (random) => theme(random),
  'facilities.name': (random) => random.pick(words.facilities),
  name: personName,
  secretary: personName,
  author: personName,
  responsible: personName,
  title: theme,
  caseTitle: theme,
  projectName: (random, _, label) => (label.includes('工作室') ? `${subject(random)}名师工作室` : theme(random)),
  college: (_, { college }) => college,
  department: (random, unit) => `${unit.name.slice(0, 20)}${random.pick(words.departments)}`,
  unit: (random, { name, college }) => `${name.slice(0, 20)}${random.chance(0.7) ? college : random.pick(words.departments)}`,
  partners: (random) => `示范市${random.pick(words.themes)}服务中心、${subject(random)}研究所`,
  place: (_, { name, college }) => `${name.slice(0, 20)}${college}`,
  as: (random) => random.pick(words.posts),
  post: (random) => random.pick(words.posts),
  duty: (random) => `负责${random.pick(['组织建设', '宣传教育', '纪律检查', '青年工作', '统战群团', '教学改革', '学生工作'])}`,
  task: (random) => random.pick(words.tasks),
  goal: (random) => `${random.pick(words.tasks)}，${random.pick(words.deliverables)}`,
  deliverable: (random) => random.pick(words.deliverables),
  evidence: (random) => `${random.pick(words.deliverables)}，见附件第${random.between(1, 60)}页`,
  reason: () => '受实践基地改造影响推迟，已调整场地，计划下季度完成。',
  issuer: (random) => random.pick(words.issuers),
  where: (random) => random.pick(['高校教育研究', '示范省社会科学规划办公室', '校报理论版', '示范出版社']),
  basis: (random) => random.pick(words.bases),
  item: (random) => `${random.pick(words.themes)}专项`,
  part: (random) => `第${random.between(1, 6)}部分撰写`,
  use: (random) => `${random.pick(words.themes)}主题教学与参观体验`,
  number: (random) => `示教发〔${random.between(2018, 2023)}〕${random.between(1, 90)}号`,
  certificate: (random) => `${random.between(2021, 2023)}-${random.between(1000, 9999)}`,
  field: (random) => `${subject(random)}学科带头人，校学术委员会委员`,
  direction: (random) => `${subject(random)}与育人工作`,
  disciplines: (random) => `设有${subject(random)}、${subject(random)}等本科专业和硕士点，建有省级重点学科与实验教学示范中心。`,
  pilotName: (random) => `省级${random.pick(words.honours)}试点（省教育厅批准）`,
  address: (random) => random.pick(words.cities),
  happened: (random) => `${random.between(2023, 2024)}年${random.between(1, 12)}月，校本部`,
  link: links,
  videoLink: links,
}

/** A short text for a field; `owner` is the section, or the table of a column. */
export function shortText(owner: string, key: string, label: string, max: number, random: Random, unit: Unit): string {
  const maker = makers[`${owner}.${key}`] ?? makers[key]
  const text = maker ? maker(random, unit, label) : `${label}：${random.pick(words.themes)}`
  return text.slice(0, max)
}
