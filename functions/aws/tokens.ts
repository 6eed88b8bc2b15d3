import { randomBytes } from 'node:crypto'
import { sha256 } from './chain.ts'
import { key } from './keys.ts'
import type { Row } from './table.ts'

/** A secret of 256 bits as links and cookies carry it. Only its hash is stored. */
export const newToken = (): { token: string; hash: string } => {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: sha256(token) }
}

/** The row by which a link is recognised later. */
export const tokenRow = (hash: string, holder: Record<string, unknown>, at: string, days: number): Row => ({
  ...key.token(hash),
  ...holder,
  createdAt: at,
  ttl: Math.floor(Date.parse(at) / 1000) + days * 86_400,
})
