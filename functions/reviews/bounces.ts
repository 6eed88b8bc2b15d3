import type { Doing } from '../aws/table.ts'
import { participants } from './store.ts'

/** An expert's address did not take a mail: the office sees it beside the expert, once however often the mail is tried. */
export async function noteBounce(about: { batch: string; expert: string }, reason: string, doing: Doing): Promise<void> {
  const participant = await participants.get(about.batch, about.expert)
  if (participant) await participants.bounced(participant, reason, doing)
}
