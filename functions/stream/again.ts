/**
 * After how many seconds a job that has failed is tried again, by how often it has been tried: soon after a hiccup, seldom while a mail server is down for the
 * evening. Together they last some two hours; what then still fails, the eighth time, the queue puts aside.
 */
const steps = [5, 20, 60, 300, 900, 1800, 3600] as const

/**
 * Seconds until the next try, spread by a fifth either way so that what failed together does not come back together.
 * @param tried how often the job has been tried, 1 after the first failure
 * @param chance 0 to 1
 */
export function secondsUntilAgain(tried: number, chance: number): number {
  const step = steps[Math.min(Math.max(tried, 1), steps.length) - 1] ?? 0
  return Math.round(step * (0.8 + 0.4 * chance))
}
