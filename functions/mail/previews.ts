import { compose, type MailKey, mailKeys, mails } from '../../shared/mails/catalogue.ts'
import { type LaidOut, layOut } from './layout.ts'

/** Every mail with its example, as it would arrive. */
export const previews = (): ({ key: MailKey } & LaidOut)[] => mailKeys.map((key) => ({ key, ...layOut(compose(key, mails[key].sample)) }))
