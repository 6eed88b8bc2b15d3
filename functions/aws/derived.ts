import { createHash } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * An id that follows from a request and what it is for: the same whenever the request is repeated, so that a repeat finds what it made.
 * Its time is that of the request's id; the other 80 bits come from a hash.
 */
export function derivedId(request: string, ...of: string[]): string {
  const digest = createHash('sha256')
    .update([request, ...of].join('\n'))
    .digest()
  const tail = [...digest.subarray(0, 16)].map((byte) => alphabet[byte % 32]).join('')
  return request.slice(0, 10) + tail
}
