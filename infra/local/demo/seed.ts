import { approveSheet, publishList, publishNotice, sendSheet } from '../play/deciding.ts'
import { type Guest, linkIn, Person } from '../play/person.ts'
import { screenAll } from '../play/recommending.ts'
import { localTime } from '../play/time.ts'
import { type Call, convene, type Entry, expertNames, fill, open, recommend, score } from './calls.ts'
import { type Account, demoPassword, foundPlatform, officeEmail } from './founding.ts'
import { Timeline } from './timeline.ts'
import { type DemoUnits, deciding, demoUnits, type Seat } from './units.ts'

/** The demo begins so many days before the present. */
const past = 430
const approver = { name: '演示·审定人', email: 'approver@demo.example' }

/**
 * Plays a year and more of the platform's life over its public API: an earlier call from opening to awards and work pages, its mid-term check,
 * and one call in each stage of today. Everything is demo and says so.
 */
export async function seedDemo(origin: string, beginAt: (moment: number) => void, say: (text: string) => void): Promise<Account[]> {
  const present = Date.now()
  const line = new Timeline(present)
  beginAt(Date.parse(line.atWork(-past)))
  const accounts = [await foundPlatform(origin)]
  const office = new Person(origin, officeEmail, demoPassword)
  await office.signIn()
  const units = await demoUnits(office)
  say(
    `  ${units.provinces.length} provinces, ${units.universities.length} universities, ${units.colleges.length} colleges, ${units.branches.length} branches`,
  )
  const byMail: Account[] = []
  const world: World = { origin, office, units, line, byMail }
  const earlier = earlierCall(world)
  collectingNow(world)
  endorsingNow(world)
  screeningNow(world)
  acceptingNow(world, earlier)
  smallRounds(world)
  await line.play(origin, say)
  await localTime(origin).settle()
  const seen = (role: string, seat: Seat | undefined): Account[] =>
    seat ? [{ role: `${role} ${seat.name}`, email: seat.person.email, password: demoPassword }] : []
  return [
    ...accounts,
    ...seen(
      '省级 Province',
      units.provinces.find(({ person }) => person.password),
    ),
    ...seen('高校 University', units.universities[0]),
    ...seen('高校（审定中） University that decides', units.universities[deciding]),
    ...seen(
      '部属高校 Ministry’s university',
      units.universities.slice(deciding + 1).find(({ person }) => person.password),
    ),
    ...seen(
      '院系 College',
      units.colleges.find(({ person }) => person.password),
    ),
    ...seen(
      '支部 Branch',
      units.branches.find(({ person }) => person.password),
    ),
    ...byMail,
  ]
}

/** `byMail` gathers those who come by the link of a mail. */
type World = { origin: string; office: Person; units: DemoUnits; line: Timeline; byMail: Account[] }
const undecided = { opens: null, closes: null }
const between = (line: Timeline, from: number, until: number) => ({ opens: line.instant(from), closes: line.instant(until) })
/** Every other unit applies in the earlier call; its awardees are barred, so the others apply now. */
const even = (_: unknown, i: number) => i % 2 === 0
const odd = (_: unknown, i: number) => i % 2 === 1
const has = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('a call of the demo was used before it was opened')
  return value
}

/** Universities, colleges and branches that apply in the three categories of the 双创 call. */
function threeKinds(
  { universities, colleges, branches }: DemoUnits,
  some: { universities: number; colleges: number; branches: number },
  seed: number,
): Entry[] {
  const of = (category: string, seats: readonly Seat[], count: number, from: number): Entry[] =>
    seats.slice(0, count).map((seat, i) => ({ seat, category, seed: from + i }))
  return [
    ...of('demonstration-university', universities, some.universities, seed),
    ...of('benchmark-college', colleges, some.colleges, seed + 100),
    ...of('model-branch', branches, some.branches, seed + 200),
  ]
}

