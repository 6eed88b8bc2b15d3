/** What a mail service reports of a mail that it had taken: how the receiving server refused it in the end. */
export type Refusal = { type: string; subType: string }

/**
 * A mail has not arrived when the receiving server refused it for good, or as often as it was tried. A passing refusal of no particular kind is none: mail
 * services report a note of absence so.
 */
export const notArrived = ({ type, subType }: Refusal): boolean => type !== 'Transient' || subType !== 'General'

/** The bare address of `Name <address>`, in small letters. */
export const bareAddress = (written: string): string => (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase()
