import { importSheet } from './office.ts'
import { Person } from './person.ts'
import { inParallel } from './time.ts'

export type UnitSeen = { id: string; name: string; kind: string; code?: string; path: string[]; province?: string }

/** All units right below one. */
export const unitsBelow = (person: Person, organisation: string): Promise<UnitSeen[]> =>
  person.rows(`/organisations/${organisation}/below?limit=100`)

export type AccountWanted = { code: string; email: string; name: string; roles: readonly string[]; password?: string }

/** Opens accounts from a sheet, as an office does, and lets each person accept the invitation of the mail. */
export async function openAccounts(
  office: Person,
  organisation: string,
  wanted: readonly AccountWanted[],
  concurrency: number,
): Promise<Map<string, Person>> {
  const sheet = [
    'code,email,name,roles',
    ...wanted.map(({ code, email, name, roles }) => `${code},${email},${name},${roles.join(' ')}`),
  ].join('\n')
  const plan = await importSheet(office, organisation, 'accounts/import', Buffer.from(sheet))
  if (plan.problemCount > 0) throw new Error(`${plan.problemCount} rows of the sheet of accounts were refused`)
  const people = new Map<string, Person>()
  await inParallel(wanted, concurrency, async ({ email, password }) => {
    people.set(email, await new Person(office.origin, email, password).accept())
  })
  return people
}

/** Enters a unit below another and gives it one person with all roles of an officer. */
export async function unitWithPerson(
  admin: Person,
  above: string,
  unit: { kind: string; name: string },
  someone: { email: string; name: string; password?: string },
): Promise<{ id: string; person: Person }> {
  const { id } = await admin.done<{ id: string }>('POST', `/organisations/${above}/below`, { body: unit })
  await admin.done('POST', `/organisations/${id}/members`, {
    body: { email: someone.email, name: someone.name, roles: ['administrator', 'operator', 'approver'] },
  })
  return { id, person: await new Person(admin.origin, someone.email, someone.password).accept() }
}
