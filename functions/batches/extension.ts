import type { Extension } from '../../shared/batches/schema.ts'
import { type Key, key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'

/** The extension that the host keeps ready, if it does. */
export async function extension(batch: string): Promise<Extension | null> {
  const row = await table.get<Key & { prepared: Extension }>(key.extension(batch), false)
  return row?.prepared ?? null
}

export const preparedWrite = (batch: string, prepared: Extension | null): Write =>
  prepared ? writes.put({ ...key.extension(batch), prepared }) : writes.remove(key.extension(batch))
