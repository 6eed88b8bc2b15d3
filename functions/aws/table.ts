import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import type { By, Fact } from '../../events/catalogue.ts'
import { groupOf } from '../../shared/batches/record.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { pick } from '../../shared/pick.ts'
import { link } from './chain.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { documents } from './dynamo.ts'
import { environment } from './environment.ts'
import { type Key, key, partition } from './keys.ts'
import { assignments, type Condition, keyOf, type Write } from './writes.ts'

export type Row = Key & Record<string, unknown>
/** A row that states something over time: `seq` counts its events, `chain` is the hash of the last one. */
export type Head = Key & { seq: number; chain: string }

/** A head that moves: the fact that says so, and the attributes that change with it. `head` is null when the fact creates it. */
export type Move = {
  key: Key
  /** A notice's, an objection's and an award's name their batch. */
  head: (Head & { batch?: string }) | null
  fact: Fact
  set?: Record<string, unknown>
  remove?: readonly string[]
  /** Tells events of one request apart when it moves several heads of one partition by facts of one type. */
  event?: string
  /** What must hold of the row beside being as it was read (a counter that others move). */
  when?: Condition
}
/** Who does it, when (server receive time), and under which idempotency key. */
export type Doing = { by: By; at: string; request: string }

const TableName = () => environment().TABLE_NAME
const attempts = 8
const pause = (attempt: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(400, 12 * 2 ** attempt)))

export const table = {
  async get<R>(wanted: Key, consistent = true): Promise<R | undefined> {
    const { Item } = await documents.send(new GetCommand({ TableName: TableName(), Key: keyOf(wanted), ConsistentRead: consistent }))
    return Item as R | undefined
  },

  /** The rows of these keys in the order asked; a hundred distinct ones in each round trip. */
  async getMany(wanted: readonly Key[], consistent = true): Promise<(Row | undefined)[]> {
    const distinct = [...new Map(wanted.map(({ pk, sk }) => [`${pk}\n${sk}`, { pk, sk }])).values()]
    const found = new Map<string, Row>()
    for (let i = 0; i < distinct.length; i += keysAtOnce)
      for (const row of await readBatch(distinct.slice(i, i + keysAtOnce), consistent)) found.set(`${row.pk}\n${row.sk}`, row)
    return wanted.map(({ pk, sk }) => found.get(`${pk}\n${sk}`))
  },

  /** One page of a partition, or of an index. `begins` and `between` narrow the sort key. The cursor is opaque and bound to the partition. */
  async query<R = Row>(asked: {
    pk: string
    index?: 'lists' | 'owned'
    begins?: string
    between?: readonly [string, string]
    limit?: number
    cursor?: string
    reverse?: boolean
    consistent?: boolean
  }): Promise<{ rows: R[]; cursor?: string }> {
    const [pkName, skName] = keyNames(asked.index)
    const range = asked.between ? ' AND #sk BETWEEN :from AND :until' : asked.begins !== undefined ? ' AND begins_with(#sk, :begins)' : ''
    const input: QueryCommandInput = {
      TableName: TableName(),
      IndexName: asked.index,
      KeyConditionExpression: `#pk = :pk${range}`,
      ExpressionAttributeNames: { '#pk': pkName, ...(range && { '#sk': skName }) },
      ExpressionAttributeValues: {
        ':pk': asked.pk,
        ...(asked.between
          ? { ':from': asked.between[0], ':until': asked.between[1] }
          : asked.begins !== undefined && { ':begins': asked.begins }),
      },
      Limit: asked.limit,
      ScanIndexForward: !asked.reverse,
      ConsistentRead: asked.index ? undefined : asked.consistent,
      ExclusiveStartKey: asked.cursor ? decodeCursor(asked.cursor, asked.pk) : undefined,
    }
    const { Items = [], LastEvaluatedKey } = await documents.send(new QueryCommand(input))
    return { rows: Items as R[], cursor: LastEvaluatedKey && encodeCursor(LastEvaluatedKey, asked.pk) }
  },

  /** The cursor that goes on behind a row of a query. */
  after: (row: Row, { pk, index }: { pk: string; index?: 'lists' | 'owned' }): string =>
    encodeCursor(pick(row, ['pk', 'sk', ...(index ? keyNames(index) : [])]), pk),

  /** All rows of a partition; only for partitions that are small by rule (a submission, a batch's head rows, one category). */
  async all<R = Row>(asked: { pk: string; index?: 'lists' | 'owned'; begins?: string; consistent?: boolean }): Promise<R[]> {
    const rows: R[] = []
    let cursor: string | undefined
    do {
      const page = await this.query<R>({ ...asked, cursor })
      rows.push(...page.rows)
      cursor = page.cursor
    } while (cursor)
    return rows
  },

  /**
   * Everything or nothing: the heads move, their events are recorded, the other rows are written.
   * Refuses `changed-meanwhile` when a head is no longer as it was read; answers accepted when this very request was done before.
   */
  async commit(doing: Doing, moves: readonly Move[], also: readonly Write[] = []): Promise<Outcome<{ repeated: boolean }>> {
    return write([...also, ...moves.flatMap((move) => moveWrites(doing, move))])
  },

  /** Writes without an event: for what is no change of state (a draft's section, a session's last sign of life). */
  async write(...writes: readonly Write[]): Promise<Outcome<{ repeated: boolean }>> {
    return write(writes)
  },

  /** A row that stands for itself and may be written again (list rows kept by reactions, sessions). */
  async put(row: Row): Promise<void> {
    await documents.send(new PutCommand({ TableName: TableName(), Item: row }))
  },
  async remove(unwanted: Key): Promise<void> {
    await documents.send(new DeleteCommand({ TableName: TableName(), Key: keyOf(unwanted) }))
  },

  /** Whether a request has already been carried out on this thing; asked only before a refusal is answered. */
  async done(pk: string, request: string): Promise<boolean> {
    const { rows } = await this.query({ pk, begins: `EVENT#${request}.`, limit: 1, consistent: true })
    return rows.length > 0
  },
}

