import { fitting, type Language } from '../../../shared/text.ts'

/** Names of the placeholders in a text: `{count}` and `{count|item|items}` both ask for `count`. */
type Names<S extends string> = S extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | Names<Rest>
  : never

/** What must be given with a text: nothing, or a value for each of its placeholders. */
export type Params<S extends string> = [Names<S>] extends [never] ? [] : [params: Record<Names<S>, string | number>]

/** Fills `{name}` with the value and `{name|one|many}` with the word that fits the number. */
export function fill(text: string, params: Record<string, string | number> = {}, language: Language = 'zh'): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    if (one === undefined || many === undefined) return typeof value === 'number' ? grouped(value, language) : value
    return fitting(Number(value), one, many)
  })
}

const grouped = (value: number, language: Language): string => value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
