/** How many a unit has begun, and how many of those it has handed in. */
export type Counted = { begun: number; handedIn: number }

/** Those furthest behind first, at most so many: of the units that have begun, those that have not handed in all. Who has begun nothing is named elsewhere. */
export function furthestBehind<Row extends Counted>(rows: readonly Row[], most: number): Row[] {
  const share = ({ begun, handedIn }: Row) => handedIn / begun
  return rows
    .filter(({ begun, handedIn }) => handedIn < begun)
    .toSorted((a, b) => share(a) - share(b) || b.begun - b.handedIn - (a.begun - a.handedIn))
    .slice(0, most)
}
