import type { Clause } from '../../forms/schema.ts'

/** What a call's own document says, beside the field that comes from it. */
const of =
  (document: string) =>
  (zh: string, en: string): Clause => ({ document, says: { zh, en } })

/** The fourth call of the 双创 programme. */
export const shuangchuang = of('教思政厅函〔2023〕17号')
/** The 精品项目 call of 2024. */
export const jingpin = of('教思政厅函〔2023〕12号')

/** What the call itself says in its notice: the words of its introduction, and no others. */
export const notice = (zh: string, en: string): Clause => ({ says: { zh, en } })
