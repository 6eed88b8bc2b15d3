import type {
  AwardLine,
  AwardList,
  CallPage,
  CertificatePage,
  Home,
  InstitutionPage,
  NoticePage,
  WorkPage,
} from '../../shared/portal/pages.ts'

/** Example data of every public page, plainly a demonstration, for tests and for looking at the pages. */
const category = {
  culture: { key: 'culture', title: { zh: '文化育人', en: 'Education by culture' } },
  network: { key: 'network', title: { zh: '网络育人', en: 'Education online' } },
}
const places = [
  ['32', '演示湖滨大学', 'lakeside'],
  ['33', '演示明德大学', 'mingde'],
  ['65', '演示军垦少数民族传统医药与石油化工职业技术师范大学（塔什库尔干校区）', 'junken'],
  ['11', '演示理工大学', 'ligong'],
] as const
const line = (i: number): AwardLine => {
  const [province, name, id] = places[i % places.length] ?? places[0]
  const subject = [
    '以文化浸润推动“大思政课”建设的探索与实践',
    '“一站式”学生社区协同育人机制',
    '𫖯仰之间：㛃身自好、数字赋能的理论武装',
    '红色资源融入实践教学的长效机制研究与推广应用',
  ][i % 4]
  return {
    id: `award-${i + 1}`,
    title: `${subject}（演示${i + 1}）`,
    category: i % 3 === 0 ? category.network : category.culture,
    unit: i % 2 === 0 ? `${name}马克思主义学院` : name,
    institution: { id, name },
    province,
    number: `JP2024-2024-01-${String(i + 1).padStart(4, '0')}`,
    hasWorkPage: i % 5 !== 4,
  }
}
const awards = Array.from({ length: 14 }, (_, i) => line(i))
const batch = '01J9ZX4N6T0000000000000000'
const batchTitle = '2024年高校思想政治工作精品项目（演示批次）'
const host = '演示·全国高校项目管理办公室'
const first = line(0)

