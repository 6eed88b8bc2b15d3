import { type Outcome, refuse } from '../../shared/outcome.ts'

const times = 6

/** Loads, decides and saves again when somebody else was quicker, where that is no conflict a person need see (signing in twice at once). */
export async function again<T>(attempt: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  for (let time = 1; time < times; time++) {
    const outcome = await attempt()
    if (outcome.ok || outcome.code !== 'changed-meanwhile') return outcome
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** time))
  }
  const last = await attempt()
  return last.ok || last.code !== 'changed-meanwhile' ? last : refuse('busy')
}
