import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'

/** SHA-256 of a text or bytes, base64url (43 characters): the form all hashes have in rows. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('base64url')

/** The hash of a value by its canonical JSON, so that the order of keys does not matter. */
export const hashOf = (value: unknown): string => sha256(canonical(value))

/** A link of an event chain: the hash of the previous link and of what the event says. */
export const link = (previous: string, event: unknown): string => sha256(`${previous}\n${canonical(event)}`)