/** The call of last year: complete, with awards at work and their mid-term check open now. Answers the call, once it is open. */
function earlierCall({ origin, office, units, line }: World): () => Call {
  let call: Call | undefined
  let midterm: Call | undefined
  const dates = {
    collect: between(line, -425, -415),
    'endorse-college': between(line, -425, -413),
    'endorse-university': between(line, -425, -410),
    'endorse-province': between(line, -425, -405),
    screen: between(line, -405, -402),
    review: between(line, -402, -395),
    deliberate: undecided,
    notice: undecided,
    publish: undecided,
  }
  line.on(-425, '第三批“双创”开始填报', async () => {
    call = await open(office, units.national, { template: 'shuangchuang-4', title: '演示：第三批新时代高校党建“双创”遴选', dates })
  })
  line.on(-420, '高校、院系、支部填报', async () =>
    fill(
      has(call),
      threeKinds(
        { ...units, colleges: units.colleges.filter(even), branches: units.branches.filter(even) },
        { universities: 6, colleges: 6, branches: 10 },
        1,
      ),
    ),
  )
  line.on(-414, '院系审核', async () => recommend(has(call), units.colleges, false))
  line.on(-412, '高校推荐', async () => recommend(has(call), units.universities, true))
  line.on(-408, '各省推荐', async () => recommend(has(call), units.provinces, true))
  line.on(-404.5, '资格审查', async () => void (await screenAll(office, has(call).batch, (_, i) => i % 9 === 8)))
  line.on(-401.5, '专家评审', async () => score(has(call), await convene(has(call), expertNames(0, 8))))
  const decided = line.working(-394, 1)
  const announced = line.working(decided + 2, 1)
  line.on(decided, '审定', async () => {
    for (const { key } of has(call).template.categories)
      if ((await sendSheet(office, has(call).batch, key, approver)) > 0) await approveSheet(origin, has(call).batch, key, approver.email)
  })
  line.on(announced, '公示', async () => void (await publishNotice(office, has(call).batch, '演示：第三批“双创”拟入选名单公示')))
  line.on(line.working(announced + 17, 1), '公布', async () => void (await publishList(office, has(call).batch)))
  for (const [i, at] of [-330, -250, -160, -70, -9].entries())
    line.on(at, `建设进展（${i + 1}）`, () => postProgress(office, units, has(call).batch, i))
  const checking = {
    collect: between(line, -18, 12),
    'endorse-university': between(line, -18, 20),
    'endorse-province': { on: false },
    review: between(line, 20, 30),
    deliberate: undecided,
  }
  line.on(-18, '中期检查开始', async () => {
    midterm = await open(office, units.national, {
      template: 'shuangchuang-midterm',
      title: '演示：第三批“双创”中期检查',
      dates: checking,
      source: has(call).batch,
    })
  })
  line.on(-10, '中期检查填报', async () => {
    await fill(has(midterm), await reportsOn(office, units, has(call), even, 900))
  })
  return () => has(call)
}

/** Reports of those whose awards are chosen, for the batch that asks for them. */
async function reportsOn(office: Person, units: DemoUnits, { batch }: Call, chosen: (award: unknown, i: number) => boolean, seed: number) {
  const everyone = [...units.universities, ...units.colleges, ...units.branches]
  return (await awardsOf(office, batch)).flatMap(({ id, unit, category, title }, i): Entry[] => {
    const seat = everyone.find((each) => each.id === unit.id)
    return seat && chosen(id, i) ? [{ seat, category, seed: seed + i, award: { id, title } }] : []
  })
}

type Awarded = { id: string; category: string; unit: { id: string }; title: string }
const awardsOf = (office: Person, batch: string): Promise<Awarded[]> => office.rows(`/batches/${batch}/awards`)