const keyNames = (index?: 'lists' | 'owned') =>
  index === 'lists' ? (['listPk', 'listSk'] as const) : index === 'owned' ? (['ownerPk', 'ownerSk'] as const) : (['pk', 'sk'] as const)

/** As many keys as the database reads in one call. */
const keysAtOnce = 100

/** The rows of up to a hundred distinct keys, however often the database hands some back unread. */
async function readBatch(keys: readonly Key[], consistent: boolean): Promise<Row[]> {
  const rows: Row[] = []
  let ask: Record<string, unknown>[] = [...keys]
  for (let attempt = 0; ask.length > 0; attempt++) {
    if (attempt > 0) await pause(attempt)
    if (attempt === attempts) throw new Busy()
    const answer = await documents.send(new BatchGetCommand({ RequestItems: { [TableName()]: { Keys: ask, ConsistentRead: consistent } } }))
    rows.push(...((answer.Responses?.[TableName()] ?? []) as Row[]))
    ask = answer.UnprocessedKeys?.[TableName()]?.Keys ?? []
  }
  return rows
}

/** The database could not carry this out in the time a request has; nothing was written. Answered as `busy`. */
export class Busy extends Error {}

/** Where an event stands among others: by its time, then by its place in its chain. */
export const placeInRecord = ({ at, seq, hash }: { at: string; seq: number; hash: string }) =>
  `${at} ${String(seq).padStart(8, '0')} ${hash}`

/** The batch in whose record a fact stands: one about the batch itself, its sheets, its notices or its awards. */
function recordedIn({ key: { pk }, head, fact, set }: Move): string | undefined {
  const [, batch] = /^BATCH#([^#]+)(?:#DECISIONS#.+)?$/.exec(pk) ?? []
  if (batch !== undefined || !(pk.startsWith('NOTICE#') || 'award' in fact)) return batch
  const of = head?.batch ?? set?.batch
  if (typeof of !== 'string') throw new Error(`${fact.type} of a notice or an award without a batch`)
  return of
}

/** Events lie with their thing in the order of their requests: where one is listed, so that the record of a batch can be read in the order of time, page by page. */
function placed(move: Move, place: string) {
  const batch = recordedIn(move)
  return batch === undefined ? {} : { listPk: partition.record(batch, groupOf(move.fact.type)), listSk: place }
}

function moveWrites(doing: Doing, move: Move): Write[] {
  const { key: wanted, head, fact, set = {}, remove, event: name, when } = move
  const seq = (head?.seq ?? 0) + 1
  const event = { ...fact, seq, at: doing.at, by: doing.by, of: `${wanted.pk}/${wanted.sk}`, request: doing.request }
  const previous = head?.chain ?? ''
  const chain = link(previous, event)
  const { names, values, expression } = assignments({ ...set, seq, chain }, remove)
  const changed = refuse('changed-meanwhile')
  return [
    head === null
      ? {
          item: {
            Put: { TableName: TableName(), Item: { ...set, ...wanted, seq, chain }, ConditionExpression: 'attribute_not_exists(pk)' },
          },
          otherwise: changed,
        }
      : {
          item: {
            Update: {
              TableName: TableName(),
              Key: { pk: wanted.pk, sk: wanted.sk },
              UpdateExpression: expression,
              ConditionExpression: when ? `#seq = :read AND (${when.expression})` : '#seq = :read',
              ExpressionAttributeNames: { ...names, ...when?.names, '#seq': 'seq' },
              ExpressionAttributeValues: { ...values, ...when?.values, ':read': head.seq },
            },
          },
          otherwise: changed,
        },
    {
      item: {
        Put: {
          TableName: TableName(),
          Item: {
            ...key.event(wanted.pk, doing.request, name ? `${fact.type}.${name}` : fact.type),
            kind: 'event',
            ...event,
            ...placed(move, placeInRecord({ ...event, hash: chain })),
            prev: previous,
            hash: chain,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      otherwise: 'done',
    },
  ]
}

async function write(list: readonly Write[]): Promise<Outcome<{ repeated: boolean }>> {
  for (let attempt = 0; ; attempt++) {
    try {
      await documents.send(new TransactWriteCommand({ TransactItems: list.map(({ item }) => item) }))
      return accept({ repeated: false })
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code)
      const failed = list.filter((_, i) => codes[i] === 'ConditionalCheckFailed')
      if (failed.some(({ otherwise }) => otherwise === 'done')) return accept({ repeated: true })
      const refusal = failed[0]?.otherwise
      if (refusal && refusal !== 'done') return refusal
      const contended = codes.some(
        (code) => code === 'TransactionConflict' || code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded',
      )
      if (!contended) throw error
      if (attempt === attempts) throw new Busy()
      await pause(attempt)
    }
  }
}
