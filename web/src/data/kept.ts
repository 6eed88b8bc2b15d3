import { createResource, type ResourceReturn, type ResourceSource } from 'solid-js'
import { toastError } from '../ui/toast.tsx'

/**
 * A resource that is read again while the page stands. When reading it again fails, what was read before stays and `missed` says so: a resource that failed
 * throws wherever it is looked at, and would take the whole page away with all that is open on it. The first reading, and one of something else, still fails,
 * however often it is tried: what was read before is of the other thing.
 */
export function createKept<Source, Read>(
  source: ResourceSource<Source>,
  read: (source: Source) => Promise<Read>,
  missed: (error: unknown) => void = toastError,
): ResourceReturn<Read> {
  let known: { from: Source } | undefined
  return createResource<Read, Source>(source, async (from, { value, refetching }) => {
    try {
      const found = await read(from)
      known = { from }
      return found
    } catch (error) {
      if (!refetching || value === undefined || known?.from !== from) throw error
      missed(error)
      return value
    }
  })
}
