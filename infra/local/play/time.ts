/** The local clock as its own routes offer it. Never there in what is deployed. */
export const localTime = (origin: string) => ({
  now: async (): Promise<Date> => new Date(((await (await fetch(`${origin}/local/clock`)).json()) as { now: string }).now),
  /** Moves the clock forward; schedules that fall due on the way ring. */
  to: async (moment: string): Promise<void> => {
    const response = await fetch(`${origin}/local/clock`, { method: 'POST', body: JSON.stringify({ to: moment }) })
    if (!response.ok) throw new Error(`the clock did not move to ${moment}: ${await response.text()}`)
    await settle(origin)
  },
  settle: () => settle(origin),
})

/** Waits until the clock stands where it was moved to and everything that follows from what was done has been done: reactions, mails, documents. */
export async function settle(origin: string): Promise<void> {
  for (let settled = false; !settled; ) {
    const response = await fetch(`${origin}/local/settle`, { method: 'POST' })
    settled = ((await response.json()) as { settled: boolean }).settled
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs work over a list, so many at a time, in the order of the list. */
export async function inParallel<T>(
  items: readonly T[],
  concurrency: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let i = next++; i < items.length; i = next++) await work(items[i] as T, i)
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, lane))
}
