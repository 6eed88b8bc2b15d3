import { apply, upload } from '../../infra/local/play/applying.ts'
import { approveSheet, publishList, publishNotice, sendSheet } from '../../infra/local/play/deciding.ts'
import { pngFile } from '../../infra/local/play/files.ts'
import { openBatch } from '../../infra/local/play/office.ts'
import { Person as Caller } from '../../infra/local/play/person.ts'
import { confirmList, listsOf, recommendAll, screenAll } from '../../infra/local/play/recommending.ts'
import { assign, invite, registerExperts, reviewAll } from '../../infra/local/play/reviewing.ts'
import type { Local } from '../../infra/local/start.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import type { Person } from './people.ts'

const day = 86_400_000
/** How many days before the present the past call begins; all of it is over when the present comes. */
export const pastDays = 50

/** A call that is over: announced, published, with awards at work. */
export type Past = {
  batch: string
  title: string
  notice: { id: string; title: string }
  /** The address to which the sheets were sent for approval. */
  approver: string
  /** Of a university of the first province, of one of another, and of a college. Equal scores leave their order in the list open. */
  awards: readonly { id: string; title: string; number: string; institution: { id: string; name: string } }[]
  /** A post with a picture that the first awardee made. */
  post: { award: string; title: string; text: string }
}
type People = { office: Person; provinces: readonly Person[]; universities: readonly Person[]; college: Person; itsUniversity: Person }

/** One of the journeys' people, acting over the API as the play of the demo does; comes back by a mailed link when the clock has ended a session. */
export const callerFor = (origin: string, { email }: Person): Caller => new Caller(origin, email)

/**
 * Plays a call from opening to publication in the days before the present, stage by stage, and leaves the clock there. The clock must stand `pastDays` before
 * the present, and nothing that a moved clock could disturb may have been begun.
 */
export async function playPast({ origin, clock, settled }: Local, people: People): Promise<Past> {
  const began = clock.now().getTime()
  const at = (days: number) => new Date(began + days * day).toISOString()
  const until = (days: number) => clock.advanceTo(began + days * day + 1000)
  const template = templateOf('shuangchuang-4', 1)
  if (!template) throw new Error('no template')
  const callers = new Map<Person, Caller>()
  const as = (person: Person) => {
    const known = callers.get(person) ?? callerFor(origin, person)
    callers.set(person, known)
    return known
  }
  const office = as(people.office)
  const title = '演示：上一批高校党建“双创”遴选'
  const collecting = { opens: at(0), closes: at(2) }
  const batch = await openBatch(office, {
    template: template.key,
    title,
    dates: {
      collect: collecting,
      'endorse-college': { on: false },
      'endorse-university': { opens: at(0), closes: at(3) },
      'endorse-province': { opens: at(0), closes: at(4) },
      screen: { opens: at(4), closes: at(6) },
      review: { opens: at(6), closes: at(8) },
      deliberate: { opens: null, closes: null },
      notice: { opens: null, closes: null },
      publish: { opens: null, closes: null },
    },
    settings: { expertsPerSubmission: 2, method: 'mean', noticeWorkingDays: 5 },
  })
  const hand = async (person: Person, category: string, seed: number) => {
    const form = formOf(template, category)
    if (!form) throw new Error(`no form for ${category}`)
    // The form names its university: by its id, as it would a unit without a code.
    await apply(as(person), { batch, category, form, seed, unit: { code: person.unit.id, name: person.unit.name } })
  }
  await until(0)
  await Promise.all([
    ...people.universities.map((each, i) => hand(each, 'demonstration-university', 10 + i)),
    hand(people.college, 'benchmark-college', 20),
  ])
  await until(2.5)
  for (const each of [people.itsUniversity, ...people.universities]) await endorse(as(each), batch, each.unit.id)
  await until(3.5)
  for (const each of people.provinces) await endorse(as(each), batch, each.unit.id)
  await until(4.5)
  await screenAll(office, batch)
  await until(6.5)
  const experts = [1, 2].map((n) => ({ name: `演示·评审专家${n}`, email: `past-expert-${n}@example.org`, unit: `演示第${n}研究院` }))
  const ids = await registerExperts(office, people.office.unit.id, experts)
  const guests = await invite(
    office,
    batch,
    ids,
    experts.map(({ email }) => email),
  )
  await assign(office, batch)
  for (const [i, guest] of guests.entries()) await reviewAll(guest, batch, () => 0.8 + i / 20)
  await until(8.5)
  const approver = { name: '演示·审定人', email: 'past-approver@example.org' }
  for (const { key } of template.categories)
    if ((await sendSheet(office, batch, key, approver)) > 0) await approveSheet(origin, batch, key, approver.email)
  await until(9)
  const noticeTitle = '演示：上一批高校党建“双创”拟入选名单公示'
  const notice = await publishNotice(office, batch, noticeTitle)
  await clock.advanceTo(Date.parse(notice.ends) + 1000)
  await publishList(office, batch)
  await settled()
  const awards = await office.rows<Past['awards'][number]>(`/batches/${batch}/awards`)
  const first = awards.find(({ institution }) => institution.id === people.universities[0]?.unit.id)
  if (!first || !people.universities[0]) throw new Error('the past call has no awards')
  const post = { award: first.id, title: '启动会召开，明确建设目标', text: '召开项目启动会，对照建设方案分解任务，明确责任人和时间表。' }
  const awardee = as(people.universities[0])
  const picture = await upload(awardee, `/awards/${first.id}/files`, {}, pngFile('启动会现场.png', [150, 60, 50], 320))
  await awardee.done('POST', `/awards/${first.id}/posts`, { body: { title: post.title, text: post.text, files: [picture.id] } })
  await settled()
  return {
    batch,
    title,
    notice: { id: notice.id, title: noticeTitle },
    approver: approver.email,
    awards: [first, ...awards.filter(({ id }) => id !== first.id)],
    post,
  }
}

/** A unit recommends all that lies with it, and confirms its lists with their stamped scans. */
async function endorse(caller: Caller, batch: string, unit: string): Promise<void> {
  await recommendAll(caller, batch, unit)
  for (const { category, used } of await listsOf(caller, batch, unit)) if (used > 0) await confirmList(caller, batch, unit, category)
}
