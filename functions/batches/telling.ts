import type { OrganisationKind } from '../../shared/organisations/kinds.ts'
import type { Membership } from '../../shared/people/schema.ts'
import type { Role } from '../../shared/permissions/actors.ts'
import { standsBelow } from '../../shared/quotas/rules.ts'
import { type Job, send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { tree } from './tree.ts'

export type Telling = Extract<Job, { job: 'tell' }>
const told: readonly Role[] = ['administrator', 'operator']
/** Units of one message; the next message goes on from there, so that none takes long. */
const unitsAtOnce = 50
const membersAtOnce = 100

/**
 * Tells the people of the units below one, page by page: those who administer or operate a unit of one of the kinds get the mail, and
 * units that have such units below them are walked in messages of their own.
 */
export async function tellBelow(job: Telling): Promise<void> {
  const { rows, cursor } = await tree.pageBelow(job.unit, job.cursor, unitsAtOnce)
  for (const { id, kind, summary } of rows) {
    if (summary.state !== 'active') continue
    if (job.kinds.includes(kind)) await mailMembers(id, job)
    if (job.kinds.some((each) => standsBelow(each as OrganisationKind, kind))) await send({ ...job, unit: id, cursor: undefined })
  }
  if (cursor) await send({ ...job, cursor })
}

/** Mails those who administer or operate a unit. The mail's id follows from the fact and the person, so that a repeat is recognised. */
export async function mailMembers(
  unit: string,
  { id, mail, data, batch }: Pick<Telling, 'id' | 'mail' | 'data'> & { batch?: string },
): Promise<void> {
  let cursor: string | undefined
  do {
    const page = await table.query<Membership>({ pk: key.organisation(unit).pk, begins: 'MEMBER#', limit: membersAtOnce, cursor })
    for (const { person, name, email, state, roles } of page.rows)
      if (state === 'active' && roles.some((role) => told.includes(role)))
        await send({ job: 'mail', mail, to: email, id: `${id}.${unit}.${person}`, data: { ...data, name }, batch })
    cursor = page.cursor
  } while (cursor)
}
