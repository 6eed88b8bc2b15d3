import { bareAddress, type Returned } from '../../shared/mails/returns.ts'
import type { Doing } from '../aws/table.ts'
import { participants } from './store.ts'

/**
 * An expert's address did not take a mail, or its reader complained of it: the office sees it beside the expert, once however often the mail is tried. What
 * comes back from an address that the office has corrected meanwhile concerns nobody.
 */
export async function noteBounce(about: { batch: string; expert: string }, to: string, returned: Returned, doing: Doing): Promise<void> {
  const participant = await participants.get(about.batch, about.expert)
  if (!participant || bareAddress(participant.email) !== bareAddress(to)) return
  const { why, said = why } = returned
  const noted = await participants.bounced(participant, { reason: said, complaint: why === 'spam' }, doing)
  if (!noted.ok) throw new Error(`a mail that came back was not noted: ${noted.code}`)
}
