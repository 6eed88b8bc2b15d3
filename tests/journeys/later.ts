import { localTime } from '../../infra/local/play/time.ts'
import { callerFor } from './past.ts'
import { type Person, sessionCookie } from './people.ts'

/** The world's clock, which is ahead of this machine's once a journey has moved it. */
export const clockOf = async (origin: string): Promise<number> => (await localTime(origin).now()).getTime()

/** Days go by until a moment, and all that was due on the way happens. A moved clock ends every session: whoever acts afterwards comes `again`. */
export const later = (origin: string, moment: string) => localTime(origin).to(new Date(Date.parse(moment) + 1000).toISOString())

/** Somebody whose session may have ended, signed in by the link of a mail where it has. */
export async function again(origin: string, person: Person): Promise<Person> {
  const caller = callerFor(origin, person)
  caller.cookie = `${sessionCookie}=${person.token}`
  await caller.done('GET', '/me')
  return { ...person, token: caller.cookie.slice(sessionCookie.length + 1) }
}
