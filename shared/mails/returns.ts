/** What a mail service reports of a mail that it had taken: how the receiving server refused it in the end. */
export type Refusal = { type: string; subType: string }

/** Why a mail came back, as people who sent it need to know it. */
export const returnReasons = {
  permanent: { zh: '邮箱不存在或拒收', en: 'the address does not exist or refuses mail' },
  temporary: { zh: '邮箱已满或暂时无法送达', en: 'the mailbox is full or out of reach for now' },
  spam: { zh: '被收件人标记为垃圾邮件', en: 'its reader marked it as spam' },
} as const
export type ReturnReason = keyof typeof returnReasons

/** A mail that came back: why, and what the receiving server said of it, where it was the server that spoke. */
export type Returned = { why: ReturnReason; said?: string | undefined }

/** Whom a mail is about whose coming back somebody waits to hear of: an expert who was asked to review, or a person who was invited into a unit. */
export type About = { batch: string; expert: string } | { unit: string; person: string }

/**
 * A mail has not arrived when the receiving server refused it for good, or as often as it was tried. A passing refusal of no particular kind is none: mail
 * services report a note of absence so.
 */
export const notArrived = ({ type, subType }: Refusal): boolean => type !== 'Transient' || subType !== 'General'

/** A refusal is for good only where it is reported so; of any other, sending again may help. */
export const refusalReason = ({ type }: Refusal): ReturnReason => (type === 'Permanent' ? 'permanent' : 'temporary')

/**
 * Whether the mail service kept the mail back of its own accord, because the address had refused or complained before. Its words tell that somebody has written to the
 * address from here, which concerns nobody but them.
 */
export const keptBack = ({ subType }: Refusal): boolean => /suppress|unsubscribed/i.test(subType)

/** The bare address of `Name <address>`, in small letters. */
export const bareAddress = (written: string): string => (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase()
