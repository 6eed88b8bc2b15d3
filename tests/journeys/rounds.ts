import { ulid } from 'ulid'
import { Guest, Person as Player } from '../../infra/local/play/person.ts'
import { registerExperts, reviewAll } from '../../infra/local/play/reviewing.ts'
import { localTime } from '../../infra/local/play/time.ts'
import type { StagePlan } from '../../shared/batches/schema.ts'
import { handUp, openBatch } from './calls.ts'
import { clockOf, later } from './later.ts'
import { done, type Person, sessionCookie } from './people.ts'
import type { World } from './world.ts'

/** A person of the world as the parts that play a call know one. */
export function playing(origin: string, person: Person): Player {
  const player = new Player(origin, '')
  player.cookie = `${sessionCookie}=${person.token}`
  return player
}

type Round = {
  title: string
  category: string
  /** Which of the world's universities hand in. */
  from: number
  count: number
  places?: number
  settings?: Record<string, unknown>
  /** Days until collecting ends; the stages after it end a day later each. */
  lasting?: number
}

/** A batch of the national office whose submissions have been recommended on all levels and found qualified: experts may review them. */
export async function openReview(world: World, { title, category, from, count, places = 2, settings = {}, lasting = 20 }: Round) {
  const { origin, national, province } = world
  const batch = await openBatch(origin, national, title, await clockOf(origin), 'jingpin-2024', {
    categories: [{ key: category, on: true, places }],
    settings,
    lasting,
  })
  const submissions = await Promise.all(
    world.universities.slice(from, from + count).map(async (university, i) => {
      const { id, path } = await handUp(origin, university, batch, category, from + i)
      await done(origin, province, `${path}/recommend`, { body: { opinion: '经省级审核，同意推荐。' }, key: ulid() })
      return id
    }),
  )
  await done(origin, national, `/batches/${batch}/screening`, { body: { submissions, outcome: 'qualified' } })
  await localTime(origin).settle()
  return { batch, submissions }
}

/** A batch comes to its deliberation: collecting and endorsing close at once, and the host ends what it has to do before. */
export async function toDeliberation(origin: string, host: Person, batch: string): Promise<void> {
  const { stages } = (await done(origin, host, `/batches/${batch}`)) as { stages: StagePlan[] }
  const reason = '演示：提前结束'
  const of = (...kinds: StagePlan['kind'][]) => stages.filter(({ on, kind }) => on && kinds.includes(kind))
  for (const { key } of of('collect', 'endorse'))
    await done(origin, host, `/batches/${batch}/stages/${key}/deadline`, { body: { closes: 'now', reason } })
  await later(origin, new Date((await clockOf(origin)) + 180_000).toISOString())
  for (const { key } of of('screen', 'review')) {
    await done(origin, host, `/batches/${batch}/stages/${key}/leave`, { body: { reason } })
    await localTime(origin).settle()
  }
}

export type Expert = { id: string; name: string; email: string; guest: Guest }

/** Experts who were invited to a batch and have accepted through the link of their mail. */
export async function convene(world: World, batch: string, names: readonly string[], national = world.national): Promise<Expert[]> {
  const { origin } = world
  const office = playing(origin, national)
  const known = names.map((name) => ({ name: `演示·${name}`, email: `${ulid().toLowerCase()}@example.org`, unit: '演示出版社' }))
  const ids = await registerExperts(office, national.unit.id, known)
  await office.done('POST', `/batches/${batch}/experts`, { body: { experts: ids } })
  return Promise.all(
    known.map(async ({ name, email }, i) => {
      const guest = await Guest.byMail(origin, email, batch)
      await guest.done('POST', `/batches/${batch}/desk/accept`)
      return { id: ids[i] ?? '', name, email, guest }
    }),
  )
}

/** All experts review all that was assigned to them; `share` from 0 to 1 says how good a submission is found. */
export const scoreAll = (batch: string, experts: readonly Expert[], share: (submission: string) => number) =>
  Promise.all(experts.map(({ guest }) => reviewAll(guest, batch, share)))
