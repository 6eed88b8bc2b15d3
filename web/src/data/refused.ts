import type { Details } from '../../../shared/outcome.ts'
import { inLanguage } from '../i18n/texts.ts'

/** What the server says when it says no. */
export type RefusedBody = { code: string; zh: string; en: string; details?: Details; data?: unknown }

/** A refusal of the server, as an error that carries its code and its sentence in both languages. */
export class Refused extends Error {
  readonly status: number
  readonly body: RefusedBody
  constructor(status: number, body: RefusedBody) {
    super(body.en)
    this.name = 'Refused'
    this.status = status
    this.body = body
  }
  get code(): string {
    return this.body.code
  }
}

/** The server could not be reached; whether the act was carried out is unknown, so it is repeated with the same key. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable')
    this.name = 'Unreachable'
  }
}

const unreachable = {
  zh: '网络不通，尚未送达。内容保留在本机，恢复后可重试。',
  en: 'No connection; this has not been sent. It is kept on this device, and you can try again.',
}
const unexpected = {
  zh: '页面出现意外错误。请刷新页面；已保存的内容不受影响。',
  en: 'Something on this page went wrong. Reload it; what was saved is safe.',
}

/** The sentence to show for any error, in the language of the moment. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return inLanguage(error.body)
  return inLanguage(error instanceof Unreachable ? unreachable : unexpected)
}

export const isRefused = (error: unknown, code?: string): error is Refused =>
  error instanceof Refused && (code === undefined || error.code === code)
