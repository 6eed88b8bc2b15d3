import type { Batch } from '../../shared/batches/schema.ts'
import type { MailKey } from '../../shared/mails/catalogue.ts'
import type { BatchSentences, Sentences } from '../../shared/mails/sentences.ts'
import { templateOf } from '../../shared/templates/index.ts'
import { type Key, key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** The sentences that the host has set in place of those of the call. */
export type MailsRow = Key & { mails: BatchSentences }

export const ownSentences = async (batch: string): Promise<BatchSentences> => (await table.get<MailsRow>(key.mails(batch)))?.mails ?? {}

/** Which sentences a mail about a batch is written with: the host's, then the call's. One read for both. */
export async function sentencesFor(id: string, mail: MailKey): Promise<(Sentences | undefined)[]> {
  const [own, row] = await table.getMany([key.mails(id), key.batch(id)], false)
  const batch = row as unknown as Batch | undefined
  const call = batch && templateOf(batch.template.key, batch.template.version)
  return [(own as unknown as MailsRow | undefined)?.mails[mail], call?.mails[mail]]
}
