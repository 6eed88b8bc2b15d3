/** Cursors are opaque to clients and bound to the partition they came from, so that one list's cursor cannot open another. */
export function encodeCursor(last: Record<string, unknown>, pk: string): string {
  return Buffer.from(JSON.stringify([pk, last])).toString('base64url')
}

/** @throws BadCursor when the text is no cursor of this partition */
export function decodeCursor(cursor: string, pk: string): Record<string, unknown> {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw new BadCursor()
  }
  if (!Array.isArray(parsed) || parsed[0] !== pk || typeof parsed[1] !== 'object' || parsed[1] === null) throw new BadCursor()
  return parsed[1] as Record<string, unknown>
}

export class BadCursor extends Error {}