const home: Home = {
  calls: [
    {
      batch,
      title: '第四批新时代高校党建示范创建和质量创优工作（演示批次）',
      host,
      opens: '2024-10-01T00:00:00.000Z',
      closes: '2024-11-10T16:00:00.000Z',
      stage: { zh: '填报', en: 'Applications' },
    },
  ],
  notices: [
    {
      id: '01J9ZX4N6T0000000000000001',
      title: '2024年精品项目拟入选名单公示（演示）',
      state: 'published',
      publishedAt: '2024-10-08T02:00:00.000Z',
      ends: '2024-10-14T16:00:00.000Z',
    },
  ],
  results: [{ batch, title: batchTitle, publishedAt: '2024-10-20T02:00:00.000Z', awards: awards.length }],
  stories: [1, 2, 3].map((n) => ({
    award: `award-${n}`,
    title: line(n).title,
    unit: line(n).unit,
    institution: line(n).institution.name,
    post: `第${n}季度建设进展：开展主题教学展示`,
    text: '举办主题教学展示活动，覆盖学生一千二百人。',
    at: '2025-03-01T02:00:00.000Z',
  })),
  institutions: places.map(([province, name, id], i) => ({ id, name, province, awards: i + 1 })),
  at: '2024-10-09T00:00:00.000Z',
}
const call: CallPage = {
  batch,
  title: '第四批新时代高校党建示范创建和质量创优工作（演示批次）',
  host,
  opens: '2024-10-01T00:00:00.000Z',
  closes: '2024-11-10T16:00:00.000Z',
  stage: { zh: '填报', en: 'Applications' },
  introduction: { zh: '面向全国高校遴选示范高校。', en: 'Selects demonstration universities.' },
  basis: ['演示函〔2024〕1号'],
  categories: [
    {
      title: category.culture.title,
      places: 10,
      eligibility: [{ zh: '近三年未发生责任事故', en: 'No accident in the last three years' }],
    },
    { title: category.network.title, eligibility: [] },
  ],
  stages: [
    { title: { zh: '填报', en: 'Applications' }, opens: '2024-10-01T00:00:00.000Z', closes: '2024-11-10T16:00:00.000Z' },
    { title: { zh: '公示', en: 'Public notice' }, opens: null, closes: null },
  ],
}
const notice: NoticePage = {
  notice: {
    id: '01J9ZX4N6T0000000000000001',
    batch,
    title: '2024年精品项目拟入选名单公示（演示）',
    text: '根据工作安排，经单位申报、省级推荐、资格审查、专家评审和集体审议，拟确定以下项目入选，现予公示。\n公示期间如有异议，请按本页所列方式实名反映。',
    contact: { name: '演示·古丽·阿卜杜热西提·麦麦提明', phone: '010-00000000', email: 'office@example.cn', address: '北京市演示路1号' },
    state: 'published',
    publishedAt: '2024-10-08T02:00:00.000Z',
    ends: '2024-10-14T16:00:00.000Z',
    workingDays: 5,
    host: { id: 'host', name: host },
  },
  batchTitle,
  groups: [category.culture, category.network].map(({ key, title }) => ({
    key,
    title,
    items: awards
      .filter((award) => award.category.key === key)
      .map((award) => ({ title: award.title, unit: award.unit, institution: award.institution.name, province: award.province ?? '' })),
  })),
}
const list: AwardList = {
  batch,
  title: batchTitle,
  host,
  publishedAt: '2024-10-20T02:00:00.000Z',
  awards,
}
const work: WorkPage = {
  award: { ...first, batch, batchTitle, host, grantedAt: '2024-10-20T02:00:00.000Z', ends: '2026-10-20', state: 'open' },
  obligations: [
    { title: { zh: '建设动态', en: 'Progress posts' }, due: '2025-10-20', met: true },
    { title: { zh: '中期检查', en: 'Mid-term check' }, due: '2025-10-20', met: false },
  ],
  posts: [
    {
      id: 'p2',
      title: '第二季度建设进展',
      text: '举办主题教学展示活动，覆盖学生一千二百人。\n\n形成案例三项，已在校内推广。',
      at: '2025-06-01T02:00:00.000Z',
      pictures: [{ address: '/works/award-1/f1.jpg', name: '活动现场', width: 640, height: 480 }],
      files: [{ name: '活动方案（定稿）.pdf', bytes: 2_300_000, address: '/works/award-1/f2.pdf' }],
    },
    { id: 'p1', title: '项目启动', text: '召开项目启动会，明确任务分工。', at: '2025-01-05T02:00:00.000Z', pictures: [], files: [] },
  ],
}
const certificate: CertificatePage = {
  number: first.number,
  title: first.title,
  holder: first.unit,
  category: first.category.title,
  batchTitle,
  host,
  grantedAt: '2024-10-20T02:00:00.000Z',
  ends: '2026-10-20',
  state: 'open',
  sha256: { zh: 'q0f3mF2u7Yl9aSxJt0YwQ6wBq0f3mF2u7Yl9aSxJt0Y', en: 'x1f3mF2u7Yl9aSxJt0YwQ6wBq0f3mF2u7Yl9aSxJt0Y' },
  file: { zh: `/certificates/${first.number}.pdf`, en: `/certificates/${first.number}-en.pdf` },
  award: first.id,
  hasWorkPage: true,
}
const institution: InstitutionPage = {
  id: 'lakeside',
  name: '演示湖滨大学',
  code: '4132099001',
  province: '32',
  awards: awards
    .filter((award) => award.institution.id === 'lakeside')
    .map((award) => ({
      id: award.id,
      title: award.title,
      unit: award.unit,
      batch,
      batchTitle,
      category: award.category.title,
      grantedAt: '2024-10-20T02:00:00.000Z',
      number: award.number,
      state: 'open',
      hasWorkPage: award.hasWorkPage,
    })),
}

export const sample = { home, call, notice, list, work, certificate, institution } as const
