import type { About, Returned } from '../../shared/mails/returns.ts'
import type { Doing } from '../aws/table.ts'
import { members } from '../people/members.ts'
import { noteBounce } from '../reviews/bounces.ts'

/** Records that a mail came back where whoever sent it will see it: beside the expert, or beside the person who was invited into a unit. Said twice, it stands once. */
export async function noteReturn(about: About, to: string, returned: Returned, doing: Doing): Promise<void> {
  if ('expert' in about) return noteBounce(about, to, returned, doing)
  const noted = await members.bounced(about, to, returned, doing)
  if (!noted.ok) throw new Error(`an invitation that came back was not noted: ${noted.code}`)
}