/** What awardees tell of a time of the work, each in its own words. */
const posts = [
  [
    ['启动会召开，明确建设目标', '召开项目启动会，对照建设方案分解任务，明确责任人和时间表，建立月度推进会制度。'],
    ['建设方案通过论证', '邀请校内外专家论证建设方案，吸收意见十一条，细化年度任务二十项。'],
    ['工作专班成立', '成立由书记牵头的工作专班，下设三个小组，每两周碰头一次，进展在院内公开。'],
    ['建设任务书签订', '与所属支部逐一签订任务书，列出目标三十二项，季度末公开完成情况。'],
    ['首次专题培训举办', '邀请党校教师授课，支部书记和委员四十余人参训，现场答疑十七个。'],
  ],
  [
    ['制度建设阶段成果', '修订完善相关制度六项，形成工作手册一册，面向全体成员开展专题培训两次。'],
    ['党员活动室改造完成', '活动室改造完工并投入使用，增设学习角和荣誉墙，向师生全天开放。'],
    ['谈心谈话制度上墙', '明确谈话对象、频次和记录要求，学期初完成第一轮谈话一百二十人次。'],
    ['“一支部一品牌”立项', '评议支部申报的品牌项目十四个，立项九个，配套经费六万元。'],
    ['结对共建协议签订', '与社区党组织签订共建协议，首批认领服务项目八个，每月开展一次联合学习。'],
  ],
  [
    ['主题活动集中开展', '围绕建设重点组织主题活动，参与师生三百余人次，形成活动案例五个，收集意见建议四十余条。'],
    ['暑期社会实践出发', '组建实践队四支，赴三省六县开展调研和宣讲，学生党员全部参加。'],
    ['毕业季主题党日', '为毕业班党员举办离校教育，整理优秀毕业生事迹二十篇，赠阅新生。'],
    ['科研攻关党员突击队组建', '四个课题组成立突击队，公开承诺任务十六项，年中已完成七项。'],
    ['微党课录制上线', '青年教师录制微党课十二讲，在校内平台上线，首月播放两千余次。'],
  ],
  [
    ['经验交流与推广', '接待兄弟单位来访交流，在全校会议上作经验介绍，相关做法在校内推广应用。'],
    ['新生入学第一课开讲', '党员教师进宿舍、进班级，为新生讲入学第一课，覆盖全部新生班级。'],
    ['示范岗评选揭晓', '经支部推荐、师生评议，评出党员示范岗十八个，事迹在校园网连载。'],
    ['学习平台改版', '增设讲义库和答题栏目，累计访问一万二千人次，师生提出建议二十六条。'],
    ['工作案例结集', '整理建设期内的典型做法，汇编案例集一册，印发各支部参考。'],
  ],
  [
    ['中期自查', '对照建设指标开展中期自查，梳理完成情况与存在问题，制定下一阶段改进措施。'],
    ['整改事项逐项销号', '上半年查摆的九个问题完成整改七个，其余两个明确了完成时限和责任人。'],
    ['兄弟院校来访调研', '三所高校来访，座谈交流支部建设做法，互赠案例集，约定下学期回访。'],
    ['服务师生事项办结', '年初公开的十件实事办结八件，其余两件已进入验收。'],
    ['师生座谈会召开', '召开师生座谈会，听取对建设工作的意见十六条，当场答复九条，其余列入下月计划。'],
  ],
] as const

async function postProgress(office: Person, units: DemoUnits, batch: string, round: number): Promise<void> {
  const everyone = [...units.universities, ...units.colleges, ...units.branches]
  const told = posts[round] ?? posts[0]
  for (const [i, { id, unit }] of (await awardsOf(office, batch)).entries()) {
    const seat = everyone.find((each) => each.id === unit.id)
    const [title, text] = told[(i + Math.floor(i / told.length)) % told.length] ?? told[0]
    if (seat && (i + round) % 3 !== 2) await seat.person.done('POST', `/awards/${id}/posts`, { body: { title, text } })
  }
}

