import { accountMails } from './account.ts'
import { batchMails } from './batch.ts'
import type { Mail } from './blocks.ts'
import type { MailDefinition } from './define.ts'
import { noticeMails } from './notice.ts'
import { reviewMails } from './review.ts'
import { submissionMails } from './submission.ts'

/** Every mail the platform sends, by its key. */
export const mails = { ...accountMails, ...batchMails, ...submissionMails, ...reviewMails, ...noticeMails } as const
export type MailKey = keyof typeof mails
export const mailKeys = Object.keys(mails) as MailKey[]
export const isMailKey = (key: string): key is MailKey => Object.hasOwn(mails, key)

/** The mail for these data. Data that do not fit are a mistake of the sender and throw. */
export function compose(key: MailKey, data: unknown): Mail {
  const definition = mails[key] as MailDefinition
  return definition.write(definition.data.parse(data))
}
