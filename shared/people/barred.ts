import type { Organisation } from '../organisations/schema.ts'
import { type Refusal, refuse } from '../outcome.ts'
import type { Membership } from './schema.ts'

export type Place = { member: Pick<Membership, 'state'>; unit: Pick<Organisation, 'name' | 'state'> }

/**
 * Why somebody who has proved who they are cannot sign in, and whom to ask: suspended in a unit that works, else their unit was closed, else they belong to none. Told only
 * after the right password or in a mail to their own address; to anybody else a known address stays like an unknown one.
 */
export function barred(places: readonly Place[]): Refusal {
  const suspended = places.find(({ member, unit }) => member.state === 'suspended' && unit.state === 'active')
  if (suspended) return refuse('sign-in.suspended', { unit: suspended.unit.name })
  const closed = places.find(({ member, unit }) => member.state !== 'left' && unit.state === 'closed')
  return closed ? refuse('sign-in.unit-closed', { unit: closed.unit.name }) : refuse('sign-in.no-unit')
}