/** 精品项目, open for applications now: some handed in, some half filled. */
function collectingNow({ office, units, line }: World): void {
  let call: Call | undefined
  const dates = {
    collect: between(line, -12, 18),
    'endorse-university': between(line, -12, 24),
    'endorse-province': between(line, -12, 34),
    screen: between(line, 34, 40),
    review: between(line, 40, 55),
    deliberate: undecided,
    notice: undecided,
    publish: undecided,
  }
  line.on(-12, '2024年精品项目开始填报', async () => {
    call = await open(office, units.national, { template: 'jingpin-2024', title: '演示：2024年高校思想政治工作精品项目', dates })
  })
  const categories = ['quality-project', 'mental-health-case', 'original-culture', 'young-backbone', 'counsellor-studio', 'practice-base']
  const entry = (seat: Seat, i: number, sections?: number): Entry => ({
    seat,
    category: categories[i % categories.length] ?? 'quality-project',
    seed: 300 + i,
    ...(sections !== undefined && { sections }),
  })
  line.on(-4, '部分高校已提交', async () =>
    fill(
      has(call),
      units.universities.slice(0, 16).map((seat, i) => entry(seat, i)),
    ),
  )
  line.on(-2, '部分高校填报中', async () =>
    fill(
      has(call),
      units.universities.slice(8).map((seat, i) => entry(seat, i + 40, 1 + (i % 4))),
    ),
  )
}

/** The 4th 双创 call: universities have recommended, the provinces are at it. */
function endorsingNow({ office, units, line }: World): void {
  let call: Call | undefined
  const dates = {
    collect: between(line, -40, -20),
    'endorse-college': between(line, -40, -17),
    'endorse-university': between(line, -40, -10),
    'endorse-province': between(line, -40, 8),
    screen: between(line, 8, 14),
    review: between(line, 14, 30),
    deliberate: undecided,
    notice: undecided,
    publish: undecided,
  }
  line.on(-40, '第四批“双创”开始填报', async () => {
    call = await open(office, units.national, { template: 'shuangchuang-4', title: '演示：第四批新时代高校党建“双创”遴选', dates })
  })
  // Awardees of the earlier call are barred in their category, so that others apply.
  line.on(-25, '第四批“双创”填报', async () =>
    fill(has(call), [
      ...units.universities.slice(8, 14).map((seat, i): Entry => ({ seat, category: 'demonstration-university', seed: 500 + i })),
      ...units.colleges.filter(odd).map((seat, i): Entry => ({ seat, category: 'benchmark-college', seed: 520 + i })),
      ...units.branches.filter(odd).map((seat, i): Entry => ({ seat, category: 'model-branch', seed: 540 + i })),
    ]),
  )
  line.on(-18, '院系审核', async () => recommend(has(call), units.colleges, false))
  line.on(-11, '高校推荐', async () => recommend(has(call), units.universities, true))
  line.on(-3, '部分省份推荐', async () => recommend(has(call), units.provinces.slice(0, 4), false))
}

/** Last year's 精品项目 of the demo, late: all lists are in, qualification is being looked at. */
function screeningNow({ office, units, line }: World): void {
  let call: Call | undefined
  const dates = {
    collect: between(line, -60, -40),
    'endorse-university': between(line, -60, -32),
    'endorse-province': between(line, -60, -6),
    screen: between(line, -6, 6),
    review: between(line, 6, 20),
    deliberate: undecided,
    notice: undecided,
    publish: undecided,
  }
  line.on(-60, '精品项目（补充批次）开始填报', async () => {
    call = await open(office, units.national, { template: 'jingpin-2024', title: '演示：精品项目补充批次', dates })
  })
  line.on(-45, '补充批次填报', async () =>
    fill(
      has(call),
      units.universities.slice(0, 12).map(
        (seat, i): Entry => ({
          seat,
          category: i % 2 === 0 ? 'education-by-halls' : 'research-library',
          seed: 700 + i,
        }),
      ),
    ),
  )
  line.on(-35, '补充批次高校推荐', async () => recommend(has(call), units.universities, true))
  line.on(-10, '补充批次各省推荐', async () => recommend(has(call), units.provinces, true))
}

