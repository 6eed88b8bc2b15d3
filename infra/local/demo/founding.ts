import { Person } from '../play/person.ts'

/** Somebody of the demo, and how one becomes them: by a password, or by the link in a mail, whose place on this machine `mail` names. */
export type Account = { role: string; email: string } & ({ password: string } | { mail: string })
/** The password of all demo accounts; the demo is on this machine only. */
export const demoPassword = 'Shuren-Demo-2026'
export const officeEmail = 'office@demo.example'

/** Founds the national office of an empty platform and lets its first administrator accept the invitation. */
export async function foundPlatform(origin: string): Promise<Account> {
  const { found } = await import('../../../functions/people/founding.ts')
  const founded = await found({ title: '演示·全国主管单位', name: '演示·李老师', email: officeEmail })
  if (!founded.ok) throw new Error(`the national office could not be founded: ${founded.code}`)
  const office = new Person(origin, officeEmail, demoPassword)
  await office.done('POST', '/invitations/accept', { body: { token: founded.value.token, password: demoPassword } })
  return { role: '全国主管单位 National office', email: officeEmail, password: demoPassword }
}
