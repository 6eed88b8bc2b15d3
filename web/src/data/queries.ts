import { createQuery, QueryClient, type QueryKey } from '@tanstack/solid-query'
import { Refused } from './refused.ts'

/** What pages have read, kept for the time of the visit. Only pages that import this carry it. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // The connection itself retries; a refusal does not change by asking again.
      retry: (count, error) => !(error instanceof Refused) && count < 1,
    },
  },
})

/** Reads something that is shown again soon: a list one comes back to. `await queries.invalidateQueries({ queryKey })` after an act makes it anew. */
export const createRead = <T>(options: () => { queryKey: QueryKey; queryFn: () => Promise<T>; enabled?: boolean }) =>
  createQuery(options, () => queries)
