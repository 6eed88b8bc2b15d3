/** Hashes of versions, by `key@version`. */
type Hashes = Readonly<Record<string, string>>
/** What is written down of the versions in `published.json`: of those that were handed to users, and of those that were not yet. */
export type Published = { released: Hashes; unreleased: Hashes }

const remedy = 'npm run templates'

/**
 * What became of versions since they were written down, a sentence for each. Batches hold the key and version they were opened with and read the rest from
 * the source: a version changed in place would change their form, their criteria and their grades while people work with them.
 */
export function strayed({ released, unreleased }: Published, now: Hashes): string[] {
  const kept = Object.entries(released).flatMap(([ref, hash]) =>
    now[ref] === hash
      ? []
      : [
          `${ref} was released and ${now[ref] ? 'is no longer what it was' : 'is gone'}: put it back, and write what is new as ${nextOf(ref)}.`,
        ],
  )
  const refs = new Set([...Object.keys(unreleased), ...Object.keys(now)])
  const written = [...refs].flatMap((ref) => {
    const [before, after] = [unreleased[ref], now[ref]]
    if (before === after || ref in released) return []
    if (!before) return [`${ref} is not written down yet: ${remedy}`]
    if (!after) return [`${ref} is written down and gone; nobody outside has it. If that is meant: ${remedy}`]
    return [`${ref} is not what is written down of it; nobody outside has it. If the change is meant: ${remedy}`]
  })
  return [...kept, ...written]
}

const nextOf = (ref: string): string => {
  const [key, version] = ref.split('@')
  return `${key}@${Number(version) + 1}`
}

/** What is written down after that: the versions of today, of which those that were released before stay so; with `release`, all of them are. */
export function written({ released }: Pick<Published, 'released'>, now: Hashes, release = false): Published {
  const isReleased = (ref: string) => release || Object.hasOwn(released, ref)
  const some = (wanted: boolean) => Object.fromEntries(Object.entries(now).filter(([ref]) => isReleased(ref) === wanted))
  return { released: some(true), unreleased: some(false) }
}
