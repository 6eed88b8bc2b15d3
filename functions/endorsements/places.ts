import type { Places } from '../../shared/endorsements/rules.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { toldLimit } from '../../shared/quotas/limits.ts'
import type { Level } from '../../shared/submissions/schema.ts'
import { environment } from '../aws/environment.ts'
import { type Key, key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'

/** Where a unit's recommendations in a category are counted: on its quota, or, where it has none, on a row without a limit. */
export type Counter = { key: Key; limited: boolean; places: Places }

/** The counter of a unit as it stands. A level that takes no place is counted apart from the quota, because its list is confirmed too. */
export async function counterOf(
  batch: string,
  category: string,
  { unit, takesPlace }: Pick<Level, 'unit' | 'takesPlace'>,
): Promise<Counter> {
  const quotaKey = key.quota(batch, unit.id, category)
  const freeKey = key.uncounted(batch, unit.id, category)
  const [quota, free] = await table.getMany([quotaKey, freeKey])
  if (takesPlace && quota) {
    const { limit, ...rest } = quota as Places
    const told = toldLimit(limit)
    return { key: quotaKey, limited: true, places: { ...rest, ...(told !== undefined && { limit: told }) } }
  }
  return { key: freeKey, limited: false, places: (free ?? {}) as Places }
}

const update = (wanted: Key, expression: string, condition: string, values: Record<string, unknown>, otherwise: Refusal): Write => ({
  item: {
    Update: {
      TableName: environment().TABLE_NAME,
      Key: wanted,
      UpdateExpression: expression,
      ConditionExpression: condition,
      ExpressionAttributeValues: values,
    },
  },
  otherwise,
})

/** One more recommendation, while a place is left and the list is not confirmed. */
export const takePlace = ({ key: wanted, limited, places }: Counter): Write =>
  limited
    ? writes.take(wanted, refuse('quota.full', { limit: places.limit ?? 0 }))
    : update(wanted, 'ADD used :one, changes :one', 'attribute_not_exists(confirmedAt)', { ':one': 1 }, refuse('changed-meanwhile'))

/** One less, while the list is not confirmed. */
export const freePlace = ({ key: wanted, limited }: Counter): Write =>
  limited
    ? writes.giveBack(wanted, refuse('changed-meanwhile'))
    : update(
        wanted,
        'ADD used :less, changes :one',
        'used > :none AND attribute_not_exists(confirmedAt)',
        { ':less': -1, ':one': 1, ':none': 0 },
        refuse('changed-meanwhile'),
      )

/** Closes the counter: from now on nothing is recommended or taken back. Holds only while nothing was since the list was read. */
export const closeCounter = ({ key: wanted, places }: Counter, at: string): Write =>
  update(
    wanted,
    'SET confirmedAt = :at',
    `attribute_not_exists(confirmedAt) AND ${places.changes === undefined ? 'attribute_not_exists(changes)' : 'changes = :changes'}`,
    { ':at': at, ...(places.changes !== undefined && { ':changes': places.changes }) },
    refuse('changed-meanwhile'),
  )

export const openCounter = ({ key: wanted }: Counter): Write => ({
  item: {
    Update: {
      TableName: environment().TABLE_NAME,
      Key: wanted,
      UpdateExpression: 'REMOVE confirmedAt',
      ConditionExpression: 'attribute_exists(confirmedAt)',
    },
  },
  otherwise: refuse('changed-meanwhile'),
})
