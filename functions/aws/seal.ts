import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { key } from './keys.ts'
import { table } from './table.ts'
import { writes } from './writes.ts'

const [cipher, nonceBytes, tagBytes] = ['aes-256-gcm', 12, 16] as const
let known: Promise<Buffer> | undefined

/** The key that seals, the same for every instance: whoever needs it first makes it. It opens nothing but what the table holds in the clear beside it. */
function sealingKey(): Promise<Buffer> {
  known ??= keptKey().catch((error: unknown) => {
    known = undefined
    throw error
  })
  return known
}

async function keptKey(): Promise<Buffer> {
  const read = async () => (await table.get<{ secret: string }>(key.seal()))?.secret
  let secret = await read()
  if (secret === undefined) {
    await table.write(writes.putNew({ ...key.seal(), kind: 'seal', secret: randomBytes(32).toString('base64url') }, 'done'))
    secret = await read()
  }
  if (secret === undefined) throw new Error('The key that seals was written and is not there')
  return Buffer.from(secret, 'base64url')
}

/** A text that only the service itself can read again or make, and only as being about the same. */
export async function seal(text: string, about: string): Promise<string> {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, await sealingKey(), nonce).setAAD(Buffer.from(about))
  const content = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), content]).toString('base64url')
}

/** The text that was sealed, or nothing where this was never sealed, or about something else. */
export async function unseal(sealed: string, about: string): Promise<string | undefined> {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= nonceBytes + tagBytes) return undefined
  const opening = createDecipheriv(cipher, await sealingKey(), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
