import { ulid } from 'ulid'
import { Person as Player } from '../../infra/local/play/person.ts'
import { localTime } from '../../infra/local/play/time.ts'
import { handUp, openBatch } from './calls.ts'
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
}

/** A batch of the national office whose submissions have been recommended on all levels and found qualified: experts may review them. */
export async function openReview(world: World, { title, category, from, count, places = 2, settings = {} }: Round) {
  const { origin, national, province } = world
  const batch = await openBatch(origin, national, title, await clockOf(origin), 'jingpin-2024', {
    categories: [{ key: category, on: true, places }],
    settings,
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

const clockOf = async (origin: string): Promise<number> => (await localTime(origin).now()).getTime()
