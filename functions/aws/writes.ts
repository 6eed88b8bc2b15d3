import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Refusal } from '../../shared/outcome.ts'
import { environment } from './environment.ts'
import type { Key } from './keys.ts'
import type { Row } from './table.ts'

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
/** A write, and what to answer when its condition does not hold; `done` when that means this very request was carried out before. */
export type Write = { item: TransactItem; otherwise: Refusal | 'done' }
export type Condition = { expression: string; names?: Record<string, string>; values?: Record<string, unknown> }

const TableName = () => environment().TABLE_NAME

/** A row may stand for its key. */
export const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk })

/** Writes to rows beside the heads. Each says what a failed condition means. */
export const writes = {
  put: (row: Row): Write => ({ item: { Put: { TableName: TableName(), Item: row } }, otherwise: 'done' }),
  putNew: (row: Row, otherwise: Write['otherwise']): Write => ({
    item: { Put: { TableName: TableName(), Item: row, ConditionExpression: 'attribute_not_exists(pk)' } },
    otherwise,
  }),
  /** Puts a row whose `version` must still be the one that was read (0: it must not exist yet). */
  putVersion: (row: Row & { version: number }, otherwise: Refusal): Write => ({
    item: {
      Put: {
        TableName: TableName(),
        Item: row,
        ConditionExpression: row.version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
        ...(row.version > 1 && {
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': row.version - 1 },
        }),
      },
    },
    otherwise,
  }),
  remove: (unwanted: Key): Write => ({ item: { Delete: { TableName: TableName(), Key: keyOf(unwanted) } }, otherwise: 'done' }),
  /** The row must not exist (a bar, a closed list). */
  absent: (unwanted: Key, otherwise: Refusal): Write => ({
    item: { ConditionCheck: { TableName: TableName(), Key: keyOf(unwanted), ConditionExpression: 'attribute_not_exists(pk)' } },
    otherwise,
  }),
  /** Sets attributes of a row when a condition holds; where there is nothing to set, the condition must hold all the same: the database refuses an update of nothing. */
  update: (
    wanted: Key,
    set: Record<string, unknown>,
    when: { expression: string; names?: Record<string, string>; values?: Record<string, unknown>; remove?: readonly string[] },
    otherwise: Write['otherwise'],
  ): Write => {
    const { expression, names, values } = assignments(set, when.remove)
    if (expression === '') return writes.check(wanted, when, otherwise)
    return {
      item: {
        Update: {
          TableName: TableName(),
          Key: keyOf(wanted),
          UpdateExpression: expression,
          ConditionExpression: when.expression,
          ExpressionAttributeNames: { ...names, ...when.names },
          ...(Object.keys({ ...values, ...when.values }).length > 0 && { ExpressionAttributeValues: { ...values, ...when.values } }),
        },
      },
      otherwise,
    }
  },
  /** The row must be so, though nothing of it changes. */
  check: (wanted: Key, when: Condition, otherwise: Write['otherwise']): Write => ({
    item: {
      ConditionCheck: {
        TableName: TableName(),
        Key: keyOf(wanted),
        ConditionExpression: when.expression,
        ...(when.names && { ExpressionAttributeNames: when.names }),
        ...(when.values && { ExpressionAttributeValues: when.values }),
      },
    },
    otherwise,
  }),
  /** Adds to counters of a row while `when` holds: without it the row must exist, with `null` it is made if need be. Absent counters start from none. */
  add: (
    wanted: Key,
    by: Record<string, number>,
    otherwise: Write['otherwise'],
    when: Condition | null = { expression: 'attribute_exists(pk)' },
  ): Write => {
    const counters = Object.entries(by).filter(([, amount]) => amount !== 0)
    return {
      item: {
        Update: {
          TableName: TableName(),
          Key: keyOf(wanted),
          UpdateExpression: `ADD ${counters.map((_, i) => `#c${i} :c${i}`).join(', ')}`,
          ...(when && { ConditionExpression: when.expression }),
          ExpressionAttributeNames: { ...Object.fromEntries(counters.map(([name], i) => [`#c${i}`, name])), ...when?.names },
          ExpressionAttributeValues: { ...Object.fromEntries(counters.map(([, amount], i) => [`:c${i}`, amount])), ...when?.values },
        },
      },
      otherwise,
    }
  },
  /** Takes one place of a quota: holds only while a place is left and the unit's list is not confirmed. `changes` tells whether the list is still as it was read. */
  take: (quota: Key, otherwise: Refusal): Write => ({
    item: {
      Update: {
        TableName: TableName(),
        Key: keyOf(quota),
        UpdateExpression: 'SET used = used + :one ADD changes :one',
        ConditionExpression: 'used < #limit AND attribute_not_exists(confirmedAt)',
        ExpressionAttributeNames: { '#limit': 'limit' },
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
    otherwise,
  }),
  /** Gives a taken place back, unless the list is confirmed. */
  giveBack: (quota: Key, otherwise: Refusal): Write => ({
    item: {
      Update: {
        TableName: TableName(),
        Key: keyOf(quota),
        UpdateExpression: 'SET used = used - :one ADD changes :one',
        ConditionExpression: 'used > :none AND attribute_not_exists(confirmedAt)',
        ExpressionAttributeValues: { ':one': 1, ':none': 0 },
      },
    },
    otherwise,
  }),
}

/** The attributes of a row that are set and removed, as the database wants to be told. A name with a dot is that of a part: `summary.title`. */
export function assignments(set: Record<string, unknown>, remove: readonly string[] = []) {
  const entries = Object.entries(set).filter(([, value]) => value !== undefined)
  const names: Record<string, string> = {}
  const values: Record<string, unknown> = {}
  const placed = entries.map(([name, value], i) => {
    values[`:s${i}`] = value
    const parts = name.split('.').map((part, j) => {
      const called = j === 0 ? `#s${i}` : `#s${i}p${j}`
      names[called] = part
      return called
    })
    return `${parts.join('.')} = :s${i}`
  })
  remove.forEach((name, i) => {
    names[`#r${i}`] = name
  })
  const sets = placed.join(', ')
  const removes = remove.map((_, i) => `#r${i}`).join(', ')
  return { names, values, expression: [sets && `SET ${sets}`, removes && `REMOVE ${removes}`].filter(Boolean).join(' ') }
}