/** Some whose work is done before its term are accepted early: experts are at their reports, for the national office. */
function acceptingNow({ office, units, line }: World, earlier: () => Call): void {
  let call: Call | undefined
  const dates = {
    collect: between(line, -34, -18),
    'endorse-university': between(line, -34, -8),
    'endorse-province': { on: false },
    review: between(line, -8, 9),
    deliberate: undecided,
    notice: undecided,
    publish: undecided,
  }
  line.on(-34, '提前验收开始', async () => {
    call = await open(office, units.national, {
      template: 'shuangchuang-acceptance',
      title: '演示：第三批“双创”提前验收',
      dates,
      source: earlier().batch,
    })
  })
  // Not those who report for the mid-term check.
  line.on(-24, '提前验收填报', async () => fill(has(call), (await reportsOn(office, units, earlier(), odd, 950)).slice(0, 4)))
  line.on(-15, '提前验收高校审核', async () => recommend(has(call), units.universities, false))
  line.on(-6, '提前验收评议', async () => score(has(call), await convene(has(call), expertNames(36, 4)), 1))
}

const comesBy = (role: string, email: string, { id }: Guest['mail']): Account => ({ role, email, mail: `/mailbox/${id}` })

/** Four universities run a small round of their own: one is being reviewed, one decided, one waits for its approver, one is announced. */
function smallRounds({ origin, units, line, byMail }: World): void {
  const rounds = [
    ['review', '评审中'],
    ['decide', '审定中'],
    ['approve', '已送审'],
    ['announce', '公示中'],
  ] as const
  for (const [i, [now, title]] of rounds.entries()) {
    const host = has(units.universities[i])
    let call: Call | undefined
    const late = i * 4
    const branches = units.branches.filter(({ above }) =>
      units.colleges.some((college) => college.id === above && college.above === host.id),
    )
    const dates = {
      collect: between(line, -30 - late, -16 - late),
      'endorse-college': between(line, -30 - late, -10 - late),
      review: between(line, -10 - late, now === 'review' ? 6 : -4 - late),
      deliberate: undecided,
      notice: undecided,
      publish: undecided,
    }
    line.on(-30 - late, `校内党日活动（${title}）`, async () => {
      call = await open(host.person, host.id, {
        template: 'party-day',
        title: `演示：${host.name}最佳党日活动（${title}）`,
        dates,
        places: 2,
      })
    })
    line.on(-20 - late, '支部填报', async () =>
      fill(
        has(call),
        branches.map((seat, b): Entry => ({ seat, category: 'activity', seed: 800 + i * 20 + b })),
      ),
    )
    line.on(-12 - late, '院系推荐', async () =>
      recommend(
        has(call),
        units.colleges.filter(({ above }) => above === host.id),
        false,
      ),
    )
    line.on(-9.5 - late, '专家评审', async () => {
      const experts = expertNames(20 + i * 4, 3)
      const guests = await convene(has(call), experts)
      await score(has(call), guests, now === 'review' ? 1 : undefined)
      const [expert] = experts
      if (now === 'review' && expert && guests[0]) byMail.push(comesBy(`专家 Expert ${expert.name}`, expert.email, guests[0].mail))
    })
    if (now === 'review' || now === 'decide') continue
    const someone = { name: '演示·学校党委', email: `approver-school${i}@demo.example` }
    const announced = line.working(-1, -1)
    line.on(line.working(announced - 1, -1), '审定', async () => {
      await sendSheet(host.person, has(call).batch, 'activity', someone)
      if (now === 'announce') await approveSheet(origin, has(call).batch, 'activity', someone.email)
      else byMail.push(comesBy(`审定人 Approver ${someone.name}`, someone.email, (await linkIn(origin, someone.email, '/r')).mail))
    })
    if (now === 'announce')
      line.on(announced, '公示', async () => void (await publishNotice(host.person, has(call).batch, `演示：${host.name}最佳党日活动公示`)))
  }
}
