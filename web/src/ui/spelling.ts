/** What spells names somewhere else: a list of names goes there, and what each is called in letters comes back. */
export type Speller = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror'>
export type Spelling = (names: readonly string[]) => Promise<ReadonlyMap<string, string>>

/**
 * Spells names as `spelled` does, each of them once, and never on the thread that draws the page: the dictionary alone takes it half a second at a desk and seconds
 * on a phone, and cannot be read in slices. With the names themselves the spelling of 2,700 of them would be 22 KB more (54 instead of 32) for everybody who opens
 * a list of units, most of whom write Chinese; so the dictionary, 140 KB, comes to who types letters, and to nobody else.
 */
export function spellingBeside(start: () => Speller): Spelling {
  const known = new Map<string, string>()
  let speller: Speller | undefined
  /** One list after the other: what an earlier one asked for is known when the next is looked through. */
  let last: Promise<unknown> = Promise.resolve()

  const ask = (names: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      speller ??= start()
      speller.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
        for (const [i, name] of names.entries()) known.set(name, data[i] ?? '')
        resolve()
      }
      speller.onerror = (event) => {
        speller = undefined
        reject(event)
      }
      speller.postMessage(names)
    })
  return async (names) => {
    const mine = last.then(async () => {
      const missing = [...new Set(names)].filter((name) => !known.has(name))
      if (missing.length > 0) await ask(missing)
    })
    // Where it could not be fetched, names are still found by what is written; the next search asks again.
    last = mine.catch(() => {})
    await last
    return known
  }
}

/** What the pages of the application ask, one for all of them. */
export const spelling = spellingBeside(() => new Worker(new URL('./spelling-worker.ts', import.meta.url), { type: 'module' }))
