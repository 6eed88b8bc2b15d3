import type { Column, Field, Value } from '../../../shared/forms/schema.ts'
import { Person } from '../../../shared/forms/schema.ts'
import type { Language } from '../../../shared/text.ts'

const nothing = '—'
const list = { zh: '、', en: ', ' } as const

/** An answer as it is printed; what is not filled in is a dash. Fields of kinds table, file and heading are drawn, not said. */
export function sayValue(field: Field | Column, value: Value | undefined, language: Language): string {
  if (value === undefined || value === null || value === '') return nothing
  switch (field.kind) {
    case 'number':
      return typeof value === 'number'
        ? `${sayNumber(value, field.decimals, language)}${unit(field.unit?.[language], language)}`
        : String(value)
    case 'money':
      return typeof value === 'number' ? sayMoney(value, field.unit, language) : String(value)
    case 'date':
      return sayDate(String(value), language)
    case 'choice':
      return labelOf(field.choices, String(value), language)
    case 'choices':
      if (!Array.isArray(value) || value.length === 0) return nothing
      return value.map((each) => labelOf(field.choices, String(each), language)).join(list[language])
    case 'yesNo':
      return value === true ? { zh: '是', en: 'Yes' }[language] : { zh: '否', en: 'No' }[language]
    case 'person':
      return sayPerson(value, language)
    case 'organisation':
      return typeof value === 'object' && 'name' in value ? `${value.name}${'code' in value ? `（${value.code}）` : ''}` : String(value)
    default:
      return typeof value === 'object' ? nothing : String(value)
  }
}

const unit = (text: string | undefined, language: Language) => (text ? `${language === 'zh' ? '' : ' '}${text}` : '')

export const sayNumber = (value: number, decimals: number, language: Language): string =>
  value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: decimals })

/** Money held in fen, as yuan with two decimals or as ten thousand yuan (万元) with as many as it has. */
export function sayMoney(fen: number, of: 'yuan' | 'wan', language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en'
  if (of === 'wan')
    return `${(fen / 1_000_000).toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 6 })}${language === 'zh' ? ' 万元' : ' ×10⁴ yuan'}`
  return `${(fen / 100).toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}${language === 'zh' ? ' 元' : ' yuan'}`
}

function sayDate(text: string, language: Language): string {
  const [year, month, day] = text.split('-').map(Number)
  if (language === 'en' || !year) return text
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`
}

const labelOf = (choices: readonly { value: string; label: { zh: string; en: string } }[], value: string, language: Language) =>
  choices.find((choice) => choice.value === value)?.label[language] ?? value

function sayPerson(value: Value, language: Language): string {
  const person = Person.safeParse(value)
  if (!person.success) return nothing
  const { name, post, unit: of, phone, email } = person.data
  return [name, post, of, phone, email].filter((part) => part).join(language === 'zh' ? '，' : ', ') || nothing
}
