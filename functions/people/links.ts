import { environment } from '../aws/environment.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'
import { newToken } from '../aws/tokens.ts'
import { invitationDays, signInLinkMinutes } from './invitations.ts'

const minute = 60_000

/** Writes the row of a new link and gives its secret, which stands nowhere but in the mail. */
export async function issueLink(
  holder: { purpose: 'sign-in'; person: string } | { purpose: 'invitation'; person: string; organisation: string },
  at: string,
): Promise<{ token: string; expiresAt: string }> {
  const { token, hash } = newToken()
  const row = linkRow(hash, holder, at)
  await table.put(row)
  return { token, expiresAt: row.expiresAt }
}

export function linkRow(hash: string, holder: Record<string, string>, at: string): Row & { expiresAt: string } {
  const life = holder.purpose === 'invitation' ? invitationDays * 24 * 60 : signInLinkMinutes
  const until = Date.parse(at) + life * minute
  // Kept a day longer than it serves, so that a late click is told apart from nothing by nobody but us.
  return { ...key.token(hash), ...holder, createdAt: at, expiresAt: new Date(until).toISOString(), ttl: Math.floor(until / 1000) + 86_400 }
}

export const invitationLink = (token: string) => `${environment().PUBLIC_ORIGIN}/app/invitation#t=${token}`
export const signInLink = (token: string) => `${environment().PUBLIC_ORIGIN}/app/sign-in#t=${token}`
