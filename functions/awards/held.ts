import type { Award, Obligation, Post } from '../../shared/awards/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'

const present = (rows: readonly unknown[]): Award[] => (rows as (Award | undefined)[]).filter((award) => award !== undefined)

/** Every award an institution and the units in it have been granted, whatever has become of them. */
export async function awardsHeldBy(institution: string): Promise<Award[]> {
  const listed = await table.all<{ id: string }>({ pk: partition.awardsOf(institution), index: 'owned' })
  return present(await table.getMany(listed.map(({ id }) => key.award(id))))
}

/** Every award of a batch in the order of its published list. */
export async function awardsOfBatch(batch: string): Promise<Award[]> {
  const listed = await table.all<{ id: string }>({ pk: partition.awardsOfBatch(batch), index: 'lists' })
  return present(await table.getMany(listed.map(({ id }) => key.award(id))))
}

/** An award with all it owes and, newest first, all it has shown. */
export async function wholeAward(id: string): Promise<{ award: Award; obligations: Obligation[]; posts: Post[] } | undefined> {
  const rows = await table.all<Row>({ pk: key.award(id).pk, consistent: true })
  const award = rows.find(({ sk }) => sk === 'HEAD') as unknown as Award | undefined
  if (!award) return undefined
  const part = <R>(begins: string) => rows.filter(({ sk }) => sk.startsWith(begins)) as unknown as R[]
  return { award, obligations: part<Obligation>('OBLIGATION#'), posts: part<Post>('POST#').sort((a, b) => (a.at < b.at ? 1 : -1)) }
}
