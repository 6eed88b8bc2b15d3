import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { attempts } from './attempts.ts'
import { openSignInLink } from './invitations.ts'
import { verifyPassword } from './passwordHash.ts'
import { addressHash, type EmailRow, type PersonRow } from './rows.ts'
import { type SignInFrom, sessions } from './sessions.ts'

/** A row that nobody has, read where an address is unknown so that both ways take the same steps. */
const nobody = '00000000000000000000000000'

/** Signs in by password. Known and unknown addresses take the same steps, the same time, and get the same answers until the password is right; who is active nowhere is then told why. */
export async function signInByPassword(
  email: string,
  password: string,
  doing: Doing,
  from: SignInFrom,
): Promise<Outcome<{ token: string }>> {
  const tried = await tryPassword(email, password, doing)
  if (!tried.ok) return tried
  const opened = await sessions.open(tried.value.person, 'password', doing.at, from, [attempts.forget(addressHash(email))])
  // The password was right: who may not come in for another reason is not locked out by asking again.
  if (!opened.ok) await table.write(attempts.forget(addressHash(email)))
  return opened
}

/** Whether this is the password of the person with this address; every try counts towards locking the address. */
export async function tryPassword(email: string, password: string, doing: Doing): Promise<Outcome<{ person: string }>> {
  const { at, request } = doing
  const address = addressHash(email)
  const begun = await attempts.begin(address, at)
  if (!begun.ok) return begun
  const known = await table.get<EmailRow>(key.email(address))
  const person = await table.get<PersonRow>(key.person(known?.person ?? nobody))
  if ((await verifyPassword(password, person?.password)) && person) return accept({ person: person.id })
  const failed = await attempts.fail(address, at, at)
  if (!failed.ok) return failed
  if (failed.value.until) await send({ job: 'lockout', email, until: failed.value.until, id: request, at })
  return refuse('sign-in.failed')
}

/** Signs in by the link of a mail, once; that also ends a lock on the address. */
export async function signInByLink(secret: string, doing: Doing, from: SignInFrom): Promise<Outcome<{ token: string }>> {
  const opened = await openSignInLink(secret, doing.at)
  if (!opened.ok) return opened
  const person = await table.get<PersonRow>(key.person(opened.value.person))
  if (!person) return refuse('sign-in.link-spent')
  return sessions.open(person.id, 'link', doing.at, from, [opened.value.spend, attempts.forget(addressHash(person.email))])
}
