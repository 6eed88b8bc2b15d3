import type { FactOf, FactType, Recorded } from '../../events/catalogue.ts'

export type Reaction<T extends FactType = FactType> = (fact: Recorded<FactOf<T>>) => Promise<void>

/**
 * What follows from each fact. A reaction may run twice and in any order between things: it is idempotent by the fact's request,
 * and slow work (mail, documents, pages) is sent to the queue. A fact without a line has no consequence.
 */
export const reactions: { [T in FactType]?: readonly Reaction<T>[] } = {}

/** Runs what follows from one recorded fact, in the order of its line. */
export async function react(fact: Recorded): Promise<void> {
  for (const reaction of (reactions[fact.type] ?? []) as readonly Reaction[]) await reaction(fact as never)
}
