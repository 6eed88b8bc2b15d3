import type { Local } from '../../infra/local/start.ts'
import { handUp, openBatch } from './calls.ts'
import { type Past, pastDays, playPast } from './past.ts'
import { type Person, peopleOf } from './people.ts'

/** The category that provinces recommend in, in the world of the journeys. */
export const category = 'mental-health-case'

/**
 * The world all journeys live in: a national office, a province with twenty universities (of which it may recommend three in a category), a ministry with one
 * of its own, people of each, and an open batch. A journey that changes something opens a batch of its own with `openBatch`, or starts a submission of its own.
 */
export type World = {
  origin: string
  mailbox: string
  national: Person
  /** Someone of the national office who may only edit pages. */
  editor: Person
  province: Person
  /** Another province and its university, which took part in the past call. */
  westerners: { province: Person; university: Person }
  /** Someone of the province who may only edit pages. */
  provinceEditor: Person
  ministry: Person
  universities: readonly Person[]
  /** A second person of the first university. */
  colleague: Person
  /** Someone of a college of the first university that has never applied. */
  college: Person
  batch: string
  /** Five submissions, of five universities, that lie with the province. */
  waiting: readonly string[]
  /** Someone of the college of the first university that has an award of the past call. */
  awardedCollege: Person
  /** A call of last month that is over. Its first two awards are of the eleventh university and of one in the west. */
  past: Past
}

export const batchTitle = '演示·高校思想政治工作精品项目遴选'

/** One of the units has a name as long as there are, with characters that few fonts have. */
const longName = '东部第7少数民族传统医药与石油化工职业技术师范大学（𫖯㛃校区）'

export async function buildWorld(local: Local): Promise<World> {
  const { origin, mailbox } = local
  const present = Date.now()
  local.clock.beginAt(present - pastDays * 86_400_000)
  const { unit, person, signIn } = await peopleOf(local.clock.now)
  const national = await unit('national', '国家级主管单位')
  const province = await unit('province', '东部省教育厅', national, '32')
  const ministry = await unit('ministry', '中央部门', national, '360')
  const universities = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      unit('university', i === 6 ? longName : `东部第${i + 1}大学`, province, `41320100${String(i + 1).padStart(2, '0')}`),
    ),
  )
  await unit('university', '部属大学', ministry, '4111010001')
  const west = await unit('province', '西部省教育厅', national, '61')
  const western = await unit('university', '西部大学', west, '4161010001')
  const [first] = universities
  if (!first) throw new Error('no university')
  const college = await unit('college', '理学院', first)
  // A college with an award at work may not apply in its category again, so the past call is played by another one.
  const awarded = await unit('college', '文学院', first)
  const office = await person(national, '国家办公室', 'administrator')
  const applicants = await Promise.all(universities.map((each) => person(each, '王老师', 'administrator')))
  const collegian = await person(college, '院系老师', 'administrator')
  const provincial = await person(province, '李处长', 'administrator')
  const [, , , , , , , , , , eleventh = applicants[0] as Person] = applicants
  const westerners = {
    province: await person(west, '周处长', 'administrator'),
    university: await person(western, '吴老师', 'administrator'),
  }
  const awardedCollege = await person(awarded, '文学院老师', 'administrator')
  const past = await playPast(local, {
    office,
    provinces: [provincial, westerners.province],
    universities: [eleventh, westerners.university],
    college: awardedCollege,
    itsUniversity: applicants[0] as Person,
  })
  await local.clock.advanceTo(present)
  // A moved clock ends sessions, and what follows happens in the present.
  await Promise.all([office, collegian, provincial, westerners.province, westerners.university, ...applicants].map(signIn))
  const batch = await openBatch(origin, office, batchTitle, local.clock.now().getTime())
  const waiting = await Promise.all(applicants.slice(1, 6).map((each, i) => handUp(origin, each, batch, category, i + 1)))
  await local.settled()
  return {
    origin,
    mailbox,
    national: office,
    editor: await person(national, '编辑', 'editor'),
    province: provincial,
    westerners,
    provinceEditor: await person(province, '编辑', 'editor'),
    ministry: await person(ministry, '部门办公室', 'administrator'),
    universities: applicants,
    colleague: await person(first, '赵老师', 'operator'),
    college: collegian,
    awardedCollege,
    batch,
    waiting: waiting.map(({ id }) => id),
    past,
  }
}
