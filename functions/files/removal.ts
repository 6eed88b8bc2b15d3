import { mayRemove } from '../../shared/files/rules.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { environment } from '../aws/environment.ts'
import { drop, dropParts } from '../aws/files.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import type { Write } from '../aws/writes.ts'
import { frozenFiles } from './reading.ts'
import { objectOf } from './slots.ts'

/**
 * Removes a file of a draft. The count of saves moves with it, so that whoever hands in at this moment freezes either with the file or without it; the row stays for the
 * chain of its events, the bytes go. Parts that were sent go first: the row alone knows of them, and once it is written over nothing could drop them any more.
 */
export async function removeFile(row: FileRow, doing: Doing): Promise<Outcome<{ file: string }>> {
  if (row.state === 'removed') return refuse('not-found')
  const may = mayRemove(row, await frozenFiles(row.of))
  if (!may.ok) return may
  if (row.upload) await dropParts(objectOf(row), row.upload)
  const saved = await table.commit(
    doing,
    [
      {
        key: { pk: row.pk, sk: row.sk },
        head: row,
        fact: { type: 'file.removed', submission: row.of, file: row.id },
        set: { state: 'removed' },
        remove: ['object', 'upload', 'parts'],
      },
    ],
    [countSave(row.of)],
  )
  if (!saved.ok) return saved
  await drop(row.object ?? objectOf(row))
  return accept({ file: row.id })
}

const countSave = (submission: string): Write => ({
  item: {
    Update: {
      TableName: environment().TABLE_NAME,
      Key: key.draft(submission),
      UpdateExpression: 'ADD #saves :one',
      ConditionExpression: '#editable = :yes',
      ExpressionAttributeNames: { '#saves': 'saves', '#editable': 'editable' },
      ExpressionAttributeValues: { ':one': 1, ':yes': true },
    },
  },
  otherwise: refuse('changed-meanwhile'),
})
